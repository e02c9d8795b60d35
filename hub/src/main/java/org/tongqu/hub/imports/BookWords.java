package org.tongqu.hub.imports;

import java.util.Locale;
import org.tongqu.connectors.canon.Refusal;

/** Why a row, a file or an act was not taken, and what to do about it. */
final class BookWords {
    private BookWords() {}

    static Refusal noCompany() {
        return new Refusal(
                "company",
                "NO_COMPANY",
                "这一行没有公司名称；请补上，或在「列的含义」里指定哪一列是公司。",
                "This row names no company; fill it in, or say above which column is the company.");
    }

    static Refusal contactAlone(String contact) {
        return new Refusal(
                "company",
                "CONTACT_WITHOUT_COMPANY",
                "联系人「" + quoted(contact) + "」没有写所在公司，无法归到客户；请补上公司名称再导入，原文保留在本次导入里。",
                "The contact \"" + quoted(contact)
                        + "\" names no company, so it belongs to no customer; fill the company in and import it again. The row is kept with this import.");
    }

    static Refusal tooLong(BookField field, int length, int most) {
        return new Refusal(
                field.name().toLowerCase(Locale.ROOT),
                "TOO_LONG",
                "内容有 " + length + " 个字，最多 " + most + " 个；请缩短后再导入，多余的话放进备注列。",
                "The cell has " + length + " characters, at most " + most
                        + " are taken; shorten it and put the rest into a column for remarks.");
    }

    static Refusal cellTooLong(int length, int most) {
        return new Refusal(
                "",
                "TOO_LONG",
                "有一格 " + length + " 个字，最多 " + most + " 个；请拆开或缩短后再导入。",
                "One cell has " + length + " characters, at most " + most + " are kept; part it or shorten it.");
    }

    static Refusal formula() {
        return new Refusal(
                "company",
                "FORMULA",
                "公司名称是一个公式；请在表格里「粘贴为数值」后再导入。",
                "The company's name is a formula; paste it as a value in your spreadsheet and import again.");
    }

    static Refusal noLetters() {
        return new Refusal(
                "company",
                "NO_LETTERS",
                "公司名称里没有文字，认不出是哪一家；请填写名称。",
                "The company's name has no letters, so nobody can tell which firm it is; write its name.");
    }

    static Refusal tooManyCells(int cells, int columns) {
        return new Refusal(
                "",
                "TOO_MANY_CELLS",
                "这一行有 " + cells + " 格，表头只有 " + columns + " 列，对不上；常见原因是某格里有未加引号的逗号。",
                "The row has " + cells + " cells under " + columns
                        + " headings; often a cell holds a comma without quotes around it.");
    }

    static Refusal noRows() {
        return new Refusal(
                "",
                "NO_ROWS",
                "文件只有表头，没有数据行；请确认导出时选中了数据。",
                "The file has a heading and no rows; check that the export had data selected.");
    }

    static Refusal tooLarge(long most) {
        return new Refusal(
                "",
                "TOO_LARGE",
                "文件超过 " + most + " MB；请分成几个文件上传。",
                "The file has more than " + most + " MB; part it into several files.");
    }

    static Refusal tooManyRows(int most) {
        return new Refusal(
                "",
                "TOO_MANY_ROWS",
                "文件超过 " + most + " 行；请分成几个文件上传。",
                "The file has more than " + most + " rows; part it into several files.");
    }

    static Refusal tooManyColumns(int columns, int most) {
        return new Refusal(
                "",
                "TOO_MANY_COLUMNS",
                "表头有 " + columns + " 列，最多 " + most + " 列；请删去用不着的列再上传。",
                "The heading has " + columns + " columns, at most " + most + "; delete those nobody needs.");
    }

    static Refusal noCompanyColumn() {
        return new Refusal(
                "fields",
                "NO_COMPANY_COLUMN",
                "还没有哪一列是公司名称；请先在「列的含义」里指定。",
                "No column is the company yet; say first which one is.");
    }

    static Refusal wrongState() {
        return new Refusal(
                "",
                "IMPORT_MOVED_ON",
                "这次导入已经不在可以这样做的一步；请刷新页面看它现在到了哪里。",
                "This import is past the step where that can be done; load the page again to see where it is.");
    }

    static Refusal noReason() {
        return new Refusal(
                "why",
                "REASON_REQUIRED",
                "请写明撤销的原因（最多 200 字）。",
                "Say why it is taken back, in 200 characters at most.");
    }

    private static String quoted(String text) {
        return text.codePoints()
                .limit(40)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
