package org.tongqu.connectors.soap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongqu.connectors.canon.Refusal;

@DisplayName("The element in a body")
class PayloadTest {
    private static final String ORDER = """
            <SubmitOrder xmlns="urn:tongqu:factory:1"><order><orderNo>A-1</orderNo><orderedAt>2026-03-02T09:30:00+08:00</orderedAt>
              <customer><name> 沈阳 &amp; 厂 </name></customer><currency>CNY</currency>
              <lines><lineNo>1</lineNo><productCode>CK6150</productCode><qty>
                 2.00 </qty><unitPrice>1</unitPrice></lines>
              <lines><lineNo>2</lineNo><productCode>X</productCode><qty>1</qty><unitPrice>1</unitPrice></lines>
              <shipments><shipmentNo>S-1</shipmentNo><shippedAt>2026-03-03T09:30:00Z</shippedAt><lines><lineNo>1</lineNo><qty>1</qty></lines></shipments>
            </order></SubmitOrder>""";

    private static String json(String xml) {
        Payload read = Payload.read(xml.getBytes(UTF_8));
        assertThat(read).isInstanceOf(Payload.Document.class);
        return new String(((Payload.Document) read).json(), UTF_8);
    }

    private static List<Refusal> wrong(String xml) {
        Payload read = Payload.read(xml.getBytes(UTF_8));
        assertThat(read).isInstanceOf(Payload.Wrong.class);
        return ((Payload.Wrong) read).refusals();
    }

    @Test
    @DisplayName(
            "becomes the document that REST carries: lists even of one, figures as they were written, texts to the blank")
    void becomesJson() {
        assertThat(json(ORDER)).isEqualTo("""
                {"orderNo":"A-1","orderedAt":"2026-03-02T09:30:00+08:00","customer":{"name":" 沈阳 & 厂 "},"currency":"CNY",\
                "lines":[{"lineNo":"1","productCode":"CK6150","qty":"2.00","unitPrice":"1"},\
                {"lineNo":"2","productCode":"X","qty":"1","unitPrice":"1"}],\
                "shipments":[{"shipmentNo":"S-1","shippedAt":"2026-03-03T09:30:00Z","lines":[{"lineNo":"1","qty":"1"}]}]}""");
    }

    @Test
    @DisplayName("is its own document where it has no other")
    void ownDocument() {
        assertThat(json("""
                <ReportMilestone xmlns="urn:tongqu:factory:1"><orderNo>A-1</orderNo><milestones><kind>MADE</kind><at>2026-03-03T09:30:00Z</at></milestones></ReportMilestone>"""))
                .isEqualTo(
                        "{\"orderNo\":\"A-1\",\"milestones\":[{\"kind\":\"MADE\",\"at\":\"2026-03-03T09:30:00Z\"}]}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<lineNo>2</lineNo>|<lineNo>2</lineNo><odd/>|/lines/1/odd",
                "<qty>1</qty><unitPrice>|<qty>viele</qty><unitPrice>|/lines/1/qty",
                "<orderNo>A-1</orderNo>|''|/orderedAt",
                "2026-03-02T09:30:00+08:00|2026-13-02T09:30:00+08:00|/orderedAt",
                "<currency>CNY</currency>|''|/lines/0",
                "<lineNo>1</lineNo><qty>1</qty>|<qty>1</qty>|/shipments/0/lines/0/qty",
                "<order>|<order odd='1'>|''",
                "CNY</currency>|<b>CNY</b></currency>|/currency"
            })
    @DisplayName("that does not fit the schema is told where, at the pointer that REST would give")
    void pointers(String of, String into, String pointer) {
        String spoilt = ORDER.replace(of, into);
        assertThat(spoilt).isNotEqualTo(ORDER);
        assertThat(wrong(spoilt)).first().satisfies(refusal -> {
            assertThat(refusal.pointer()).isEqualTo(pointer);
            assertThat(refusal.code()).isEqualTo("SCHEMA");
            assertThat(refusal.zh()).contains("cvc-").containsPattern("\\p{IsHan}");
            assertThat(refusal.en()).contains("cvc-").doesNotContain("urn:", "{");
        });
    }

    @Test
    @DisplayName("hears everything that does not fit at once, and each place once")
    void everythingAtOnce() {
        String spoilt = ORDER.replace("<qty>1</qty>", "<qty>x</qty>").replace("Z</shippedAt>", "heute</shippedAt>");
        assertThat(wrong(spoilt))
                .extracting(Refusal::pointer)
                .containsExactly("/lines/1/qty", "/shipments/0/shippedAt", "/shipments/0/lines/0/qty");
    }

    @Test
    @DisplayName("names what would be allowed")
    void allowed() {
        assertThat(wrong(ORDER.replaceFirst("<customer>.*</customer>", ""))
                        .getFirst()
                        .en())
                .contains("allowed here: zone, customer;");
    }

    @Test
    @DisplayName("that is none of ours, or no XML, is refused and throws nothing")
    void notOurs() {
        assertThat(wrong("<x/>").getFirst().code()).isEqualTo("UNKNOWN_DOCUMENT");
        assertThat(wrong("<SubmitOrder xmlns='urn:other'/>").getFirst().code()).isEqualTo("UNKNOWN_DOCUMENT");
        assertThat(wrong("<x").getFirst().code()).isEqualTo("BAD_XML");
        assertThat(wrong("<!DOCTYPE x [<!ENTITY a 'b'>]><SubmitOrder xmlns='urn:tongqu:factory:1'>&a;</SubmitOrder>")
                        .getFirst()
                        .code())
                .isEqualTo("DOCTYPE");
    }
}
