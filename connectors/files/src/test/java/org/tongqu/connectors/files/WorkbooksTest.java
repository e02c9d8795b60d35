package org.tongqu.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongqu.connectors.canon.SalesLine;
import org.tongqu.connectors.canon.SalesSheet;

@DisplayName("An agent's Excel workbook says the same as the file of text it stands for")
class WorkbooksTest {

    @ParameterizedTest
    @DisplayName("clean, with real dates, under title rows, or behind a sheet of instructions: the same thirty sales")
    @ValueSource(strings = {"clean", "real_dates", "title_rows_merged", "instructions_sheet_first_hidden_sheet"})
    void theSameThirtySales(String name) {
        Sheets workbook = agent(name);

        assertThat(workbook.refused()).isEmpty();
        assertThat(workbook.hashes()).isEqualTo(Sheets.hostile("clean.csv").hashes());
        assertThat(workbook.form().kind()).isEqualTo(SalesSheet.Form.Kind.WORKBOOK);
    }

    @Test
    @DisplayName(
            "a formula whose result was not stored is worked out from quantity and price, and said so; it is never nought")
    void aFormulaWithoutResultIsWorkedOut() {
        List<SalesLine> lines = agent("formula_amounts").lines();

        assertThat(lines)
                .extracting(SalesLine::amount)
                .isEqualTo(Sheets.hostile("clean.csv").lines().stream()
                        .map(SalesLine::amount)
                        .toList());
        assertThat(lines).allSatisfy(line -> assertThat(line.flags()).containsExactly("AMOUNT_WORKED_OUT"));
    }

    @Test
    @DisplayName("a formula without result in another column, or without a price to work it out, sets its row aside")
    void aFormulaThatCannotBeWorkedOutSetsItsRowAside() {
        Sheets sheet = Sheets.of(
                MadeWorkbook.of(
                        "<c t='inlineStr'><is><t>2024-06-03</t></is></c><c t='inlineStr'><is><t>沈阳一机</t></is></c><c t='inlineStr'><is><t>CK6140</t></is></c><c><v>2</v></c><c/><c><f>D2*E2</f></c>",
                        "<c t='inlineStr'><is><t>2024-06-03</t></is></c><c t='inlineStr'><is><t>沈阳一机</t></is></c><c t='inlineStr'><is><t>CK6140</t></is></c><c><f>1+1</f><v></v></c><c><v>5</v></c>"));

        assertThat(sheet.lines()).isEmpty();
        assertThat(sheet.codes()).containsExactly("NOT_COMPUTED", "NOT_COMPUTED");
        assertThat(new String(sheet.refused().getFirst().raw(), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo("2024-06-03,沈阳一机,CK6140,2,,=D2*E2");
    }

    @Test
    @DisplayName("rows keep the numbers Excel shows beside them")
    void rowsKeepTheirNumbers() {
        assertThat(agent("title_rows_merged").lines().getFirst().rowNo()).isEqualTo(4);
        assertThat(agent("clean").lines().getFirst().rowNo()).isEqualTo(2);
    }

    @Test
    @DisplayName("two visible sheets of sales are asked about, for neither may be passed over")
    void twoSheetsOfSalesAreAskedAbout() {
        byte[] two = MadeWorkbook.sheets("6月", MadeWorkbook.sheet(MadeWorkbook.ROW), "7月", MadeWorkbook.sheet());

        assertThat(Sheets.refusalOf(two))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("TWO_SHEETS"))
                .satisfies(refusal -> assertThat(refusal.zh()).contains("6月", "7月"));
    }

    @ParameterizedTest
    @DisplayName("numbers are read as Excel shows them, not as it reckons")
    @CsvSource({
        "186000.54999999999, 186000.55",
        "0.1, 0.1",
        "1.86E5, 186000",
        "2.5999999999999999E-2, 0.026",
        "412000, 412000"
    })
    void numbersAreReadAsShown(String stored, String shown) {
        assertThat(CellText.shown(stored)).isEqualTo(shown);
    }

    @ParameterizedTest
    @DisplayName("which formats show a day")
    @CsvSource(
            delimiter = '|',
            value = {
                "yyyy-mm-dd|true",
                "[$-804]yyyy\"年\"m\"月\"d\"日\";@|true",
                "d-mmm-yy|true",
                "General|false",
                "#,##0.00|false",
                "0.00E+00|false",
                "[Red]0.00|false",
                "\"d\"0|false",
                "h:mm:ss|false"
            })
    void whichFormatsShowADay(String format, boolean day) {
        assertThat(CellStyles.showsDay(format)).isEqualTo(day);
    }

    @Test
    @DisplayName(
            "text is read with its breaks, its rich parts joined, without reading aids; control signs are what they stand for")
    void textIsReadAsSeen() {
        Sheets sheet = Sheets.of(
                MadeWorkbook.of(
                        "<c t='inlineStr'><is><t>2024-06-03</t></is></c><c t='inlineStr'><is><r><t>沈阳</t></r><r><t>一机</t></r><rPh sb='0' eb='1'><t>shen</t></rPh></is></c><c t='inlineStr'><is><t>CK6140</t></is></c><c><v>2</v></c><c><v>100</v></c><c><v>200</v></c><c t='inlineStr'><is><t>a_x000A_b</t></is></c>"));

        assertThat(sheet.lines().getFirst().customer().name()).isEqualTo("沈阳一机");
        assertThat(sheet.lines().getFirst().contractNo()).isEqualTo("a\nb");
    }

    @Test
    @DisplayName(
            "where a sheet breaks off, the rows above stand, the break is a refused row, and nothing is made up below")
    void aBrokenSheetKeepsTheRowsAbove() {
        byte[] cut = MadeWorkbook.raw(
                MadeWorkbook.sheet(MadeWorkbook.ROW, MadeWorkbook.ROW).replace("</sheetData></worksheet>", "<row><c"));

        Sheets sheet = Sheets.of(cut);

        assertThat(sheet.lines()).hasSize(2);
        assertThat(sheet.codes()).containsExactly("SHEET_BROKEN");
        assertThat(sheet.refusedRows()).containsExactly(4L);
    }

    @Test
    @DisplayName("rows without number, or with one that goes back, are counted on, so that a resumed run skips none")
    void rowNumbersNeverGoBack() {
        String sheet = MadeWorkbook.sheet(MadeWorkbook.ROW, MadeWorkbook.ROW, MadeWorkbook.ROW);
        String numbered = sheet.replaceFirst(
                        "<row><c t='inlineStr'><is><t>2024", "<row r='9'><c t='inlineStr'><is><t>2024")
                .replaceFirst("(r='9'.*?)<row>", "$1<row r='3'>");

        assertThat(Sheets.of(MadeWorkbook.raw(numbered)).rows())
                .extracting(SalesSheet.Row::rowNo)
                .containsExactly(9L, 10L, 11L);
    }

    @ParameterizedTest
    @DisplayName("what is no workbook we read is refused with what to do")
    @CsvSource({
        "d0cf11e0a1b11ae1, OLD_EXCEL, 另存为",
        "255044462d312e37, NOT_TEXT, 另存为",
        "504b0304aaaaaaaa, BROKEN_WORKBOOK, 另存为",
        "3c68746d6c3e0a, HTML, 另存为"
    })
    void whatIsNoWorkbookIsRefusedWithWhatToDo(String hex, String code, String todo) {
        assertThat(Sheets.refusalOf(java.util.HexFormat.of().parseHex(hex)))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code))
                .satisfies(refusal -> assertThat(refusal.zh()).contains(todo));
    }

    @Test
    @DisplayName("an archive is not unpacked and says so, whatever its entries are called")
    void anArchiveIsNotUnpacked() {
        assertThat(Sheets.refusalOf(Sheets.resource("/hostile/zip/slip.zip")).code())
                .isEqualTo("ARCHIVE");
    }

    private static Sheets agent(String name) {
        return Sheets.of(Sheets.resource("/hostile/agent-xlsx/" + name + ".xlsx"));
    }
}
