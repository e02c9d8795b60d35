package org.tongqu.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Goods and money pass between factories and customers; through the hub passes information alone. */
@ExtendWith(SharedGroup.class)
class OnlyInformationTest {
    private final Group group;

    OnlyInformationTest(Group group) {
        this.group = group;
    }

    @Test
    @Tag("S4-02")
    @Tag("S4-22")
    @Tag("S1-25")
    void all_that_a_factory_ever_hears_from_the_hub_is_the_question() throws IOException {
        List<String> heard = new CopyOnWriteArrayList<>();
        try (FactoryThatListens factory = new FactoryThatListens(heard)) {
            tellTheHub(factory.port());
            Caller desk = group.as("desk");
            String visitNo = Messages.number("HQ");
            ObjectNode customer = Messages.customer("保定印刷机械厂", "河北省", "保定市");
            desk.post("/api/v1/visits", Messages.visitWithNeed(visitNo, "desk", customer, "PRINTING×1"))
                    .expect(202);
            JsonNode need = Watching.needOfVisit(desk, visitNo);
            String needId = need.path("id").asText();
            JsonNode demand = Watching.demandInState(desk, needId, "factory-printing", "SENT");

            String orderNo = Messages.number("HT-LEDGER");
            report(Messages.order(orderNo, customer, "1", "100.00")
                    .put("demandId", demand.path("id").asText()));
            report(Messages.milestone(orderNo, "SHIPPED", "2026-05-01T08:00:00+08:00"));
            report(Messages.payment(orderNo, orderNo + "-1", "100.00", "2026-05-02T08:00:00+08:00"));
            Watching.needInState(desk, needId, "PAID");

            String demandId = demand.path("id").asText();
            assertThat(heard).allMatch(words -> words.startsWith("POST /demands "));
            assertThat(heard.stream().filter(words -> words.contains(demandId))).hasSize(1);
            assertThat(heard).noneMatch(words -> words.contains("payment") || words.contains(orderNo));
        }
    }

    @Test
    @Tag("S4-22")
    void nobody_but_the_factory_itself_can_state_its_orders_and_payments() {
        String orderNo = Messages.number("HT-LEDGER");
        ObjectNode customer = Messages.customer("保定印刷机械厂", "河北省", "保定市");
        ObjectNode order = Messages.order(orderNo, customer, "1", "100.00");
        for (String login :
                List.of("admin", "desk", "mgr-n", "rep-n-1", "branch-n", "auditor", "agent-a001", "tech1")) {
            BadInputTest.problem(group.as(login).post("/api/v1/orders", order), 403);
        }
        // Whatever factory the message names, the ledger it speaks of is the sender's own.
        group.as("factory-boiler")
                .post("/api/v1/orders", order.put("factory", "factory-printing"))
                .expect(202);
        assertThat(Watching.order(group.as("desk"), orderNo).path("factory").asText())
                .isEqualTo("factory-boiler");
        assertThat(group.as("factory-printing").all("/api/v1/orders?orderNo=" + orderNo))
                .isEmpty();
        for (String method : List.of("PUT", "PATCH", "DELETE")) {
            Reply reply = group.as("admin")
                    .with("Content-Type", "application/json")
                    .call(method, "/api/v1/orders", BodyPublishers.ofString("{}"));
            assertThat(reply.status()).as(method).isIn(403, 404, 405);
        }
    }

    @Test
    @Tag("S4-22")
    @Tag("S1-25")
    void the_published_interface_has_no_way_to_write_a_payment_or_a_customer() {
        JsonNode paths =
                group.hub().nobody().get("/openapi.json").expect(200).json().path("paths");

        List<String> writes = new java.util.ArrayList<>();
        paths.properties()
                .forEach(path -> path.getValue().properties().forEach(way -> {
                    if (List.of("post", "put", "patch", "delete").contains(way.getKey())) {
                        writes.add(way.getKey() + " " + path.getKey());
                    }
                }));
        assertThat(writes)
                .contains("post /api/v1/orders")
                .noneMatch(way -> way.contains("payment") || way.contains("customer") || way.contains("ledger"))
                .noneMatch(way -> way.startsWith("delete") || way.startsWith("patch"));
    }

    private void report(ObjectNode told) {
        group.as("factory-printing").post("/api/v1/orders", told).expect(202);
    }

    private void tellTheHub(int port) {
        group.as("admin")
                .put(
                        "/api/v1/partners/factory-printing/endpoint",
                        Json.object("{'base':'http://127.0.0.1:" + port + "','bearer':'b','timeoutSeconds':5}"))
                .expect(204);
    }

    /** Takes whatever comes and writes down what it was. */
    private record FactoryThatListens(HttpServer server) implements AutoCloseable {
        FactoryThatListens(List<String> heard) throws IOException {
            this(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16));
            server.createContext("/", exchange -> {
                try (exchange) {
                    heard.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                            + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
                    exchange.sendResponseHeaders(204, -1);
                }
            });
            server.start();
        }

        int port() {
            return server.getAddress().getPort();
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
