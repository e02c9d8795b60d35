package org.tongqu.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.SalesLine;
import org.tongqu.connectors.canon.SalesSheet;
import org.tongqu.connectors.canon.SalesSheet.Row;

@DisplayName("An XML report is read as sales, and one that reaches outside itself is refused unread")
class XmlTest {
    private static final String SALE =
            "<Sale><Date>2024-06-03</Date><Customer>沈阳一机</Customer><Model>CK6140</Model><Qty>2</Qty><Amount>200</Amount></Sale>";

    @Test
    @DisplayName("the clean one is one sale: period, agent, day, customer, model, quantity and amount as it says")
    void theCleanOneIsOneSale() {
        Sheets sheet = Sheets.of(Sheets.resource("/hostile/xml/own/clean.xml"));

        SalesLine sale = sheet.lines().getFirst();
        assertThat(sheet.rows()).hasSize(1);
        assertThat(sale.reportNo()).isEqualTo("2024-06");
        assertThat(sale.agentName()).isEqualTo("沈阳盛达机电代理有限公司");
        assertThat(sale.soldOn()).isEqualTo("2024-06-03");
        assertThat(sale.customer().name()).isEqualTo("沈阳重型锻造有限公司");
        assertThat(sale.model()).isEqualTo("CK6140");
        assertThat(sale.qty()).isEqualByComparingTo("1");
        assertThat(sale.amount()).isEqualByComparingTo("186000");
        assertThat(sheet.form().kind()).isEqualTo(SalesSheet.Form.Kind.XML);
    }

    @ParameterizedTest
    @DisplayName(
            "files that point outside or multiply themselves: refused in a second, nothing told of any file, nobody called")
    @ValueSource(
            strings = {
                "own/billion_laughs.xml",
                "own/param_entity_oob.xml",
                "own/xxe_file.xml",
                "patt/Classic_XXE.xml",
                "patt/Classic_XXE_-_etc_passwd.xml",
                "patt/Classic_XXE_B64_Encoded.xml",
                "patt/Deny_Of_Service_-_Billion_Laugh_Attack",
                "patt/XXE_PHP_Wrapper.xml",
                "patt/XXE_OOB_Attack_(Yunusov,_2013).xml",
                "patt/xml-attacks.txt"
            })
    void theHostileAreRefused(String name) throws IOException {
        try (ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            String text = new String(Sheets.resource("/hostile/xml/" + name), StandardCharsets.UTF_8)
                    .replace("127.0.0.1:9", "127.0.0.1:" + listener.getLocalPort());

            Refusal refusal = Quickly.within(Duration.ofSeconds(1), () -> Sheets.refusalOf(text));

            assertThat(refusal.code()).isIn("DOCTYPE", "NO_HEADING");
            assertThat(refusal.zh() + refusal.en()).doesNotContain("root:", hostname(), "lol");
            assertThat(called(listener)).isFalse();
        }
    }

    @Test
    @DisplayName("a DOCTYPE without any entity is refused too")
    void anyDoctypeIsRefused() {
        assertThat(Sheets.refusalOf("<!DOCTYPE SalesReport><SalesReport>" + SALE + "</SalesReport>")
                        .code())
                .isEqualTo("DOCTYPE");
    }

    @Test
    @DisplayName("a list of sales streams row by row; a bad one goes back by its number and its neighbours stay")
    void aListOfSales() {
        Sheets sheet = Sheets.of(
                "<SalesReport>" + SALE + SALE.replace("06-03", "02-30") + SALE.replace("沈阳", "鞍山") + "</SalesReport>");

        assertThat(sheet.lines()).extracting(SalesLine::rowNo).containsExactly(1L, 3L);
        assertThat(sheet.refusedRows()).containsExactly(2L);
        assertThat(sheet.codes()).containsExactly("BAD_DATE");
        assertThat(new String(sheet.theRefused().raw(), StandardCharsets.UTF_8))
                .isEqualTo("2024-02-30,沈阳一机,CK6140,2,200");
    }

    @Test
    @DisplayName("elements may be named in Chinese, stand in any order, be missing or unknown, and be attributes")
    void elementsAsHeadings() {
        Sheets sheet = Sheets.of("""
                <?xml version="1.0" encoding="UTF-8"?>
                <报表 报告期="2024-06"><记录 行号="7"><型号>J2108</型号><销售日期>2024-06-03</销售日期><客户名称>沈阳一机</客户名称><数量>2</数量><业务员>老张</业务员></记录>
                <记录 行号="8"><销售日期>2024-06-03</销售日期><客户名称>鞍山二机</客户名称><型号>J2108</型号><数量>1</数量></记录></报表>
                """);

        assertThat(sheet.lines()).extracting(SalesLine::lineNo).containsExactly("7", "8");
        assertThat(sheet.lines().getFirst().extras()).containsEntry("业务员", "老张");
        assertThat(sheet.lines()).extracting(SalesLine::reportNo).containsOnly("2024-06");
    }

    @ParameterizedTest
    @DisplayName("the file's own encoding is followed")
    @ValueSource(strings = {"GB18030", "GBK", "UTF-16", "UTF-8"})
    void theFilesEncodingIsFollowed(String charset) {
        byte[] bytes = ("<?xml version=\"1.0\" encoding=\"" + charset + "\"?><SalesReport>" + SALE + "</SalesReport>")
                .getBytes(java.nio.charset.Charset.forName(charset));

        assertThat(Sheets.of(bytes).lines().getFirst().customer().name()).isEqualTo("沈阳一机");
    }

    @ParameterizedTest
    @DisplayName("what is not well-formed, or no report of sales, is refused whole: nothing is half taken")
    @CsvSource(
            delimiter = '|',
            value = {
                "<SalesReport>SALE<Sale>|BAD_XML",
                "<SalesReport>SALE</SalesReport><more/>|BAD_XML",
                "<SalesReport>SALE&amp;nbsp</SalesRepor>|BAD_XML",
                "<SalesReport>SALE&unknown;</SalesReport>|BAD_XML",
                "<SalesReport/>|NO_HEADING",
                "<change-log><text>Hello</text></change-log>|NO_HEADING",
                "<SalesReport><Sale><Date>2024-06-03</Date><Customer>x</Customer></Sale></SalesReport>|MISSING_COLUMN",
                "<SalesReport>SALE<Return><Date>2024-06-03</Date></Return></SalesReport>|MIXED_ROWS"
            })
    void whatIsNoReportIsRefusedWhole(String xml, String code) {
        assertThat(Sheets.refusalOf(xml.replace("SALE", SALE)).code()).isEqualTo(code);
    }

    @Test
    @DisplayName("an element within an element, or one said twice, sets its row aside")
    void oddRowsAreSetAside() {
        Sheets sheet = Sheets.of("<SalesReport>" + SALE.replace("沈阳一机", "<Name>沈阳</Name>")
                + SALE.replace("<Qty>", "<Qty>9</Qty><Qty>") + SALE + "</SalesReport>");

        assertThat(sheet.codes()).containsExactly("NESTED", "ELEMENT_TWICE");
        assertThat(sheet.lines()).hasSize(1);
    }

    @Test
    @DisplayName("how much was read grows from row to row and ends at all of it")
    void howMuchWasRead() {
        byte[] many = ("<SalesReport>" + SALE.repeat(20_000) + "</SalesReport>").getBytes(StandardCharsets.UTF_8);

        List<Double> shares = Progress.of(many);

        assertThat(shares).isSorted().last().isEqualTo(1.0);
        assertThat(shares.get(shares.size() / 2)).isBetween(0.4, 0.6);
    }

    private static String hostname() throws IOException {
        java.nio.file.Path file = java.nio.file.Path.of("/etc/hostname");
        String name = java.nio.file.Files.isReadable(file)
                ? java.nio.file.Files.readString(file).strip()
                : "";
        return name.isEmpty() ? "no name at all" : name;
    }

    private static boolean called(ServerSocket listener) throws IOException {
        listener.setSoTimeout(50);
        try {
            listener.accept().close();
            return true;
        } catch (SocketTimeoutException nobody) {
            return false;
        }
    }

    @Test
    @DisplayName("the rows of the same file come under the same numbers each time, so that a killed run goes on")
    void theSameNumbersEachTime() {
        String xml = "<SalesReport>" + SALE + SALE.replace("<Qty>2", "<Qty>x") + SALE + "</SalesReport>";

        assertThat(Sheets.of(xml).rows()).extracting(Row::rowNo).containsExactly(1L, 2L, 3L);
    }
}
