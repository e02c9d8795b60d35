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

    static Refusal oldExcel() {
        return whole(
                "OLD_EXCEL",
                "文件是旧版 Excel(.xls)或其它 OLE 格式,不读取;请在 Excel 或 WPS 中另存为「Excel 工作簿(.xlsx)」后重新投递",
                "the file is in the old Excel format (.xls) or another OLE format, which is not read; save it as an Excel workbook (.xlsx) and drop it again");
    }

    static Refusal password() {
        return whole(
                "PASSWORD",
                "工作簿设有打开密码,不能读取;请在 Excel 或 WPS 中去掉密码,另存为 .xlsx 后重新投递",
                "the workbook is protected by a password and cannot be read; take the password off, save it as .xlsx and drop it again");
    }

    static Refusal notXlsx(String kind) {
        return whole(
                "NOT_XLSX",
                "文件是 " + kind + ",不是 Excel 工作簿;请另存为「Excel 工作簿(.xlsx)」后重新投递",
                "the file is " + kind
                        + ", not an Excel workbook; save it as an Excel workbook (.xlsx) and drop it again");
    }

    static Refusal html() {
        return whole(
                "HTML",
                "文件是网页(HTML),不是表格,即使名字以 .xls 结尾;请用 Excel 或 WPS 打开,另存为 .xlsx 后重新投递",
                "the file is a web page (HTML) and no workbook, even if its name ends in .xls; open it in Excel or WPS, save it as .xlsx and drop it again");
    }

    static Refusal archive() {
        return whole(
                "ARCHIVE",
                "文件是压缩包(ZIP),不会解开;请解压后把里面的文件逐个投递",
                "the file is an archive (ZIP), which is not unpacked; unpack it and drop the files in it one by one");
    }

    static Refusal brokenWorkbook() {
        return whole(
                "BROKEN_WORKBOOK",
                "工作簿已损坏,读不出内容;请在 Excel 或 WPS 中打开检查,另存为新的 .xlsx 后重新投递",
                "the workbook is damaged and cannot be read; open it in Excel or WPS, save it as a new .xlsx and drop it again");
    }

    static Refusal partTwice(String name) {
        return whole(
                "PART_TWICE",
                "工作簿里「" + quote(name) + "」出现了两次,分不清以哪个为准;请在 Excel 或 WPS 中另存为新的 .xlsx 后重新投递",
                "the workbook holds \"" + quote(name)
                        + "\" twice, and which one counts cannot be told; save it as a new .xlsx and drop it again");
    }

    static Refusal tooManyParts(int most) {
        return whole(
                "TOO_LARGE",
                "工作簿由超过 " + most + " 个部分组成,不读取;请只留下销售表,另存为新的 .xlsx 后重新投递",
                "the workbook has more than " + most
                        + " parts and is not read; keep the sheet of sales alone, save it as a new .xlsx and drop it again");
    }

    static Refusal bomb() {
        return whole(
                "UNPACKS_TOO_LARGE",
                "工作簿展开后过大(大于压缩前的 " + WorkbookParts.MOST_RATIO + " 倍或 2 GiB),不读取;请删去空白的行列和图片,另存为新的 .xlsx,或分成几个文件投递",
                "the workbook unpacks to too much (over " + WorkbookParts.MOST_RATIO
                        + " times its size, or 2 GiB) and is not read; remove empty rows and columns and pictures, save it as a new .xlsx, or drop it in several files");
    }

    static Refusal fileTooLarge(long most) {
        return whole(
                "TOO_LARGE",
                "文件大于 " + (most >> 20) + " MiB,不读取;请分成几个文件投递",
                "the file is larger than " + (most >> 20) + " MiB and is not read; drop it in several files");
    }

    static Refusal textTooLong(int most) {
        return whole(
                "TEXT_TOO_LONG",
                "文件里有一段文字超过 " + most + " 个字,Excel 的单元格也装不下;请缩短后重新投递",
                "a text in the file has more than " + most
                        + " characters, which no cell of Excel can hold; shorten it and drop the file again");
    }

    static Refusal doctype() {
        return whole(
                "DOCTYPE",
                "文件里有 DOCTYPE 声明,不接受;请删去 <!DOCTYPE …> 后重新投递",
                "the file has a DOCTYPE, which is not accepted; remove <!DOCTYPE …> and drop it again");
    }

    static Refusal foreignSchema() {
        return whole(
                "FOREIGN_SCHEMA",
                "工作簿带有引用外部地址的 XML 映射,不接受;请把数据复制到新工作簿,另存为 .xlsx 后重新投递",
                "the workbook carries an XML map whose schema refers to another place, which is not accepted; copy the data to a new workbook and drop that");
    }

    static Refusal twoSheets(String first, String second) {
        return whole(
                "TWO_SHEETS",
                "工作表「" + quote(first) + "」和「" + quote(second) + "」都是销售报表,不能确定以哪张为准;请每个文件只放一张,另存为几个文件投递",
                "the sheets \"" + quote(first) + "\" and \"" + quote(second)
                        + "\" both report sales, and which one is meant cannot be told; put one sheet in each file");
    }

    static Refusal noHeadingInWorkbook(int searched) {
        return whole(
                "NO_HEADING",
                "工作簿里看得见的工作表,前 " + searched + " 行都没有认出表头(隐藏的工作表不读);表头至少要有:销售日期、客户名称、数量,以及产品编码、产品型号或产品名称",
                "no heading was known in the first " + searched
                        + " rows of any visible sheet (hidden sheets are not read); it must name at least sold_on, customer_name, qty and product_code, model or product_name");
    }

    static Refusal noTable() {
        return whole(
                "NO_TABLE",
                "文件里没有读出表格:按 UTF-8、GB18030、UTF-16 都没有认出表头;" + SAVE_AS,
                "no table was found in the file: tried UTF-8, GB18030 and UTF-16, and no heading was known; "
                        + SAVE_AS_EN);
    }

    static Refusal twoTables(String first, String second) {
        return whole(
                "TWO_SHEETS",
                "工作表「" + quote(first) + "」和「" + quote(second) + "」都像通讯录,行号会混淆;请每个文件只放一张,另存为几个文件上传",
                "the sheets \"" + quote(first) + "\" and \"" + quote(second)
                        + "\" both look like address books, and their row numbers would be mixed up; put one sheet in each file");
    }

    static Refusal tooManyRows(long most) {
        return whole(
                "TOO_MANY_ROWS",
                "工作表超过 " + most + " 行,以下没有读取;请分成几个文件投递其余的行",
                "the sheet has more than " + most + " rows; nothing below was read: drop the rest in further files");
    }

    static Refusal sheetBroken(long row) {
        return whole(
                "SHEET_BROKEN",
                "工作表从第 " + row + " 行起已损坏,以上各行已照常处理,以下没有读取;请另存为新的 .xlsx 后重新投递,已收的行不会重复",
                "the sheet is damaged from row " + row
                        + " on; the rows above were dealt with as usual, nothing below was read: save it as a new .xlsx and drop it again, rows already taken are not taken twice");
    }

    static Refusal badXml(int line) {
        return whole(
                "BAD_XML",
                "第 " + line + " 行起不是合格的 XML,整个文件没有读取;请改正后重新投递",
                "the file is not well-formed XML from line " + line
                        + " on; nothing of it was taken: mend it and drop it again");
    }

    static Refusal notSalesXml() {
        return whole(
                "NO_HEADING",
                "XML 里没有认出销售记录;请写成 <SalesReport period=\"2024-06\"><Sale><Date>…</Date><Customer>…</Customer><Model>…</Model><Qty>…</Qty></Sale></SalesReport>",
                "no sales were known in the XML; write it like <SalesReport period=\"2024-06\"><Sale><Date>…</Date><Customer>…</Customer><Model>…</Model><Qty>…</Qty></Sale></SalesReport>");
    }

    static Refusal otherRows(String first, String other, int line) {
        return whole(
                "MIXED_ROWS",
                "XML 的记录有的叫「" + quote(first) + "」,第 " + line + " 行附近又叫「" + quote(other) + "」;请统一名称后重新投递",
                "records of the XML are called \"" + quote(first) + "\" and, near line " + line + ", \"" + quote(other)
                        + "\"; give them one name and drop the file again");
    }

    static Refusal tooManyNames(int most) {
        return whole(
                "TOO_LARGE",
                "XML 的记录用了超过 " + most + " 种名称,不读取;请检查导出后重新投递",
                "records of the XML use more than " + most
                        + " names and are not read; check the export and drop it again");
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

    static Refusal badAddress(long row) {
        return whole(
                "BAD_ADDRESS",
                "第 " + row + " 行单元格的地址不对或前后颠倒;请在 Excel 或 WPS 中另存一次,重新投递这一行",
                "row " + row
                        + " has cells whose addresses are wrong or out of order; save the workbook once in Excel or WPS and drop the row again");
    }

    static Refusal noSuchText(long row) {
        return whole(
                "NO_SUCH_TEXT",
                "第 " + row + " 行引用了工作簿里没有的文字;请在 Excel 或 WPS 中检查这一行,另存后重新投递",
                "row " + row
                        + " refers to a text the workbook does not have; check the row in Excel or WPS, save and drop it again");
    }

    static Refusal nested(long row) {
        return whole(
                "NESTED",
                "第 " + row + " 条记录的项目里还套着项目;请每个项目只写文字",
                "record " + row + " has elements within its elements; put plain text into each");
    }

    static Refusal elementTwice(long row) {
        return whole(
                "ELEMENT_TWICE",
                "第 " + row + " 条记录里同一个项目写了两次;请只留一个",
                "record " + row + " names one element twice; keep one");
    }

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

    static Refusal uncomputed(Column column) {
        return cell(
                column,
                "NOT_COMPUTED",
                "「" + column.zh() + "」是公式,但文件里没有算出的值;请在 Excel 或 WPS 中打开,保存一次,或直接填写数值",
                column.key()
                        + " is a formula whose result is not in the file; open and save it once in Excel or WPS, or fill in the value");
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
