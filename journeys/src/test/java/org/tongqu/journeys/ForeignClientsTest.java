package org.tongqu.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Programs in two other languages use the WSDL as it is served, and nothing else of ours. */
@ExtendWith(SharedGroup.class)
@DisplayName("A factory's own program by SOAP")
@Tag("S4-03")
class ForeignClientsTest {
    private static final String CLASS = "ENVIRONMENTAL.DESULPHURISATION";
    private static final String ORDER = """
            {"order":{"orderNo":"%s","orderedAt":"2026-03-02T09:30:00+08:00","customer":{"name":"沈阳外文机床厂","province":"辽宁省"},
            "currency":"CNY","lines":[{"lineNo":"1","productCode":"CK6150","qty":"%s","unitPrice":"380000.00"},
            {"lineNo":"2","productCode":"CK6160","qty":"1","unitPrice":"420000.00"}]}}""";

    private final Group group;
    private final String wsdl;

    ForeignClientsTest(Group group) {
        this.group = group;
        this.wsdl = group.hub().url() + "/ws/factory?wsdl";
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({"zeep,digest", "zeep,basic", "soap,digest", "soap,basic"})
    @DisplayName("submits an order and its later facts, and understands a refusal")
    void submits(String library, String credential) {
        String orderNo = Messages.number("HT-" + library + "-" + credential);
        try (ForeignClient factory = ForeignClient.start(library, wsdl, "factory-mt1", "demo", credential)) {
            assertThat(status(factory.call("SubmitOrder", ORDER.formatted(orderNo, "2"))))
                    .isEqualTo("RECEIVED");
            assertThat(status(factory.call("SubmitOrder", ORDER.formatted(orderNo, "2.0"))))
                    .isEqualTo("DUPLICATE");
            assertThat(status(factory.call("ReportMilestone", """
                    {"orderNo":"%s","milestones":[{"kind":"ACCEPTED","at":"2026-03-03T09:00:00+08:00"}]}""".formatted(orderNo))))
                    .isEqualTo("RECEIVED");
            assertThat(status(factory.call("ReportShipment", """
                    {"orderNo":"%1$s","shipments":[{"shipmentNo":"%1$s-F","shippedAt":"2026-03-04T09:00:00+08:00",
                    "lines":[{"lineNo":"1","qty":"2"},{"lineNo":"2","qty":"1"}]}]}""".formatted(orderNo))))
                    .isEqualTo("RECEIVED");
            assertThat(status(factory.call("ReportPayment", """
                    {"orderNo":"%1$s","payments":[{"paymentNo":"%1$s-S","amount":"100000.00","receivedAt":"2026-03-05T09:00:00+08:00"}]}""".formatted(orderNo))))
                    .isEqualTo("RECEIVED");
            JsonNode refused = factory.call("SubmitOrder", ORDER.formatted(orderNo + "-X", "0"))
                    .path("refused");
            JsonNode refusal = refused.path("refusals").isArray()
                    ? refused.path("refusals").path(0)
                    : refused.path("refusals");
            assertThat(refusal.path("pointer").asText()).isEqualTo("/lines/0/qty");
            assertThat(refusal.path("code").asText()).isEqualTo("ZERO");
            assertThat(refusal.path("zh").asText()).containsPattern("\\p{IsHan}");
        }
        JsonNode order = Watching.until(
                "the order with its facts",
                () -> Watching.order(group.as("desk"), orderNo),
                seen -> seen.path("payments").size() == 1
                        && seen.path("shipments").size() == 1);
        assertThat(order.path("lines")).hasSize(2);
        assertThat(order.path("paid").asText()).isEqualTo("100000.00");
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({"zeep,digest", "soap,basic"})
    @DisplayName(
            "that can only call out fetches what it is asked, acknowledges one and quotes the other, and fetches neither again")
    void fetches(String library, String credential) {
        String code = Messages.number("works").toLowerCase(java.util.Locale.ROOT);
        Caller admin = group.as("admin");
        JsonNode entered = admin.post(
                        "/api/v1/partners",
                        Json.object("{'kind':'FACTORY','name':'外文厂'}").put("code", code))
                .expect(201)
                .json();
        String secret = entered.path(credential.equals("basic") ? "apiKey" : "soapSecret")
                .asText();
        admin.put(
                        "/api/v1/routing-rules",
                        Json.object("{}").put("productClass", CLASS).put("factory", code))
                .expect(200);
        List<String> asked = List.of(demand(), demand());
        try (ForeignClient factory = ForeignClient.start(library, wsdl, code, secret, credential)) {
            assertThat(fetched(factory)).containsExactlyElementsOf(asked);
            assertThat(fetched(factory)).containsExactlyElementsOf(asked);
            assertThat(status(factory.call("AcknowledgeDemand", """
                    {"acknowledgement":{"demandId":"%s","factoryRef":"W-1","at":"2026-03-03T09:00:00+08:00"}}""".formatted(asked.getFirst()))))
                    .isEqualTo("RECEIVED");
            assertThat(fetched(factory)).containsExactly(asked.get(1));
            assertThat(status(factory.call("AnswerDemand", """
                    {"answer":{"demandId":"%s","at":"2026-03-03T10:00:00+08:00","quote":{"price":{"amount":"465000.00","currency":"CNY"},
                    "leadTimeDays":75,"validUntil":"2026-06-30","note":"含安装"}}}""".formatted(asked.get(1)))))
                    .isEqualTo("RECEIVED");
            assertThat(fetched(factory)).isEmpty();
        }
        Watching.until(
                "quoted",
                () -> group.as("desk").get("/api/v1/demands/" + asked.get(1)).json(),
                demand -> demand.path("state").asText().equals("QUOTED"));
    }

    @Test
    @DisplayName("and another's send the same order at once, and it is one order")
    void atOnce() {
        String orderNo = Messages.number("HT-AT-ONCE");
        try (ForeignClient one = ForeignClient.start("zeep", wsdl, "factory-mt1", "demo", "digest");
                ForeignClient other = ForeignClient.start("soap", wsdl, "factory-mt1", "demo", "basic")) {
            one.ask("SubmitOrder", ORDER.formatted(orderNo, "2"));
            other.ask("SubmitOrder", ORDER.formatted(orderNo, "2"));
            JsonNode first = one.answer();
            JsonNode second = other.answer();
            assertThat(List.of(status(first), status(second))).containsExactlyInAnyOrder("RECEIVED", "DUPLICATE");
            assertThat(receipt(first).path("messageId"))
                    .isEqualTo(receipt(second).path("messageId"));
        }
    }

    /** The id of a fresh demand put to the factory. */
    private String demand() {
        String visitNo = Messages.number("NE");
        ObjectNode customer = Messages.customer("沈阳" + visitNo + "厂", "辽宁省", "沈阳市");
        group.as("rep-ne-1")
                .post("/api/v1/visits", Messages.visitWithNeed(visitNo, "rep-ne-1", customer, CLASS + "×1"))
                .expect(202);
        JsonNode need = Watching.needOfVisit(group.as("desk"), visitNo);
        return need.path("demands").path(0).path("id").asText();
    }

    private static List<String> fetched(ForeignClient factory) {
        JsonNode ok = factory.call("FetchDemands", "{\"max\":10}").path("ok");
        JsonNode demands = ok != null && ok.isObject() ? ok.path("demands") : ok;
        return demands == null || demands.isNull() ? List.of() : Json.texts(demands, "demandId");
    }

    /** One client unwraps a reply of one part, the other does not. */
    private static JsonNode receipt(JsonNode answer) {
        JsonNode ok = answer.path("ok");
        return ok.has("receipt") ? ok.path("receipt") : ok;
    }

    private static String status(JsonNode answer) {
        assertThat(answer.has("ok")).as(answer.toString()).isTrue();
        return receipt(answer).path("status").asText();
    }
}
