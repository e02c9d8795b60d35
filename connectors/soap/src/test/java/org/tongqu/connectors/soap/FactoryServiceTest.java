package org.tongqu.connectors.soap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.connectors.soap.FactoryDesk.Reply;

@DisplayName("A factory's call")
class FactoryServiceTest {
    private static Counter counter;

    @BeforeAll
    static void open() {
        counter = new Counter();
    }

    @AfterAll
    static void close() {
        counter.close();
    }

    @BeforeEach
    void forget() {
        counter.calls.clear();
        counter.reply = new Reply.Kept("M-1", "RECEIVED");
    }

    @Test
    @DisplayName("reaches the desk as the element in its body alone, and the receipt goes back")
    void reachesTheDesk() {
        String heard = counter.hears(Envelopes.order("A-1"));
        assertThat(heard).startsWith("200 ").contains("SubmitOrderResponse", "<messageId>M-1<", "<status>RECEIVED<");
        FactoryDesk.Call call = counter.calls.getFirst();
        assertThat(call.operation()).isEqualTo(Operation.SUBMIT_ORDER);
        assertThat(call.sender()).isEqualTo(Counter.FACTORY);
        assertThat(new String(call.payload(), UTF_8))
                .startsWith("<t:SubmitOrder")
                .contains("沈阳")
                .doesNotContain("Envelope");
    }

    @Test
    @DisplayName("may be written in GB18030, if it says so itself or the carrier does")
    void anyCharset() {
        byte[] said = ("<?xml version=\"1.0\" encoding=\"GB18030\"?>" + Envelopes.order("A-2"))
                .getBytes(Charset.forName("GB18030"));
        assertThat(counter.hears(new SoapCall(said, null, null, Counter.FACTORY)))
                .startsWith("200 ");
        byte[] carried = Envelopes.order("A-3").getBytes(Charset.forName("GB18030"));
        assertThat(counter.hears(new SoapCall(carried, "GB18030", null, Counter.FACTORY)))
                .startsWith("200 ");
        assertThat(counter.calls)
                .allSatisfy(
                        call -> assertThat(new String(call.payload(), UTF_8)).contains("沈阳第一机床厂"));
    }

    @Test
    @DisplayName("is answered in UTF-8, as is said beside the answer, whatever it was written in")
    void answeredInUtf8() {
        for (String charset : List.of("GB18030", "UTF-16")) {
            byte[] unknown = Envelopes.around("<nothing/>").getBytes(Charset.forName(charset));
            assertThat(counter.hears(new SoapCall(unknown, charset, null, Counter.FACTORY)))
                    .contains("请对照 WSDL");
            byte[] order = Envelopes.order("A-4").getBytes(Charset.forName(charset));
            assertThat(counter.hears(new SoapCall(order, charset, null, Counter.FACTORY)))
                    .contains("<status>RECEIVED<");
        }
    }

    @Test
    @DisplayName("that is refused hears each reason with its place, in the fault that the WSDL declares")
    void refused() {
        counter.reply = new Reply.Refused(
                "M-2",
                List.of(new Refusal("/lines/0/qty", "ZERO", "不能为 0", "must not be 0"), new Refusal("", "X", "甲", "b")));
        assertThat(counter.hears(Envelopes.order("A-1")))
                .startsWith("500 ")
                .contains(
                        "<faultcode>soap:Client<",
                        "<messageId>M-2<",
                        "<pointer>/lines/0/qty<",
                        "<code>ZERO<",
                        "<zh>不能为 0<",
                        "<code>X<")
                .contains("<Refused xmlns=\"urn:tongqu:factory:1\">");
    }

    @Test
    @DisplayName("is not answered for by a sender's fault when the trouble is ours")
    void ours() {
        counter.reply = new Reply.Problem(new Refusal("", "STORE_AWAY", "存储不可用", "the store is away"), true);
        assertThat(counter.hears(Envelopes.order("A-1")))
                .startsWith("500 ")
                .contains("<faultcode>soap:Server<", "<code>STORE_AWAY<");
    }

    @Test
    @DisplayName("at which our own code breaks hears a number and nothing of the cause")
    void broken() {
        counter.reply = null;
        assertThat(counter.hears(Envelopes.order("A-1")))
                .startsWith("500 ")
                .contains("<code>HUB_FAULT<", "N-1")
                .doesNotContain("Exception", "null", "org.tongqu.connectors");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<o/>|UNKNOWN_OPERATION",
                "<SubmitOrder/>|UNKNOWN_OPERATION",
                "<a/><b/>|ONE_PAYLOAD",
                "|UNKNOWN_OPERATION",
            })
    @DisplayName("that is none of our operations is refused by code")
    void unknown(String payload, String code) {
        assertThat(counter.hears(Envelopes.around(payload == null ? "" : payload)))
                .startsWith("500 ")
                .contains("<code>" + code + "<");
        assertThat(counter.calls).isEmpty();
    }

    @Test
    @DisplayName("cannot be steered by a SOAPAction that says something else than the body")
    void action() {
        byte[] order = Envelopes.order("A-1").getBytes(UTF_8);
        assertThat(counter.hears(new SoapCall(order, null, "urn:tongqu:factory:1/FetchDemands", Counter.FACTORY)))
                .contains("<code>OTHER_ACTION<");
        assertThat(counter.hears(new SoapCall(order, null, "urn:tongqu:factory:1/SubmitOrder", Counter.FACTORY)))
                .startsWith("200 ");
        assertThat(counter.calls).hasSize(1);
    }

    @Test
    @DisplayName("in a SOAP 1.2 envelope is told which version is spoken here")
    void otherVersion() {
        String envelope = Envelopes.order("A-1")
                .replace("http://schemas.xmlsoap.org/soap/envelope/", "http://www.w3.org/2003/05/soap-envelope");
        assertThat(counter.hears(envelope)).contains("VersionMismatch", "<code>NOT_SOAP_11<");
    }

    @Test
    @DisplayName("of anybody but a factory is refused before its body is read")
    void factoriesAlone() {
        Sender desk = new Sender("desk", Sender.Role.DESK, null, null);
        String broken = Envelopes.order("A-1").replace("</t:SubmitOrder>", "");
        assertThat(counter.hears(broken, desk)).contains("FailedAuthentication", "<code>NOT_ALLOWED<");
        assertThat(counter.hears(broken, Counter.FACTORY)).contains("<code>BAD_XML<");
    }
}
