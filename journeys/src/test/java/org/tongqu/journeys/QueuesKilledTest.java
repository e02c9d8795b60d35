package org.tongqu.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@DisplayName("What the boiler factory says and is asked by its queues")
@ExtendWith(SharedGroup.class)
class QueuesKilledTest {
    private static final int MANY = 150;

    private final RunningHub hub;
    private final Random random = new Random(20261122);
    private BoilerFactory boiler;

    QueuesKilledTest(Mortal mortal) {
        this.hub = mortal.hub();
        this.boiler = BoilerFactory.open(hub);
    }

    @BeforeEach
    void afterWhateverOtherTestsDidToTheHub() {
        boiler = BoilerFactory.open(hub);
    }

    @Test
    @Tag("S4-02")
    @Tag("S4-07")
    @DisplayName("survives a kill in the midst of it: each order once, each letter one receipt, nothing left over")
    void killedInTheMidst() throws Exception {
        List<String> orderNos = new ArrayList<>();
        List<String> letters = new ArrayList<>();
        for (int n = 0; n < MANY; n++) {
            orderNos.add(Messages.number("HT-JMS-KILL"));
            letters.add(order(orderNos.getLast()).toString());
        }
        boiler.say("ORDER", letters);
        Watching.until(
                "the first are taken",
                () -> hub.as(BoilerFactory.CODE).all("/api/v1/orders"),
                some -> some.stream()
                        .anyMatch(
                                order -> orderNos.contains(order.path("orderNo").asText())));
        Thread.sleep(random.nextInt(100));
        hub.kill9();
        hub.start();

        List<JsonNode> receipts = boiler.receipts(MANY);

        assertThat(receipts).extracting(each -> each.path("status").asText()).isSubsetOf("RECEIVED", "DUPLICATE");
        assertThat(receipts).extracting(each -> each.path("messageId").asText()).doesNotHaveDuplicates();
        assertThat(boiler.heardAll()).isTrue();
        Map<String, List<JsonNode>> orders = Watching.until(
                "all orders",
                () -> Traffic.by("orderNo", hub.as(BoilerFactory.CODE).all("/api/v1/orders")),
                found -> found.keySet().containsAll(orderNos));
        orderNos.forEach(orderNo -> assertThat(orders.get(orderNo)).as(orderNo).hasSize(1));
        auditAgrees();
    }

    @Test
    @Tag("S4-02")
    @DisplayName(
            "comes again from the store when the broker's journal is lost: the unacknowledged demand, under the same key")
    void theJournalLost() throws Exception {
        String visitNo = Messages.number("NE-KILL");
        ObjectNode customer = Messages.customer("鞍山" + visitNo + "厂", "辽宁省", "鞍山市");
        hub.as("rep-ne-1")
                .post("/api/v1/visits", Messages.visitWithNeed(visitNo, "rep-ne-1", customer, "BOILER×1"))
                .expect(202);
        String key = boiler.demandWith(visitNo);

        hub.stop();
        delete(hub.home().resolve("broker"));
        hub.start();

        assertThat(boiler.demandWith(visitNo)).isEqualTo(key);
        auditAgrees();
    }

    private static ObjectNode order(String orderNo) {
        return Messages.order(orderNo, Messages.customer("抚顺第一电厂", "辽宁省", "抚顺市"), "1", "100.00");
    }

    private void auditAgrees() throws InterruptedException {
        RunningHub.Ended audit = hub.launchBeside("audit", Map.of());
        assertThat(audit.exitCode()).as(audit.said()).isZero();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
