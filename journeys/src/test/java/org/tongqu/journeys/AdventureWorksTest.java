package org.tongqu.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A factory's 2,000 real orders through its 701 resellers, by public interfaces alone, come out as the files' own sums, however often they are sent. */
@ExtendWith(SharedGroup.class)
class AdventureWorksTest {
    private static final String WORKS = "aw-works";
    private static final int CHUNK = 250;

    private final AdventureWorksOrders files = new AdventureWorksOrders();
    private final Group group;
    private final Caller admin;

    AdventureWorksTest(Group group) {
        this.group = group;
        this.admin = group.as("admin");
    }

    @Test
    @Tag("S4-11")
    @Tag("S4-30")
    void orders_through_701_resellers_sum_up_to_the_last_digit_and_sent_again_change_nothing() {
        Caller works = entered();
        files.resellers()
                .forEach(reseller -> admin.post("/api/v1/partners", reseller).expect(201));

        assertThat(send(works)).containsOnly(Map.entry("RECEIVED", 2000));
        List<JsonNode> once = taken(works);
        assertThat(totals(once)).isEqualTo(files.subtotals());
        assertThat(sum(totals(once))).isEqualByComparingTo("30643687.7995");
        each_reseller_has_its_own_orders(once);

        assertThat(send(works)).containsOnly(Map.entry("DUPLICATE", 2000));
        assertThat(taken(works)).isEqualTo(once);
    }

    private Caller entered() {
        JsonNode told = admin.post(
                        "/api/v1/partners",
                        Json.object("{'code':'" + WORKS + "','kind':'FACTORY','name':'Adventure Works'}"))
                .expect(201)
                .json();
        return Caller.bearer(group.hub().url(), told.path("apiKey").asText());
    }

    private Map<String, Integer> send(Caller works) {
        List<ObjectNode> items = files.items();
        Map<String, Integer> statuses = new TreeMap<>();
        for (int from = 0; from < items.size(); from += CHUNK) {
            List<ObjectNode> chunk = new ArrayList<>(items.subList(from, Math.min(items.size(), from + CHUNK)));
            Reply reply = works.post("/api/v1/orders", Messages.array(chunk)).expect(202);
            reply.json()
                    .path("receipts")
                    .forEach(receipt -> statuses.merge(receipt.path("status").asText(), 1, Integer::sum));
        }
        return statuses;
    }

    private static List<JsonNode> taken(Caller works) {
        return Watching.until(
                "all 2,000 orders are taken",
                Duration.ofMinutes(5),
                () -> works.all("/api/v1/orders?factory=" + WORKS),
                orders -> orders.size() >= 2000);
    }

    private static Map<String, BigDecimal> totals(List<JsonNode> orders) {
        Map<String, BigDecimal> totals = new TreeMap<>();
        orders.forEach(order -> totals.put(
                order.path("orderNo").asText(),
                new BigDecimal(order.path("total").asText()).stripTrailingZeros()));
        return totals;
    }

    private static BigDecimal sum(Map<String, BigDecimal> totals) {
        return totals.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void each_reseller_has_its_own_orders(List<JsonNode> orders) {
        assertThat(orders).extracting(order -> order.path("agent").asText()).doesNotContain("");
        assertThat(orders.stream().map(order -> order.path("agent").asText()).distinct())
                .hasSize(701);
    }
}
