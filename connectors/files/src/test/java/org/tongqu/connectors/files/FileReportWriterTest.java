package org.tongqu.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongqu.connectors.canon.FileReport;
import org.tongqu.connectors.canon.FileReport.FlaggedRow;
import org.tongqu.connectors.canon.FileReport.RefusedRow;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.SalesSheet;

/** What the sender finds in out/: a receipt for every file, and refused rows as they were sent with the reasons behind. */
class FileReportWriterTest {
    private static final String GOOD = "2024-06-03,沈阳一机,CK6140,2,100,200,C-1,快\n";
    private static final String BAD = "2024-02-30,沈阳㙍厂,CK6140,NaN,100,200,C-2,\"他说 \"\"快\"\", 要\"\n";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path out;

    @Test
    void theReceiptCarriesTheFieldsOfTheContract() throws IOException {
        FileReport report = new FileReport(
                "m-1",
                "agent-a001",
                "六月.csv",
                "PARTLY",
                30,
                27,
                2,
                1,
                4,
                "ab12",
                "m-0",
                null,
                List.of(new FlaggedRow(7, List.of("DATE_IN_FUTURE"))),
                null);

        FileReportWriter.write(out, report, rows -> {});

        assertThat(receipt("六月.csv")).isEqualTo(new ObjectMapper().readTree("""
                {"messageId":"m-1","name":"六月.csv","status":"PARTLY","rows":30,"accepted":27,"refused":2,"duplicate":1,"ignored":4,"sha256":"ab12",
                 "repeats":"m-0","flags":[{"row_no":7,"flags":["DATE_IN_FUTURE"]}]}"""));
        assertThat(names()).containsExactly("六月.csv.receipt.json");
    }

    @Test
    void aFileThatIsNoTableGetsAReceiptWithTheReasonAlone() throws IOException {
        Refusal reason = Sheets.refusalOf("你好");

        FileReportWriter.write(
                out,
                report("x.csv", 1, reason, null),
                rows -> assertThat(false).as("no rows are asked for").isTrue());

        assertThat(receipt("x.csv").get("status").asText()).isEqualTo("REFUSED");
        assertThat(receipt("x.csv").get("repeats").isNull()).isTrue();
        assertThat(receipt("x.csv").get("reason_code").asText()).isEqualTo("NO_HEADING");
        assertThat(receipt("x.csv").get("reason_zh").asText()).isEqualTo(reason.zh());
        assertThat(receipt("x.csv").get("reason_en").asText()).isEqualTo(reason.en());
        assertThat(names()).containsExactly("x.csv.receipt.json");
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8,false",
        "UTF-8,true",
        "GB18030,false",
        "GB18030,true",
        "UTF-16LE,true",
        "UTF-16BE,true",
        "UTF-16LE,false"
    })
    void refusedRowsComeBackInTheSendersOwnCharset(String charset, boolean bom) throws IOException {
        byte[] file = ((bom ? "\uFEFF" : "") + Sheets.HEADING + GOOD + BAD).getBytes(Charset.forName(charset));

        String back = new String(giveBack("a.csv", file), Charset.forName(charset));

        assertThat(back.startsWith("\uFEFF")).isEqualTo(bom);
        List<String> lines = back.replace("\uFEFF", "").lines().toList();
        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst()).isEqualTo("销售日期,客户名称,产品型号,数量,单价,金额,合同号,备注,row_no,reason_code,reason_zh,reason_en");
        assertThat(lines.get(1))
                .startsWith(BAD.strip() + ",3,BAD_DATE; BAD_NUMBER,")
                .contains("不是一个存在的日期")
                .contains("is not a number");
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "\t", "|"})
    void refusedRowsComeBackUnderTheSendersOwnDelimiter(String delimiter) throws IOException {
        String file = (Sheets.HEADING + "2024-02-30,沈阳一机,CK6140,2,100,200,C-2,\n").replace(",", delimiter);

        String back = new String(giveBack("a.csv", file.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);

        assertThat(back.lines().skip(1))
                .allMatch(line ->
                        line.startsWith("2024-02-30,沈阳一机,CK6140,2,100,200,C-2,,2,BAD_DATE,".replace(",", delimiter)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16LE"})
    void aRowMendedInTheRejectionFileSaysWhatTheRowShouldHaveSaid(String charset) throws IOException {
        Charset sent = Charset.forName(charset);
        String right = "2024-06-03,沈阳㙍厂,CK6140,5,100,500,C-2,\"他说 \"\"快\"\", 要\"\n";
        List<String> wanted = Sheets.of(Sheets.HEADING + right).hashes();
        byte[] file = (Sheets.HEADING + GOOD + right.replace("06-03", "02-30")).getBytes(sent);

        String back = new String(giveBack("a.csv", file), sent);
        Sheets mended = Sheets.of(back.replace("02-30,沈阳㙍厂", "06-03,沈阳㙍厂"), sent);

        assertThat(mended.hashes()).isEqualTo(wanted);
        assertThat(mended.lines().getFirst().extras()).isEmpty();
    }

    @Test
    void aRejectionFileDroppedUnmendedComesBackWithOneSetOfReasons() throws IOException {
        byte[] once = giveBack("a.csv", (Sheets.HEADING + GOOD + BAD).getBytes(StandardCharsets.UTF_8));
        byte[] twice = giveBack("b.csv", once);

        assertThat(new String(twice, StandardCharsets.UTF_8))
                .isEqualTo(new String(once, StandardCharsets.UTF_8).replace(",3,BAD", ",2,BAD"));
    }

    @Test
    void aFormulaInTheSendersCellStaysHisAndOurColumnsNeverStartAsOne() throws IOException {
        String file = Sheets.HEADING + "2024-02-30,=cmd|x,CK6140,+NaN,-1,@1,C-2,\"=HYPERLINK(\"\"x\"\")\"\n";

        String back = new String(giveBack("a.csv", file.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);

        String row = back.lines().skip(1).findFirst().orElseThrow();
        assertThat(row).startsWith("2024-02-30,=cmd|x,CK6140,+NaN,-1,@1,C-2,\"=HYPERLINK(\"\"x\"\")\",2,BAD_DATE; ");
        List<String> ours = new Cells(',').parse(row).orElseThrow().subList(8, 12);
        assertThat(ours).allMatch(cell -> Character.isLetterOrDigit(cell.charAt(0)) || cell.startsWith("「"));
    }

    @Test
    void bytesThatAreNoTextGoBackAsTheyCame() throws IOException {
        byte[] file = (Sheets.HEADING + "2024-06-03,沈阳X机,CK6140,2,100,200,C-1,\n").getBytes(StandardCharsets.UTF_8);
        file[new String(file, StandardCharsets.ISO_8859_1).indexOf('X')] = (byte) 0xFF;

        byte[] back = giveBack("a.csv", file);

        String latin = new String(back, StandardCharsets.ISO_8859_1);
        String row = latin.lines().skip(1).findFirst().orElseThrow();
        assertThat(row)
                .startsWith(new String(file, StandardCharsets.ISO_8859_1)
                                .lines()
                                .skip(1)
                                .findFirst()
                                .orElseThrow() + ",2,BAD_BYTES,");
        assertThat(new String(
                        row.substring(row.indexOf("BAD")).getBytes(StandardCharsets.ISO_8859_1),
                        StandardCharsets.UTF_8))
                .contains("请改正这一行");
    }

    @ParameterizedTest
    @CsvSource({
        "nul_byte.csv, 12",
        "long_row.csv, 12",
        "truncated_last_row.csv, 12",
        "unclosed_quote.csv, 12",
        "amount_nan.csv, 12"
    })
    void aBrokenRowComesBackWithOurColumnsUnderTheirHeadings(String name, int senders) throws IOException {
        byte[] back = giveBack(name, Sheets.hostileBytes(name));

        List<String> lines = new String(back, StandardCharsets.UTF_8).lines().toList();
        Cells cells = new Cells(',');
        assertThat(cells.parse(lines.getFirst()).orElseThrow()).hasSize(senders + 4);
        List<String> row = cells.parse(lines.get(1)).orElseThrow();
        assertThat(row.get(senders))
                .isEqualTo(Long.toString(Sheets.hostile(name).theRefused().rowNo()));
        assertThat(row.get(senders + 1)).isEqualTo(Sheets.hostile(name).codes().getFirst());
        assertThat(row.subList(0, 2)).containsExactly("2024-06", "沈阳盛达机电代理有限公司");
        assertThat(lines).hasSize(2);
    }

    @Test
    void aCleanReportUnderTheSameNameTakesAwayTheOldRejectionFile() throws IOException {
        giveBack("a.csv", (Sheets.HEADING + BAD).getBytes(StandardCharsets.UTF_8));

        FileReportWriter.write(
                out, report("a.csv", 0, null, Sheets.of(Sheets.HEADING + GOOD).form()), rows -> {});

        assertThat(names()).containsExactly("a.csv.receipt.json");
    }

    @Test
    void aFailureHalfwayLeavesWhatWasThereBefore() throws IOException {
        byte[] before = giveBack("a.csv", (Sheets.HEADING + BAD).getBytes(StandardCharsets.UTF_8));
        FileReport report =
                report("a.csv", 1, null, Sheets.of(Sheets.HEADING + GOOD).form());

        assertThatThrownBy(() -> FileReportWriter.write(out, report, rows -> {
                    throw new IllegalStateException("the store went away");
                }))
                .hasMessage("the store went away");

        assertThat(Files.readAllBytes(out.resolve("a.csv.rejected.csv"))).isEqualTo(before);
        assertThat(names()).containsExactly("a.csv.receipt.json", "a.csv.rejected.csv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x.csv", "a/b.csv", "..", ""})
    void aNameNeverLeadsOutOfTheFolder(String name) {
        assertThatThrownBy(() -> FileReportWriter.write(out, report(name, 0, null, null), rows -> {}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aNoteSaysWhySomethingWasNotTaken() throws IOException {
        FileReportWriter.leaveNote(out, "sub", new Refusal("", "NOT_A_FILE", "是文件夹", "it is a folder"));

        JsonNode note = new ObjectMapper().readTree(out.resolve("sub.note.json").toFile());
        assertThat(note.get("reason_code").asText()).isEqualTo("NOT_A_FILE");
        assertThat(note.get("reason_zh").asText()).isEqualTo("是文件夹");
    }

    private byte[] giveBack(String name, byte[] file) throws IOException {
        Sheets sheet = Sheets.of(file);
        List<RefusedRow> rows = sheet.refused().stream()
                .map(row -> new RefusedRow(row.rowNo(), row.raw(), row.refusals()))
                .toList();
        FileReportWriter.write(out, report(name, rows.size(), null, sheet.form()), rows::forEach);
        return Files.readAllBytes(out.resolve(name + ".rejected.csv"));
    }

    private static FileReport report(
            String name, long refused, @Nullable Refusal reason, SalesSheet.@Nullable Form form) {
        return new FileReport(
                "m-1",
                "agent-a001",
                name,
                refused > 0 ? "REFUSED" : "TAKEN",
                refused,
                0,
                refused,
                0,
                0,
                "ab12",
                null,
                reason,
                List.of(),
                form);
    }

    private JsonNode receipt(String name) throws IOException {
        return new ObjectMapper().readTree(out.resolve(name + ".receipt.json").toFile());
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(out)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }
}
