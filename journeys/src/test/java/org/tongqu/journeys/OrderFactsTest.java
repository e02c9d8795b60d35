package org.tongqu.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a factory sold stands at the customer with its source, once, and makes an actual customer of a prospect. */
@ExtendWith(SharedGroup.class)
class OrderFactsTest {
    private final Caller rep;
    private final Caller desk;
    private final Caller factory;
    private final String mark = Messages.number("单").substring(2);

    OrderFactsTest(Group group) {
        this.rep = group.as("rep-nw-1");
        this.desk = group.as("desk");
        this.factory = group.as("factory-mt2");
    }

    @Test
    @Tag("S4-11")
    void the_five_facts_stand_at_the_customer_with_their_source_and_replays_change_nothing() {
        String orderNo = Messages.number("HT-FACTS");
        List<ObjectNode> told = List.of(
                Messages.order(orderNo, firm("宝鸡机床配件厂"), "3", "120000.50"),
                Messages.shipment(orderNo, orderNo + "-F", "3", "2026-04-20T08:00:00+08:00"),
                Messages.payment(orderNo, orderNo + "-S", "100000.00", "2026-04-21T08:00:00+08:00"));
        told.forEach(each -> factory.post("/api/v1/orders", each).expect(202));

        JsonNode order = Watching.until(
                "order, shipment and payment",
                () -> Watching.order(rep, orderNo),
                seen -> seen.path("payments").size() == 1
                        && seen.path("shipments").size() == 1);

        assertThat(order.path("customerName").asText()).contains("宝鸡机床配件厂");
        assertThat(order.path("lines").path(0).path("qty").asText()).isEqualTo("3");
        assertThat(order.path("lines").path(0).path("unitPrice").asText()).isEqualTo("120000.50");
        assertThat(java.time.OffsetDateTime.parse(order.path("orderedAt").asText())
                        .toInstant())
                .isEqualTo(java.time.Instant.parse("2026-03-20T02:00:00Z"));
        assertThat(order.path("payments").path(0).path("paymentNo").asText()).isEqualTo(orderNo + "-S");
        assertThat(order.path("paid").asText()).isEqualTo("100000.00");
        assertThat(order.path("factory").asText()).isEqualTo("factory-mt2");
        assertThat(order.path("orderNo").asText()).isEqualTo(orderNo);
        assertThat(desk.get("/api/v1/messages/" + order.path("messageId").asText())
                        .expect(200)
                        .json()
                        .path("partner")
                        .asText())
                .isEqualTo("factory-mt2");
        String customer = order.path("customerId").asText();
        assertThat(rep.all("/api/v1/orders?customerId=" + customer)).containsExactly(order);

        for (ObjectNode again : told) {
            Reply reply = factory.post("/api/v1/orders", again).expect(202);
            assertThat(reply.receipt().path("status").asText()).isEqualTo("DUPLICATE");
        }
        assertThat(rep.all("/api/v1/orders?customerId=" + customer)).containsExactly(order);
    }

    @Test
    @Tag("S4-11")
    void a_higher_revision_replaces_and_a_lower_one_that_comes_late_changes_nothing() {
        String orderNo = Messages.number("HT-FACTS");
        ObjectNode first = Messages.order(orderNo, firm("咸阳纺机厂"), "1", "10.00").put("revision", 1);
        ObjectNode second = Messages.order(orderNo, firm("咸阳纺机厂"), "2", "10.00").put("revision", 2);

        factory.post("/api/v1/orders", second).expect(202);
        Watching.order(rep, orderNo);
        String late = factory.post("/api/v1/orders", first)
                .expect(202)
                .receipt()
                .path("messageId")
                .asText();
        Watching.settled(factory, late);

        assertThat(Watching.order(rep, orderNo).path("total").asText()).isEqualTo("20.00");
        assertThat(factory.all("/api/v1/messages?key=" + orderNo)).hasSize(2);
    }

    @Test
    @Tag("S4-16")
    void an_order_makes_an_actual_customer_of_a_prospect_and_of_nobody_else() {
        for (String name : List.of("西安阀门厂", "兰州石化机修厂")) {
            rep.post("/api/v1/visits", Messages.visit(Messages.number("NW"), "rep-nw-1", firm(name)))
                    .expect(202);
        }
        Watching.until("two prospects", this::lifeStates, states -> states.size() == 2);
        assertThat(lifeStates().values()).containsOnly("PROSPECT");

        String orderNo = Messages.number("HT-FACTS");
        factory.post("/api/v1/orders", Messages.order(orderNo, firm("西安阀门厂"), "1", "10.00"))
                .expect(202);
        Watching.order(rep, orderNo);

        assertThat(lifeStates()).containsEntry(mark + "西安阀门厂", "ACTUAL").containsEntry(mark + "兰州石化机修厂", "PROSPECT");
    }

    private Map<String, String> lifeStates() {
        Map<String, String> states = new TreeMap<>();
        rep.all("/api/v1/customers?q=" + Caller.encoded(mark))
                .forEach(customer -> states.put(
                        customer.path("name").asText(),
                        customer.path("lifeState").asText()));
        return states;
    }

    private ObjectNode firm(String name) {
        return Messages.customer(mark + name, "陕西省", "西安市");
    }
}
