package org.tongqu.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("A factory's orders by SOAP")
@Tag("S4-03")
class SoapOrdersTest extends HubTest {
    @Autowired
    private Sowing sowing;

    private SoapCaller factory;

    @BeforeEach
    void call() {
        factory = new SoapCaller(port);
    }

    @Test
    @DisplayName("are kept without their envelope, answered by a receipt, and take effect as orders by REST do")
    void takeEffect() {
        String orderNo = "SOAP-" + Sowing.number();
        SoapCaller.Heard heard = factory.withToken(SoapCaller.token("factory-mt1", "demo"), order(orderNo, "2"));
        assertThat(heard.word()).as(heard.text()).isEqualTo("RECEIVED");
        sowing.applied(heard.messageId());
        Caller.Answer message = Caller.as(port, "factory-mt1").get("/api/v1/messages/" + heard.messageId());
        assertThat(message.json().path("channel").asText()).isEqualTo("SOAP");
        assertThat(message.json().path("outcome").asText()).isEqualTo("TAKEN");
        String payload = Caller.as(port, "factory-mt1")
                .get("/api/v1/messages/" + heard.messageId() + "/payload")
                .text();
        assertThat(payload).startsWith("<SubmitOrder").contains(orderNo).doesNotContain("Security", "Envelope");
    }

    @Test
    @DisplayName(
            "are the same orders as by REST: said on both wires an order is one, and its later facts come by either")
    void oneMeaning() {
        String orderNo = "BOTH-" + Sowing.number();
        Caller rest = Caller.as(port, "factory-mt1");
        Caller.Answer first = rest.post("/api/v1/orders", json(orderNo));
        String messageId = first.json().at("/receipts/0/messageId").asText();
        SoapCaller.Heard again = factory.withBasic("factory-mt1", "demo", order(orderNo, "2.00"));
        assertThat(again.word()).as(again.text()).isEqualTo("DUPLICATE");
        assertThat(again.messageId()).isEqualTo(messageId);
        sowing.applied(messageId);
        for (String fact : List.of(milestone(orderNo), shipment(orderNo), payment(orderNo))) {
            SoapCaller.Heard heard = factory.withBasic("factory-mt1", "demo", fact);
            assertThat(heard.word()).as(heard.text()).isEqualTo("RECEIVED");
            sowing.applied(heard.messageId());
            assertThat(factory.withBasic("factory-mt1", "demo", fact).word()).isEqualTo("DUPLICATE");
        }
        Caller.Answer order = rest.get("/api/v1/orders?orderNo=" + orderNo);
        assertThat(order.json().path("items")).as(order.text()).hasSize(1);
        assertThat(order.text()).contains("ACCEPTED", "SH-" + orderNo, "PAY-" + orderNo);
    }

    @Test
    @DisplayName("sent by two programs at once are one order")
    void atOnce() throws InterruptedException, ExecutionException {
        String orderNo = "RACE-" + Sowing.number();
        Callable<SoapCaller.Heard> call = () -> factory.withBasic("factory-mt1", "demo", order(orderNo, "2"));
        try (ExecutorService programs = Executors.newFixedThreadPool(4)) {
            List<String> words = programs.invokeAll(List.of(call, call, call, call)).stream()
                    .map(Future::resultNow)
                    .map(SoapCaller.Heard::word)
                    .sorted()
                    .toList();
            assertThat(words).containsExactly("DUPLICATE", "DUPLICATE", "DUPLICATE", "RECEIVED");
        }
    }

    @Test
    @DisplayName("that are wrong are refused in words and with a place, kept, and the same refusals as by REST")
    void refused() {
        String orderNo = "ZERO-" + Sowing.number();
        SoapCaller.Heard heard = factory.withBasic("factory-mt1", "demo", order(orderNo, "0"));
        assertThat(heard.status()).isEqualTo(500);
        assertThat(heard.text()).contains("<Refused", "<pointer>/lines/0/qty<", "<code>ZERO<");
        Caller.Answer kept = Caller.as(port, "factory-mt1").get("/api/v1/messages/" + heard.messageId());
        assertThat(kept.json().path("outcome").asText()).isEqualTo("REFUSED");
        assertThat(factory.withBasic("factory-mt1", "demo", order(orderNo, "two"))
                        .text())
                .contains("<pointer>/lines/0/qty<", "<code>SCHEMA<");
    }

    @Test
    @DisplayName("under a number that stated something else are refused, whichever wire came first")
    void conflict() {
        String orderNo = "CLASH-" + Sowing.number();
        assertThat(factory.withBasic("factory-mt1", "demo", order(orderNo, "3")).word())
                .isEqualTo("RECEIVED");
        Caller.Answer other = Caller.as(port, "factory-mt1").post("/api/v1/orders", json(orderNo));
        assertThat(other.status()).as(other.text()).isEqualTo(422);
        assertThat(factory.withBasic("factory-mt1", "demo", order(orderNo, "4")).status())
                .isEqualTo(500);
    }

    static String order(String orderNo, String qty) {
        return """
                <SubmitOrder><order><orderNo>%s</orderNo><orderedAt>2026-03-02T09:30:00+08:00</orderedAt>
                  <customer><name>沈阳第一机床厂</name><province>辽宁省</province></customer><currency>CNY</currency>
                  <lines><lineNo>1</lineNo><productCode>CK6150</productCode><productClass>MACHINE_TOOL</productClass><qty>%s</qty><unitPrice>380000.00</unitPrice></lines>
                </order></SubmitOrder>""".formatted(orderNo, qty);
    }

    private static String json(String orderNo) {
        return """
                {"orderNo":"%s","orderedAt":"2026-03-02T01:30:00Z","customer":{"province":"辽宁省","name":"沈阳第一机床厂"},"currency":"CNY",
                 "lines":[{"lineNo":"1","productCode":"CK6150","productClass":"MACHINE_TOOL","qty":2,"unitPrice":"380000"}]}""".formatted(orderNo);
    }

    private static String milestone(String orderNo) {
        return """
                <ReportMilestone><orderNo>%s</orderNo><milestones><kind>ACCEPTED</kind><at>2026-03-03T09:00:00+08:00</at></milestones></ReportMilestone>""".formatted(orderNo);
    }

    private static String shipment(String orderNo) {
        return """
                <ReportShipment><orderNo>%1$s</orderNo><shipments><shipmentNo>SH-%1$s</shipmentNo><shippedAt>2026-03-04T09:00:00+08:00</shippedAt>
                <lines><lineNo>1</lineNo><qty>2</qty><serial>CK-1</serial></lines></shipments></ReportShipment>""".formatted(orderNo);
    }

    private static String payment(String orderNo) {
        return """
                <ReportPayment><orderNo>%1$s</orderNo><payments><paymentNo>PAY-%1$s</paymentNo><amount>760000.00</amount>
                <receivedAt>2026-03-05T09:00:00+08:00</receivedAt></payments></ReportPayment>""".formatted(orderNo);
    }
}
