package org.tongqu.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Customers belong to the one service company: a branch has them, whoever told of them first; a factory reads what it said itself. */
@ExtendWith(SharedGroup.class)
class OneServiceCompanyTest {
    private final Group group;
    private final String name = "长治" + Messages.number("司").substring(2) + "液压厂";

    OneServiceCompanyTest(Group group) {
        this.group = group;
    }

    @Test
    @Tag("S4-01")
    void a_customer_that_a_factory_told_of_is_a_branchs_customer() {
        Caller factory = group.as("factory-mt2");
        String orderNo = Messages.number("HT-OWN");
        ObjectNode customer = Messages.customer(name, "山西省", "长治市");
        factory.post("/api/v1/orders", Messages.order(orderNo, customer, "1", "10.00"))
                .expect(202);
        String id = Watching.order(factory, orderNo).path("customerId").asText();

        JsonNode atTheBranch = group.as("rep-n-1")
                .get("/api/v1/customers/" + id + "?provenance=true")
                .expect(200)
                .json();

        assertThat(atTheBranch.path("region").asText()).isEqualTo("N");
        assertThat(atTheBranch.path("provenance").path("name").path("source").asText())
                .isEqualTo("factory-mt2");
        group.as("factory-mt1").get("/api/v1/customers/" + id).expect(404);
        group.as("agent-a001").get("/api/v1/customers/" + id).expect(404);
        group.as("rep-sw-1").get("/api/v1/customers/" + id).expect(404);
    }

    @Test
    @Tag("S4-01")
    void a_factory_sees_nothing_of_a_customer_that_others_know() {
        ObjectNode customer = Messages.customer(name, "山西省", "长治市");
        Caller rep = group.as("rep-n-1");
        String message = rep.post("/api/v1/visits", Messages.visit(Messages.number("N"), "rep-n-1", customer))
                .expect(202)
                .receipt()
                .path("messageId")
                .asText();
        Watching.settled(rep, message);

        assertThat(rep.all("/api/v1/customers?q=" + Caller.encoded(name))).hasSize(1);
        for (String login : List.of("factory-mt1", "factory-crane", "agent-a001")) {
            assertThat(group.as(login).all("/api/v1/customers?q=" + Caller.encoded(name)))
                    .as(login)
                    .isEmpty();
        }
    }

    @Test
    @Tag("S4-01")
    void a_factory_has_no_way_to_change_a_customer() {
        ObjectNode customer = Messages.customer(name, "山西省", "长治市");
        Caller factory = group.as("factory-mt2");
        String orderNo = Messages.number("HT-OWN");
        factory.post("/api/v1/orders", Messages.order(orderNo, customer, "1", "10.00"))
                .expect(202);
        String id = Watching.order(factory, orderNo).path("customerId").asText();

        for (String method : List.of("POST", "PUT", "PATCH", "DELETE")) {
            Reply reply = factory.with("Content-Type", "application/json")
                    .call(method, "/api/v1/customers/" + id, BodyPublishers.ofString("{\"region\":\"SW\"}"));
            assertThat(reply.status()).as(method).isIn(403, 404, 405);
        }
    }
}
