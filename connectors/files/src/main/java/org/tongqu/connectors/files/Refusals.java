package org.tongqu.connectors.files;

import static org.tongqu.connectors.files.Text.quote;

import java.util.List;
import java.util.stream.Collectors;
import org.tongqu.connectors.canon.Refusal;

/** Every refusal this connector can give, in words that tell the sender what to do. */
final class Refusals {
    private static final String SAVE_AS = "请另存为 UTF-8 或 GB18030 的 CSV 后重新投递";
    private static final String SAVE_AS_EN = "save it as CSV in UTF-8 or GB18030 and drop it again";

    private Refusals() {}

    // The whole file

    static Refusal emptyFile() {
        return whole(
                "EMPTY_FILE",
                "文件是空的,没有表头也没有数据;请检查导出后重新投递",
                "the file is empty: neither heading nor rows; check the export and drop it again");
    }

    static Refusal notText(String kind) {
        return whole(
                "NOT_TEXT",
                "文件是 " + kind + ",不是文本表格;" + SAVE_AS,
                "the file is " + kind + ", not delimited text; " + SAVE_AS_EN);
    }

    static Refusal wrongCharset(String charset, long row) {
        return whole(
                "WRONG_CHARSET",
                "第 " + row + " 行的表头像是 " + charset + " 编码,不能确认文字;" + SAVE_AS,
                "the heading in line " + row + " looks like " + charset + ", which is not read; " + SAVE_AS_EN);
    }

    static Refusal noHeading(int searched) {
        return whole(
                "NO_HEADING",
                "前 " + searched
                        + " 行没有认出表头(按 UTF-8、GB18030、UTF-16 都试过;不读 Big5);表头至少要有:销售日期、客户名称、数量,以及产品编码、产品型号或产品名称;编码不对时"
                        + SAVE_AS,
                "no heading was known in the first " + searched
                        + " lines (tried UTF-8, GB18030, UTF-16; Big5 is not read); it must name at least sold_on, customer_name, qty and product_code, model or product_name; if the charset is wrong, "
                        + SAVE_AS_EN);
    }

    static Refusal columnTwice(long row, int first, String firstName, int second, String secondName) {
        return whole(
                "DUPLICATE_COLUMN",
                "第 " + row + " 行表头把同一列写了两次:第 " + (first + 1) + " 列「" + quote(firstName) + "」和第 " + (second + 1) + " 列「"
                        + quote(secondName) + "」;请改名或删去一列",
                "the heading in line " + row + " names one column twice: column " + (first + 1) + " \""
                        + quote(firstName) + "\" and column " + (second + 1) + " \"" + quote(secondName)
                        + "\"; rename or remove one");
    }

    static Refusal columnsMissing(long row, List<Column> missing) {
        return whole(
                "MISSING_COLUMN",
                "第 " + row + " 行表头缺少必需的列:"
                        + missing.stream().map(Refusals::required).collect(Collectors.joining("、")) + ";请补上后重新投递",
                "the heading in line " + row + " lacks required columns: "
                        + missing.stream().map(Refusals::requiredEn).collect(Collectors.joining(", "))
                        + "; add them and drop the file again");
    }

    static Refusal foreignColumn(long row, Column column, String written) {
        return whole(
                "FOREIGN_CURRENCY",
                "第 " + row + " 行表头「" + quote(written) + "」是外币,只收人民币;请换算后重新投递",
                "the heading \"" + quote(written) + "\" in line " + row + " (" + column.key()
                        + ") counts in a foreign currency; only CNY is read: convert and drop the file again");
    }

    private static String required(Column column) {
        return column == Column.PRODUCT_CODE ? "产品编码、产品型号、产品名称之一" : column.zh();
    }

    private static String requiredEn(Column column) {
        return column == Column.PRODUCT_CODE ? "one of product_code, model, product_name" : column.key();
    }

    // A whole row

    static Refusal badBytes(long row, String charset) {
        return whole(
                "BAD_BYTES",
                "第 " + row + " 行有不属于 " + charset + " 的字节,文字读不出来;请改正这一行,或整个文件用一种编码另存",
                "line " + row + " has bytes that are not " + charset
                        + "; mend the line, or save the whole file in one charset");
    }

    static Refusal damagedText(long row) {
        return whole(
                "DAMAGED_TEXT",
                "第 " + row + " 行含有替代字符 U+FFFD,原文在送来之前已经损坏;请补上原文",
                "line " + row
                        + " holds the replacement character U+FFFD: its text was damaged before it came here; put the original text back");
    }

    static Refusal nulByte(long row) {
        return whole(
                "NUL_BYTE",
                "第 " + row + " 行含有空字节(NUL);请删去后重新投递",
                "line " + row + " holds a NUL byte; remove it and drop the row again");
    }

    static Refusal lineTooLong(long row) {
        return whole(
                "LINE_TOO_LONG",
                "第 " + row + " 行超过 64 KiB,只留下开头;请检查是否漏了换行",
                "line " + row + " is longer than 64 KiB, only its beginning was kept; check for missing line ends");
    }

    static Refusal unclosedQuote(long row) {
        return whole(
                "UNCLOSED_QUOTE",
                "第 " + row + " 行的双引号没有闭合;请补上或删去这个引号,下一行起照常读取",
                "line " + row
                        + " opens a double quote that is not closed; close or remove it; reading went on with the next line");
    }

    static Refusal badQuotes(long row) {
        return whole(
                "BAD_QUOTES",
                "第 " + row + " 行的引号之后还有文字;单元格里的引号请写成两个",
                "line " + row + " has text after a closing quote; write a quote inside a cell twice");
    }

    static Refusal tooManyCells(long row, int cells, int width) {
        return whole(
                "TOO_MANY_CELLS",
                "第 " + row + " 行有 " + cells + " 格,表头只有 " + width + " 列;多出的内容没有列名,请检查分隔符或删去",
                "line " + row + " has " + cells + " cells but the heading has " + width
                        + " columns; check the delimiters or remove what has no column");
    }

    static Refusal tooFewCells(long row, int cells, int width) {
        return whole(
                "TOO_FEW_CELLS",
                "第 " + row + " 行只有 " + cells + " 格,表头有 " + width + " 列;这一行可能被截断,请补全",
                "line " + row + " has only " + cells + " cells but the heading has " + width
                        + " columns; the line may be cut off: complete it");
    }

    // A cell

    static Refusal requiredCell(Column column) {
        return cell(
                column, "REQUIRED", "「" + column.zh() + "」是空的,必须填写", column.key() + " is empty and must be filled in");
    }

    static Refusal requiredProduct() {
        return cell(
                Column.PRODUCT_CODE,
                "REQUIRED",
                "产品编码、产品型号、产品名称至少填一个",
                "fill in at least one of product_code, model, product_name");
    }

    static Refusal tooLong(Column column, int characters) {
        return tooLong(column.key(), column.zh(), characters, column.longest());
    }

    static Refusal tooLong(String key, String zh, int characters, int longest) {
        return new Refusal(
                key,
                "CELL_TOO_LONG",
                "「" + quote(zh) + "」有 " + characters + " 个字,最多 " + longest + " 个;请缩短",
                quote(key) + " has " + characters + " characters, at most " + longest + " are taken; shorten it");
    }

    static Refusal badDate(Column column, String cell) {
        return cell(
                column,
                "BAD_DATE",
                "「" + column.zh() + "」的「" + quote(cell) + "」不是一个存在的日期;请写成 2024-06-03 的样子",
                column.key() + " \"" + quote(cell) + "\" is not a date that exists; write it like 2024-06-03");
    }

    static Refusal ambiguousDate(Column column, String cell) {
        return cell(
                column,
                "AMBIGUOUS_DATE",
                "「" + column.zh() + "」的「" + quote(cell) + "」分不清哪个是月、哪个是日或年,是哪一天?请写成 2024-06-03 的样子",
                column.key() + " \"" + quote(cell)
                        + "\" can be read in more than one way: which day is meant? write it like 2024-06-03");
    }

    static Refusal badNumber(Column column, String cell) {
        return cell(
                column,
                "BAD_NUMBER",
                "「" + column.zh() + "」的「" + quote(cell) + "」不是一个数;请写成 186000.00 的样子",
                column.key() + " \"" + quote(cell) + "\" is not a number; write it like 186000.00");
    }

    static Refusal outOfRange(Column column, String cell) {
        return cell(
                column,
                "OUT_OF_RANGE",
                "「" + column.zh() + "」的「" + quote(cell) + "」超出范围:整数最多 14 位,小数最多 4 位",
                column.key() + " \"" + quote(cell)
                        + "\" is out of range: at most 14 digits before the point and 4 after");
    }

    static Refusal foreignCurrency(Column column, String cell) {
        return cell(
                column,
                "FOREIGN_CURRENCY",
                "「" + column.zh() + "」的「" + quote(cell) + "」是外币,只收人民币;请换算",
                column.key() + " \"" + quote(cell) + "\" is in a foreign currency; only CNY is read: convert it");
    }

    private static Refusal cell(Column column, String code, String zh, String en) {
        return new Refusal(column.key(), code, zh, en);
    }

    private static Refusal whole(String code, String zh, String en) {
        return new Refusal("", code, zh, en);
    }
}
