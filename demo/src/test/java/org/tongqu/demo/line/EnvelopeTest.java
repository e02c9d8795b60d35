package org.tongqu.demo.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.tongqu.demo.line.Words.Acknowledgement;
import org.tongqu.demo.line.Words.Answer;
import org.tongqu.demo.line.Words.Contact;
import org.tongqu.demo.line.Words.Customer;
import org.tongqu.demo.line.Words.Line;
import org.tongqu.demo.line.Words.Milestone;
import org.tongqu.demo.line.Words.Money;
import org.tongqu.demo.line.Words.Order;
import org.tongqu.demo.line.Words.Quote;
import org.tongqu.demo.line.Words.Refusal;
import org.tongqu.demo.line.Words.Shipment;
import org.tongqu.demo.line.Words.ShippedLine;

/** What the simulators write by hand is what the hub's contract asks for. */
class EnvelopeTest {
    private static final String AT = "2026-03-02T09:30:00+08:00";

    @Test
    void whatFactoriesSayFitsTheContract() {
        fits("SubmitOrder", Map.of("order", order()));
        fits("AcknowledgeDemand", Map.of("acknowledgement", new Acknowledgement("d-1", "MT1-00001", AT)));
        fits("AnswerDemand", Map.of("answer", new Answer("d-1", AT, quote(), null)));
        fits("AnswerDemand", Map.of("answer", new Answer("d-1", AT, null, new Refusal("产能 < 需求 & 已满"))));
        fits("FetchDemands", Map.of());
        fits("DeliverDemandResponse", Map.of("acknowledgement", Map.of("demandId", "d-1")));
    }

    @Test
    void aSlipWouldShow() {
        assertThatThrownBy(() -> validate(body("AnswerDemand", Map.of("answer", Map.of("demandId", "d-1")))))
                .hasMessageContaining("answer");
    }

    @Test
    void whatIsWrittenIsReadAgain() throws XMLStreamException {
        String written = Envelope.of(
                "SubmitOrder",
                Json.tree(Map.of("order", order())),
                UsernameToken.of("factory-mt1", "demo", Instant.EPOCH));
        SoapMessage read = SoapMessage.read(written.getBytes(StandardCharsets.UTF_8));

        assertThat(read.payload()).isEqualTo("SubmitOrder");
        assertThat(read.faultCode()).isNull();
        assertThat(read.content().at("/order/customer/name").asText()).isEqualTo("鞍山<恒锐>&锻造");
        assertThat(read.token().proves("factory-mt1", "demo")).isTrue();
        assertThat(read.token().proves("factory-mt1", "other")).isFalse();
        assertThat(read.token().proves("factory-mt2", "demo")).isFalse();
    }

    @Test
    void aFaultTellsWhoseItIs() throws XMLStreamException {
        SoapMessage fault = SoapMessage.read(
                Envelope.fault(false, "OUT_OF_ORDER", "数据库连接失败。", "away").getBytes(StandardCharsets.UTF_8));

        assertThat(fault.faultCode()).isEqualTo("soap:Server");
        assertThat(fault.payload()).isEqualTo("Problem");
        assertThat(fault.content().path("zh").asText()).isEqualTo("数据库连接失败。");
    }

    @Test
    void aDocumentTypeIsNotRead() {
        String bomb = "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>";

        assertThatThrownBy(() -> SoapMessage.read(bomb.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(XMLStreamException.class);
    }

    private static Order order() {
        return new Order(
                "HT-1",
                2,
                AT,
                "北片",
                new Customer("鞍山<恒锐>&锻造", null, "辽宁省", "鞍山市", null, new Contact("王工", null, null)),
                null,
                null,
                "d-1",
                "CNY",
                List.of(new Line("1", "CK6150", "MACHINE_TOOL", "CK6150", "2", "298000.00")),
                List.of(new Milestone("ACCEPTED", AT)),
                List.of(new Shipment("HT-1-F1", AT, List.of(new ShippedLine("1", "2", null)))),
                null);
    }

    private static Quote quote() {
        return new Quote(Money.yuan(new java.math.BigDecimal("465000.00")), 75, "2026-06-30", "含安装");
    }

    private static void fits(String payload, Map<String, ?> content) {
        assertThatCode(() -> validate(body(payload, content))).as(payload).doesNotThrowAnyException();
    }

    private static String body(String payload, Map<String, ?> content) {
        JsonNode tree = Json.tree(content);
        String envelope = Envelope.of(payload, tree, null);
        int start = envelope.indexOf("<t:" + payload);
        return envelope.substring(start, envelope.indexOf("</soap:Body>"))
                .replaceFirst("<t:" + payload, "<t:" + payload + " xmlns:t=\"urn:tongqu:factory:1\"");
    }

    private static void validate(String payload) throws Exception {
        Schema schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(EnvelopeTest.class.getResource("tongqu-1.xsd"));
        schema.newValidator().validate(new StreamSource(new StringReader(payload)));
    }
}
