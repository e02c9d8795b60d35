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

/** A real order book of 415 orders through the public interface comes out as a plain sum of its files, however often it is sent. */
@ExtendWith(SharedGroup.class)
class NorthwindTest {
    private static final int CHUNK = 100;

    private final NorthwindOrders northwind = new NorthwindOrders();
    private final Caller factory;

    NorthwindTest(Group group) {
        this.factory = group.as("factory-mt1");
    }

    @Test
    @Tag("S4-11")
    void the_order_book_sums_up_to_the_cent_and_sent_again_changes_nothing() {
        assertThat(send()).containsOnly(Map.entry("RECEIVED", 415));
        List<JsonNode> once = taken();
        assertThat(sums(once)).isEqualTo(plain(northwind.sums()));

        assertThat(send()).containsOnly(Map.entry("DUPLICATE", 415));
        assertThat(taken()).isEqualTo(once);
    }

    private Map<String, Integer> send() {
        List<ObjectNode> items = northwind.items();
        Map<String, Integer> statuses = new TreeMap<>();
        for (int from = 0; from < items.size(); from += CHUNK) {
            List<ObjectNode> chunk = new ArrayList<>(items.subList(from, Math.min(items.size(), from + CHUNK)));
            Reply reply = factory.post("/api/v1/orders", Messages.array(chunk)).expect(202);
            reply.json()
                    .path("receipts")
                    .forEach(receipt -> statuses.merge(receipt.path("status").asText(), 1, Integer::sum));
        }
        return statuses;
    }

    private List<JsonNode> taken() {
        return Watching.until(
                "all 415 orders are taken",
                Duration.ofMinutes(3),
                () -> factory.all("/api/v1/orders?factory=factory-mt1").stream()
                        .filter(order -> order.path("orderNo").asText().startsWith("NW-"))
                        .toList(),
                orders -> orders.size() >= 415);
    }

    private static Map<String, BigDecimal> sums(List<JsonNode> orders) {
        assertThat(orders).hasSize(415);
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (JsonNode order : orders) {
            assertThat(order.path("currency").asText()).isEqualTo("USD");
            sums.merge(
                    order.path("customerName").asText(),
                    new BigDecimal(order.path("total").asText()),
                    BigDecimal::add);
        }
        return plain(sums);
    }

    /** The same figures without idle zeros, to the last digit. */
    private static Map<String, BigDecimal> plain(Map<String, BigDecimal> sums) {
        sums.replaceAll((name, sum) -> sum.stripTrailingZeros());
        return sums;
    }
}
