package org.tongqu.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongqu.connectors.canon.FileReport;
import org.tongqu.connectors.canon.FileReport.RefusedRow;
import org.tongqu.connectors.canon.SalesLine;

@DisplayName("Refused rows of a workbook come back as a workbook and as text, to be mended and dropped again")
class RejectionWorkbookTest {
    private static final String BAD = "2024-02-30";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path out;

    @Test
    @DisplayName(
            "heading, order and cells are the sender's, with row number, code and words behind; row numbers are those of his sheet")
    void theSendersOwnColumnsAndOursBehind() throws Exception {
        giveBack("六月.xlsx", filled("沈阳一机", "C-1"));

        List<List<String>> rows = cells(Files.readAllBytes(out.resolve("六月.xlsx.rejected.xlsx")));

        assertThat(rows.getFirst())
                .containsExactly(
                        "销售日期",
                        "客户名称",
                        "产品型号",
                        "数量",
                        "单价",
                        "金额",
                        "合同号",
                        "备注",
                        "row_no",
                        "reason_code",
                        "reason_zh",
                        "reason_en");
        assertThat(rows.get(1).subList(0, 10))
                .containsExactly(BAD, "沈阳一机", "CK6140", "2", "100.5", "201", "C-1", "", "3", "BAD_DATE");
        assertThat(text("六月.xlsx"))
                .startsWith("\uFEFF销售日期,")
                .contains(BAD + ",沈阳一机,CK6140,2,100.5,201,C-1,,3,BAD_DATE,");
    }

    @Test
    @DisplayName("mended in either and dropped again, a row says what it should have said and which row it mends")
    void mendedInEither() throws Exception {
        giveBack("a.xlsx", filled("沈阳一机", "C-1"));

        Sheets csv = Sheets.of(text("a.xlsx").replace(BAD, "2024-06-03"));
        Sheets workbook = Sheets.of(mended(Files.readAllBytes(out.resolve("a.xlsx.rejected.xlsx"))));

        assertThat(csv.lines()).extracting(SalesLine::mends).containsExactly(3L);
        assertThat(workbook.lines()).extracting(SalesLine::mends).containsExactly(3L);
        assertThat(workbook.hashes())
                .isEqualTo(csv.hashes())
                .isEqualTo(Sheets.of(Sheets.HEADING + "2024-06-03,沈阳一机,CK6140,2,100.5,201,C-1,\n")
                        .hashes());
    }

    @Test
    @DisplayName("text that looks like a formula starts none, in neither file, and comes back as the text it was")
    void noFormulaStarts() throws Exception {
        String formula = "=HYPERLINK(\"http://127.0.0.1:9\")";
        giveBack("a.xlsx", filled("沈阳一机", formula));

        assertThat(parts(Files.readAllBytes(out.resolve("a.xlsx.rejected.xlsx"))))
                .doesNotContain("<f>", "<f ");
        List<String> row =
                new Cells(',').parse(text("a.xlsx").lines().toList().get(1)).orElseThrow();
        assertThat(row.get(6)).isEqualTo("'" + formula);
        assertThat(Sheets.of(text("a.xlsx").replace(BAD, "2024-06-03")).lines())
                .extracting(SalesLine::contractNo)
                .containsExactly(formula);
        assertThat(Sheets.of(mended(Files.readAllBytes(out.resolve("a.xlsx.rejected.xlsx"))))
                        .lines())
                .extracting(SalesLine::contractNo)
                .containsExactly(formula);
    }

    @Test
    @DisplayName("a row the reader could make nothing of comes back with its reason")
    void aRowOfNothing() throws Exception {
        byte[] cut =
                MadeWorkbook.raw(MadeWorkbook.sheet(MadeWorkbook.ROW).replace("</sheetData></worksheet>", "<row><c"));

        giveBack("a.xlsx", cut);

        assertThat(cells(Files.readAllBytes(out.resolve("a.xlsx.rejected.xlsx")))
                        .get(1))
                .contains("3", "SHEET_BROKEN");
    }

    @Test
    @DisplayName("when a file of the same name is whole the next time, both are taken away")
    void bothAreTakenAway() throws Exception {
        giveBack("a.xlsx", filled("沈阳一机", "C-1"));
        giveBack("a.xlsx", MadeWorkbook.of(MadeWorkbook.ROW));

        assertThat(out.toFile().list()).containsExactly("a.xlsx.receipt.json");
    }

    @Test
    @DisplayName("control signs and what looks like one go out and come back as they were")
    void controlSigns() {
        String text = "a\u0001b\rc_x000D_d";

        assertThat(CellText.unescaped(CellText.escaped(text))).isEqualTo(text);
    }

    /** A workbook as Excel would write it, with a good row and one whose day does not exist. */
    private static byte[] filled(String customer, String contract) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (org.dhatim.fastexcel.Workbook workbook = new org.dhatim.fastexcel.Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("6月");
            String[] heading = Sheets.HEADING.strip().split(",", -1);
            for (int at = 0; at < heading.length; at++) {
                sheet.value(0, at, heading[at]);
            }
            row(sheet, 1, "2024-06-03", "鞍山二机", "C-0");
            row(sheet, 2, BAD, customer, contract);
        }
        return bytes.toByteArray();
    }

    private static void row(Worksheet sheet, int row, String day, String customer, String contract) {
        sheet.value(row, 0, day);
        sheet.value(row, 1, customer);
        sheet.value(row, 2, "CK6140");
        sheet.value(row, 3, 2);
        sheet.value(row, 4, 100.5);
        sheet.value(row, 5, 201);
        sheet.value(row, 6, contract);
    }

    private void giveBack(String name, byte[] file) throws IOException {
        Sheets sheet = Sheets.of(file);
        List<RefusedRow> rows = sheet.refused().stream()
                .map(row -> new RefusedRow(row.rowNo(), row.raw(), row.refusals()))
                .toList();
        FileReport report = new FileReport(
                "m-1",
                "agent-a001",
                name,
                "PARTLY",
                sheet.rows().size(),
                sheet.lines().size(),
                rows.size(),
                0,
                0,
                "ab12",
                null,
                null,
                List.of(),
                sheet.form());
        FileReportWriter.write(out, report, rows::forEach);
    }

    private String text(String name) throws IOException {
        return Files.readString(out.resolve(name + ".rejected.csv"));
    }

    /** As a person would: the wrong day overwritten, everything else left. */
    private static byte[] mended(byte[] workbook) throws IOException {
        return MadeWorkbook.zip(zip -> MadeWorkbook.copy(workbook, zip, part -> part.replace(BAD, "2024-06-03")));
    }

    private static String parts(byte[] workbook) throws IOException {
        StringBuilder all = new StringBuilder();
        MadeWorkbook.zip(zip -> MadeWorkbook.copy(workbook, zip, part -> {
            all.append(part);
            return part;
        }));
        return all.toString();
    }

    private static List<List<String>> cells(byte[] file) throws IOException, Unfit {
        try (Workbook workbook = Workbook.open(Spool.of(new ByteArrayInputStream(file), Workbook.LARGEST));
                SheetRows rows = workbook.rows(workbook.sheets().getFirst())) {
            List<List<String>> cells = new ArrayList<>();
            for (@Nullable SourceRecord row = rows.next(); row != null; row = rows.next()) {
                cells.add(row.cells());
            }
            return cells;
        }
    }

    @Test
    @DisplayName("figures are left alone, whatever sign they begin with")
    void figuresAreLeftAlone() {
        assertThat(List.of("-5", "+1,200.50", "=1", "+8613900000000x", "@sum", "文字"))
                .map(Harmless::text)
                .containsExactly("-5", "+1,200.50", "'=1", "'+8613900000000x", "'@sum", "文字");
    }
}
