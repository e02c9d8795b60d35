package org.tongqu.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tongqu.demo.line.Subject;
import org.tongqu.demo.line.Wire;
import org.tongqu.demo.line.Words.Customer;
import org.tongqu.demo.line.Words.Line;
import org.tongqu.demo.line.Words.Milestone;
import org.tongqu.demo.line.Words.Money;
import org.tongqu.demo.line.Words.Order;
import org.tongqu.demo.line.Words.Payment;
import org.tongqu.demo.line.Words.Shipment;
import org.tongqu.demo.line.Words.ShippedLine;
import org.tongqu.journeys.Entered.Verdict;

/** One contract, whatever it is spoken over: what a factory says means the same by REST, by SOAP and by JMS, and is refused for the same reasons. */
@ExtendWith(SharedGroup.class)
@DisplayName("By every wire")
class EveryWireTest {
    private static final Customer CUSTOMER = new Customer("锦州万能机床厂", null, "辽宁省", "锦州市", null, null);
    private static final String MARCH = "2026-03-20T10:00:00+08:00";
    private static final Map<Wire.Kind, String> CLASS_OF = Map.of(
            Wire.Kind.REST, "PRINTING.FLEXO",
            Wire.Kind.SOAP, "SWITCHGEAR.LV",
            Wire.Kind.SOAP_FETCH, "ENVIRONMENTAL.DUST",
            Wire.Kind.JMS, "BOILER.PARTS");

    private static final Map<Wire.Kind, String> CHANNEL_OF =
            Map.of(Wire.Kind.REST, "REST", Wire.Kind.SOAP, "SOAP", Wire.Kind.SOAP_FETCH, "SOAP", Wire.Kind.JMS, "JMS");

    private final Group group;

    EveryWireTest(Group group) {
        this.group = group;
    }

    private Entered factory(String what, Wire.Kind wire) {
        String name = wire.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return Entered.factory(group.hub(), what + "-" + name);
    }

    @ParameterizedTest
    @EnumSource(
            value = Wire.Kind.class,
            names = {"REST", "SOAP", "JMS"})
    @Tag("S4-11")
    @Tag("S4-20")
    @DisplayName("an order, its revisions and its later facts mean the same, and a repeat is a repeat")
    void orders(Wire.Kind kind) {
        Entered factory = factory("tells", kind);
        try (Wire wire = factory.wire(kind)) {
            assertThat(say(wire, order(1, "2"))).isEqualTo(Verdict.RECEIVED);
            assertThat(say(wire, order(1, "2"))).isEqualTo(Verdict.DUPLICATE);
            assertThat(say(wire, order(3, "3"))).isEqualTo(Verdict.RECEIVED);
            assertThat(say(wire, order(2, "9"))).isEqualTo(Verdict.RECEIVED);
            assertThat(say(wire, order(3, "4"))).isEqualTo(Verdict.refused("CONFLICT"));
            Milestone made = new Milestone("MADE", "2026-04-20T10:00:00+08:00");
            for (Verdict due : List.of(Verdict.RECEIVED, Verdict.DUPLICATE)) {
                assertThat(say(wire, Order.later("HT-EVERY-1", List.of(made), null, null)))
                        .isEqualTo(due);
                assertThat(say(wire, Order.later("HT-EVERY-1", null, List.of(shipment()), null)))
                        .isEqualTo(due);
                assertThat(say(wire, Order.later("HT-EVERY-1", null, null, List.of(payment("1140000.00")))))
                        .isEqualTo(due);
            }
        }
        assertThat(told(factory, EveryWireTest::hasAllFacts)).hasToString("""
                {"orderNo":"HT-EVERY-1","revision":3,"orderedAt":"2026-03-20T10:00:00+08:00","zone":"东北区","region":"NE","flags":[],\
                "customerName":"锦州万能机床厂","agent":"agent-a001","needId":null,"demandId":null,"currency":"CNY","total":"1140000.00",\
                "paid":"1140000.00",\
                "lines":[{"lineNo":"1","productCode":"CK6150","productClass":"MACHINE_TOOL","model":"CK6150","qty":"3","unitPrice":"380000.00"}],\
                "milestones":[{"kind":"MADE","at":"2026-04-20T10:00:00+08:00"}],\
                "shipments":[{"shipmentNo":"HT-EVERY-1-F1","shippedAt":"2026-03-20T10:00:00+08:00","lines":[{"lineNo":"1","qty":"3","serial":null}]}],\
                "payments":[{"paymentNo":"HT-EVERY-1-S1","amount":"1140000.00","currency":"CNY","receivedAt":"2026-03-20T10:00:00+08:00"}]}""");
    }

    @ParameterizedTest
    @EnumSource(
            value = Wire.Kind.class,
            names = {"REST", "SOAP", "JMS"})
    @DisplayName("what is wrong goes back with the same place and the same code, and takes no effect")
    void refusals(Wire.Kind kind) {
        Entered factory = factory("errs", kind);
        try (Wire wire = factory.wire(kind)) {
            assertThat(say(wire, order("HT-ERR-1", "SPACESHIP", "agent-a001", line("1"))))
                    .isEqualTo(Verdict.refused("/lines/0/productClass PRODUCT_CLASS_UNKNOWN"));
            assertThat(say(wire, order("HT-ERR-1", "CRANE", "agent-nobody", line("1"))))
                    .isEqualTo(Verdict.refused("/agent AGENT_UNKNOWN"));
            assertThat(say(wire, order("HT-ERR-1", "CRANE", null, line("-380000"))))
                    .isEqualTo(Verdict.refused("/lines/0/unitPrice NEGATIVE"));
            assertThat(say(wire, Order.later("HT-ERR-1", null, List.of(shipment(), shipment()), null)))
                    .isEqualTo(Verdict.refused("/shipments/1/shipmentNo REPEATED"));
        }
        assertThat(factory.caller().all("/api/v1/orders?factory=" + factory.code()))
                .isEmpty();
    }

    @Test
    @DisplayName("the same order by three wires is one order")
    void oneOrder() {
        Entered factory = Entered.factory(group.hub(), "every-wire");
        try (Wire rest = factory.wire(Wire.Kind.REST);
                Wire soap = factory.wire(Wire.Kind.SOAP);
                Wire jms = factory.wire(Wire.Kind.JMS)) {
            assertThat(say(soap, order(1, "2"))).isEqualTo(Verdict.RECEIVED);
            assertThat(say(jms, order(1, "2"))).isEqualTo(Verdict.DUPLICATE);
            assertThat(say(rest, order(1, "2"))).isEqualTo(Verdict.DUPLICATE);
            assertThat(say(rest, order(2, "5"))).isEqualTo(Verdict.RECEIVED);
            assertThat(say(jms, order(2, "5"))).isEqualTo(Verdict.DUPLICATE);
            assertThat(say(soap, order(2, "5"))).isEqualTo(Verdict.DUPLICATE);
        }
        JsonNode order = told(factory, said -> said.path("revision").asInt() == 2);
        assertThat(order.path("total").asText()).isEqualTo("1900000.00");
    }

    @ParameterizedTest
    @EnumSource(Wire.Kind.class)
    @Tag("S4-10")
    @DisplayName(
            "a demand reaches its factory once, is acknowledged, quoted or refused, and the need shows the same road")
    void demands(Wire.Kind kind) {
        Entered entered = factory("asked", kind);
        String productClass = String.valueOf(CLASS_OF.get(kind));
        group.as("admin")
                .put(
                        "/api/v1/routing-rules",
                        Json.object("{'productClass':'" + productClass + "','factory':'" + entered.code() + "'}"))
                .expect(200);
        try (Factory factory = Factory.open(group.hub(), entered, kind)) {
            JsonNode quoted = asked(productClass, entered, "QUOTED");
            assertThat(quoted.at("/quote/price/amount").asText()).matches("[0-9]+\\.[0-9]{2}");
            assertThat(quoted.at("/quote/leadTimeDays").asInt()).isPositive();
            assertThat(stations(quoted)).containsExactlyInAnyOrder("ASKED", "SENT", "ACKNOWLEDGED", "QUOTED");
            assertThat(factory.timesTaken(quoted.path("id").asText())).isEqualTo(1);
            assertThat(channelOf(quoted)).isEqualTo(CHANNEL_OF.get(kind));

            factory.behave("REFUSING");
            JsonNode refused = asked(productClass, entered, "REFUSED");
            assertThat(refused.path("refusalReason").asText()).isNotBlank();
            assertThat(stations(refused)).containsExactlyInAnyOrder("ASKED", "SENT", "ACKNOWLEDGED", "REFUSED");
            assertThat(factory.timesTaken(refused.path("id").asText())).isEqualTo(1);
        }
    }

    private JsonNode asked(String productClass, Entered entered, String state) {
        Caller rep = group.as("rep-ne-1");
        String visitNo = Messages.number("NE");
        ObjectNode customer = Messages.customer(CUSTOMER.name(), "辽宁省", "锦州市");
        rep.post("/api/v1/visits", Messages.visitWithNeed(visitNo, "rep-ne-1", customer, productClass + "×1"))
                .expect(202);
        String needId = Watching.needOfVisit(rep, visitNo).path("id").asText();
        return Watching.demandInState(rep, needId, entered.code(), state);
    }

    /** By what the hub says that it sent a demand. */
    private String channelOf(JsonNode demand) {
        List<JsonNode> sent = group.as("desk")
                .all("/api/v1/messages?kind=DEMAND&key=" + demand.path("id").asText());
        assertThat(sent).hasSize(1);
        return sent.getFirst().path("channel").asText();
    }

    private static List<String> stations(JsonNode demand) {
        return Json.texts(demand.path("hops"), "station");
    }

    private static Verdict say(Wire wire, Order order) {
        return Verdict.of(wire, Subject.ORDER, order);
    }

    private static Order order(int revision, String qty) {
        Line line = new Line("1", "CK6150", "MACHINE_TOOL", "CK6150", qty, "380000.00");
        return order("HT-EVERY-1", revision, "agent-a001", line);
    }

    private static Order order(String orderNo, String productClass, @Nullable String agent, Line line) {
        Line ofClass =
                new Line(line.lineNo(), line.productCode(), productClass, line.model(), line.qty(), line.unitPrice());
        return order(orderNo, 1, agent, ofClass);
    }

    private static Order order(String orderNo, int revision, @Nullable String agent, Line line) {
        return new Order(
                orderNo, revision, MARCH, "东北区", CUSTOMER, agent, null, null, "CNY", List.of(line), null, null, null);
    }

    private static Line line(String unitPrice) {
        return new Line("1", "CK6150", "MACHINE_TOOL", "CK6150", "1", unitPrice);
    }

    private static Shipment shipment() {
        return new Shipment("HT-EVERY-1-F1", MARCH, List.of(new ShippedLine("1", "3", null)));
    }

    private static Payment payment(String amount) {
        return new Payment("HT-EVERY-1-S1", new Money(amount, "CNY"), MARCH);
    }

    /**
     * The factory's one order as the hub tells it once it is complete, without the ids that differ from run to run: an earlier revision may take
     * effect before the last, as they came a moment apart, and stands only until then.
     */
    private static JsonNode told(Entered factory, Predicate<JsonNode> complete) {
        List<JsonNode> orders = Watching.until(
                "all that " + factory.code() + " said is taken",
                () -> factory.caller().all("/api/v1/orders?factory=" + factory.code()),
                all -> all.size() == 1 && complete.test(all.getFirst()));
        ObjectNode order = orders.getFirst().deepCopy();
        order.remove(List.of("id", "factory", "messageId", "customerId"));
        return order;
    }

    private static boolean hasAllFacts(JsonNode order) {
        return order.path("revision").asInt() == 3
                && Stream.of("milestones", "shipments", "payments")
                        .noneMatch(facts -> order.path(facts).isEmpty());
    }
}
