package org.tongqu.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** While the hub is down factories take orders and answer what they were asked; once it is back all of it arrives, none twice. */
@ExtendWith(SharedGroup.class)
class FactoriesGoOnTest {
    private final Mortal mortal;

    FactoriesGoOnTest(Mortal mortal) {
        this.mortal = mortal;
    }

    @Test
    @Tag("S4-02")
    void what_a_factory_did_while_the_hub_was_down_arrives_once() {
        Factory cranes = mortal.group().factory("factory-crane");
        Caller rep = mortal.hub().as("rep-ne-2");
        cranes.behave("SILENT");
        String visitNo = Messages.number("NE");
        ObjectNode customer = Messages.customer("营口港机厂", "辽宁省", "营口市");
        rep.post("/api/v1/visits", Messages.visitWithNeed(visitNo, "rep-ne-2", customer, "CRANE×1"))
                .expect(202);
        String needId = Watching.needOfVisit(rep, visitNo).path("id").asText();
        String demandId = Watching.demandInState(rep, needId, "factory-crane", "ACKNOWLEDGED")
                .path("id")
                .asText();

        mortal.hub().stop();
        cranes.behave("NORMAL");
        List<ObjectNode> booked = the_works_books_orders_in_its_own_system(customer);
        Watching.until("the answer is written down", () -> cranes.hasSaidTo(demandId), said -> said);
        mortal.hub().start();

        Watching.demandInState(rep, needId, "factory-crane", "QUOTED");
        for (int time = 1; time <= 2; time++) {
            cranes.towardsHub().post("/api/v1/orders", Messages.array(booked)).expect(202);
        }
        for (ObjectNode order : booked) {
            String orderNo = order.path("orderNo").asText();
            Watching.order(rep, orderNo);
            assertThat(rep.all("/api/v1/orders?orderNo=" + orderNo)).as(orderNo).hasSize(1);
        }
        assertThat(cranes.timesTaken(demandId)).isEqualTo(1);
        JsonNode hops =
                Watching.demandOf(Watching.need(rep, needId), "factory-crane").path("hops");
        assertThat(Json.texts(hops, "station")).containsOnlyOnce("QUOTED");
    }

    @Test
    @Tag("S4-10")
    void a_demand_reaches_a_factory_that_was_down_when_it_was_asked() throws InterruptedException {
        Factory boilers = mortal.group().factory("factory-boiler");
        Caller rep = mortal.hub().as("rep-ne-2");
        boilers.kill9();
        String visitNo = Messages.number("NE");
        ObjectNode customer = Messages.customer("吉林热电厂", "吉林省", "吉林市");
        rep.post("/api/v1/visits", Messages.visitWithNeed(visitNo, "rep-ne-2", customer, "BOILER×1"))
                .expect(202);
        String needId = Watching.needOfVisit(rep, visitNo).path("id").asText();
        JsonNode tried = Watching.until(
                "a try that failed",
                () -> rep.all("/api/v1/needs?visitNo=" + visitNo).getFirst(),
                need -> need.path("state").asText().equals("ASKED"));
        assertThat(tried.path("state").asText()).isEqualTo("ASKED");

        boilers.restart();

        JsonNode demand = Watching.demandInState(rep, needId, "factory-boiler", "QUOTED");
        assertThat(boilers.timesTaken(demand.path("id").asText())).isEqualTo(1);
    }

    private static List<ObjectNode> the_works_books_orders_in_its_own_system(ObjectNode customer) {
        List<ObjectNode> orders = new ArrayList<>();
        for (int n = 0; n < 20; n++) {
            orders.add(Messages.order(Messages.number("HT-DOWN"), customer, "1", "10.00"));
        }
        return orders;
    }
}
