package org.tongqu.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an agent gets back for the files it drops: nothing is taken twice, nothing refused without a word, nothing mended refused. */
@ExtendWith(SharedGroup.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AgentFilesTest {
    private static final String AGENT = "agent-a001";
    private static final Charset GB = Charset.forName("GB18030");

    private final Group group;
    private final DropFolder folder;

    AgentFilesTest(Group group) {
        this.group = group;
        this.folder = group.folder(AGENT);
    }

    @Test
    @Order(1)
    void a_clean_report_is_taken_whole_and_shows_as_thirty_sales() {
        JsonNode receipt = folder.receiptAfterDropping("六月.csv", hostile("clean.csv"));

        DropFolder.says(receipt, "TAKEN", 30, 0, 0);
        assertThat(receipt.path("repeats").isNull()).isTrue();
        assertThat(receipt.path("sha256").asText()).hasSize(64);
        assertThat(folder.hasRejected("六月.csv")).isFalse();
        assertThat(folder.isDone("六月.csv")).isTrue();
        List<JsonNode> sales = sales();
        assertThat(sales).hasSize(30);
        assertThat(sales)
                .allSatisfy(line -> assertThat(line.path("messageId").asText())
                        .isEqualTo(receipt.path("messageId").asText()));
        assertThat(sales.stream()
                        .map(line ->
                                new java.math.BigDecimal(line.path("amount").asText()))
                        .reduce(java.math.BigDecimal.ZERO, java.math.BigDecimal::add))
                .isEqualByComparingTo("18332500");
    }

    @Test
    @Order(2)
    void the_same_bytes_under_another_name_add_nothing_and_name_the_first() {
        String first = folder.receipt("六月.csv").path("messageId").asText();

        JsonNode receipt = folder.receiptAfterDropping("六月(2).csv", hostile("clean.csv"));

        DropFolder.says(receipt, "DUPLICATE", 0, 0, 30);
        assertThat(receipt.path("repeats").asText()).isEqualTo(first);
        assertThat(receipt.path("messageId").asText()).isNotEqualTo(first);
        assertThat(sales()).hasSize(30);
    }

    @Test
    @Order(3)
    void the_same_report_in_another_encoding_or_shape_adds_nothing() {
        List<String> shapes =
                List.of("gbk.csv", "semicolon.csv", "columns_swapped.csv", "utf16le_bom.csv", "utf16be_bom.csv");
        shapes.forEach(name -> folder.drop(name, hostile(name)));
        folder.drop("bom.csv", withBom(hostile("clean.csv")));

        shapes.forEach(name -> DropFolder.says(folder.receipt(name), "DUPLICATE", 0, 0, 30));
        DropFolder.says(folder.receipt("bom.csv"), "DUPLICATE", 0, 0, 30);
        assertThat(sales()).hasSize(30);
    }

    @Test
    @Order(4)
    void rare_characters_come_through_whole() {
        DropFolder.says(folder.receiptAfterDropping("rare.csv", hostile("gb18030_rare.csv")), "TAKEN", 1, 0, 29);

        assertThat(sales())
                .hasSize(31)
                .anyMatch(line -> line.path("customerName").asText().equals("㙍䶮𠮷重工有限公司"));
    }

    @Test
    @Order(5)
    void bad_rows_go_back_in_the_senders_own_encoding_and_columns_and_are_taken_once_mended() {
        String july = new String(hostile("clean.csv"), UTF_8)
                .replace("2024-06", "2024-07")
                .replace("DL-2024-70", "DL-2024-71");
        String broken = july.replaceFirst("2024-07-21,成都东方汽轮配套厂", "2024-07-41,成都东方汽轮配套厂")
                .replaceFirst("高压开关柜,3,78500", "高压开关柜,三四台,78500");

        JsonNode receipt = folder.receiptAfterDropping("七月.csv", broken.getBytes(GB));

        DropFolder.says(receipt, "PARTLY", 28, 2, 0);
        List<String> back = folder.rejected("七月.csv", GB).lines().toList();
        assertThat(back).hasSize(3);
        assertThat(back.getFirst())
                .isEqualTo(july.lines().findFirst().orElseThrow() + ",row_no,reason_code,reason_zh,reason_en");
        assertThat(back.get(1)).contains("成都东方汽轮配套厂", ",2,BAD_DATE,");
        assertThat(back.get(2)).contains("三四台", ",3,BAD_NUMBER,");
        assertThat(sales()).hasSize(31 + 28);

        String mended = folder.rejected("七月.csv", GB)
                .replace("2024-07-41", "2024-07-21")
                .replace("三四台", "3");
        DropFolder.says(folder.receiptAfterDropping("七月-改.csv", mended.getBytes(GB)), "TAKEN", 2, 0, 0);
        assertThat(sales()).hasSize(31 + 30);
        DropFolder.says(folder.receiptAfterDropping("七月-全.csv", july.getBytes(UTF_8)), "DUPLICATE", 0, 0, 30);
    }

    @Test
    @Order(6)
    void a_report_in_somebody_elses_name_is_refused_row_by_row() {
        DropFolder other = group.folder("agent-a002");

        JsonNode receipt = other.receiptAfterDropping("other.csv", hostile("clean.csv"));

        DropFolder.says(receipt, "REFUSED", 0, 30, 0);
        assertThat(other.rejected("other.csv", UTF_8).lines()).hasSize(31);
        assertThat(group.as("desk").all("/api/v1/sales?agent=agent-a002")).isEmpty();
    }

    @Test
    @Order(7)
    void what_cannot_be_read_at_all_is_answered_too() {
        folder.drop("空.csv", new byte[0]);
        folder.drop("图.csv", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13, 'I', 'H', 'D', 'R'});
        folder.drop("big5.csv", hostile("big5.csv"));

        for (String name : List.of("空.csv", "图.csv", "big5.csv")) {
            JsonNode receipt = folder.receipt(name);
            assertThat(receipt.path("status").asText()).as(name).isEqualTo("REFUSED");
            assertThat(receipt.path("refused").asInt()).as(name).isPositive();
            assertThat(receipt.path("reason_zh").asText()).as(name).containsPattern("\\p{IsHan}");
            assertThat(receipt.path("reason_en").asText()).as(name).isNotBlank();
        }
        assertThat(sales()).hasSize(31 + 30);
    }

    @Test
    @Order(8)
    void another_agent_sees_none_of_it() {
        assertThat(group.as("agent-a002").all("/api/v1/sales?agent=" + AGENT)).isEmpty();
        assertThat(group.as(AGENT).all("/api/v1/sales?agent=" + AGENT)).hasSize(31 + 30);
    }

    @Test
    @Order(9)
    void the_same_report_as_a_workbook_adds_nothing_whatever_stands_around_it() {
        List<String> workbooks = List.of(
                "clean.xlsx",
                "real_dates.xlsx",
                "title_rows_merged.xlsx",
                "instructions_sheet_first_hidden_sheet.xlsx");
        workbooks.forEach(name -> folder.drop(name, spoilt("agent-xlsx/" + name)));

        workbooks.forEach(name -> DropFolder.says(folder.receipt(name), "DUPLICATE", 0, 0, 30));
        assertThat(sales()).hasSize(31 + 30);
    }

    @Test
    @Order(10)
    void amounts_that_are_formulas_are_worked_out_and_correct_their_lines_without_adding_any() {
        JsonNode receipt =
                folder.receiptAfterDropping("formula_amounts.xlsx", spoilt("agent-xlsx/formula_amounts.xlsx"));

        DropFolder.says(receipt, "TAKEN", 30, 0, 0);
        assertThat(receipt.path("flags")).hasSize(30);
        assertThat(sales()).hasSize(31 + 30);
        assertThat(sales()).noneMatch(line -> line.path("amount").asText().startsWith("0"));
    }

    @Test
    @Order(11)
    void an_xml_report_is_one_sale_and_the_hostile_are_refused_in_words() {
        DropFolder.says(folder.receiptAfterDropping("clean.xml", spoilt("xml/own/clean.xml")), "TAKEN", 1, 0, 0);
        List<String> hostile = List.of(
                "agent-xlsx/bomb_300MB_sheet.xlsx",
                "poi-xlsx/protected_passtika.xlsx",
                "poi-xlsx/poc-xmlbomb.xlsx",
                "xml/own/billion_laughs.xml",
                "xml/own/xxe_file.xml",
                "xml/own/param_entity_oob.xml",
                "zip/slip.zip");
        hostile.forEach(name -> folder.drop(last(name), spoilt(name)));

        for (String name : hostile) {
            JsonNode receipt = folder.receipt(last(name));
            assertThat(receipt.path("status").asText()).as(name).isEqualTo("REFUSED");
            assertThat(receipt.path("reason_zh").asText()).as(name).containsPattern("\\p{IsHan}");
            assertThat(receipt.path("reason_en").asText()).as(name).isNotBlank();
        }
        assertThat(sales()).hasSize(31 + 30 + 1);
    }

    @Test
    @Order(12)
    void rows_refused_from_a_workbook_come_back_as_a_workbook_and_are_taken_once_mended() throws IOException {
        DropFolder other = group.folder("agent-a009");
        other.receiptAfterDropping("large.xlsx", LargeWorkbook.of(10, 5));

        Path rejected = group.hub().home().resolve("drop/agent-a009/out/large.xlsx.rejected.xlsx");
        DropFolder.says(other.receipt("large.xlsx"), "PARTLY", 8, 2, 0);
        assertThat(other.rejected("large.xlsx", UTF_8))
                .startsWith("\uFEFF销售日期,")
                .contains("2026-02-30", ",6,BAD_DATE,");
        DropFolder.says(other.receiptAfterDropping("unmended.xlsx", Files.readAllBytes(rejected)), "REFUSED", 0, 2, 0);
        String mended = other.rejected("large.xlsx", UTF_8).replace("2026-02-30", "2026-02-28");
        DropFolder.says(other.receiptAfterDropping("mended.csv", mended.getBytes(UTF_8)), "TAKEN", 2, 0, 0);
        assertThat(group.as("desk").all("/api/v1/sales?agent=agent-a009")).hasSize(10);
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private List<JsonNode> sales() {
        return group.as("desk").all("/api/v1/sales?agent=" + AGENT);
    }

    private static byte[] withBom(byte[] utf8) {
        byte[] all = new byte[utf8.length + 3];
        System.arraycopy(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, 0, all, 0, 3);
        System.arraycopy(utf8, 0, all, 3, utf8.length);
        return all;
    }

    /** The files lie with the module that reads them first. */
    static byte[] hostile(String name) {
        return spoilt("agent-csv/" + name);
    }

    private static byte[] spoilt(String path) {
        try {
            return Files.readAllBytes(Product.root()
                    .resolve("connectors/files/src/test/resources/hostile")
                    .resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
