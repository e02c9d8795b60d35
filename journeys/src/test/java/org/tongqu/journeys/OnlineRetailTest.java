package org.tongqu.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A real shop's files under its own column names: every line comes in, is counted once, or goes back where everybody can see it. */
@ExtendWith(SharedGroup.class)
class OnlineRetailTest {
    private static final String AGENT = "agent-retail";
    private static final Map<String, String> COLUMNS = Map.of(
            "InvoiceNo", "contract_no",
            "StockCode", "product_code",
            "Description", "product_name",
            "Quantity", "qty",
            "InvoiceDate", "sold_on",
            "UnitPrice", "unit_price",
            "CustomerID", "customer_name",
            "Country", "extra");

    private final Group group;
    private final OnlineRetail shop = OnlineRetail.read();

    OnlineRetailTest(Group group) {
        this.group = group;
    }

    @Test
    void fourteen_days_come_in_whole_add_up_and_leave_what_lacks_a_customer_in_the_queue() {
        assertThat(List.of(shop.lines(), shop.withoutCustomer(), shop.repeated()))
                .containsExactly(34_241, 10_525, 468);
        a_partner_with_columns_of_its_own();

        DropFolder folder = group.folder(AGENT);
        shop.days().forEach(day -> folder.drop(day + ".csv", OnlineRetail.file(day)));
        List<JsonNode> receipts =
                shop.days().stream().map(day -> folder.receipt(day + ".csv")).toList();

        assertThat(total(receipts, "rows")).isEqualTo(shop.lines());
        assertThat(total(receipts, "accepted")).isEqualTo(shop.sales().size());
        assertThat(total(receipts, "refused")).isEqualTo(shop.withoutCustomer());
        assertThat(total(receipts, "duplicate")).isEqualTo(shop.repeated());
        what_was_accepted_adds_up();
        what_lacks_a_customer_stands_in_the_queue();
    }

    private void a_partner_with_columns_of_its_own() {
        Caller admin = group.as("admin");
        admin.post(
                        "/api/v1/partners",
                        Json.MAPPER.valueToTree(Map.of("code", AGENT, "kind", "AGENT", "name", "网上零售试用代理商")))
                .expect(201);
        JsonNode standing = admin.put("/api/v1/partners/" + AGENT + "/columns", Json.MAPPER.valueToTree(COLUMNS))
                .expect(200)
                .json();
        assertThat(standing.path("version").asInt()).isEqualTo(1);
        assertThat(standing.path("changedBy").asText()).isEqualTo("admin");
    }

    private void what_was_accepted_adds_up() {
        List<JsonNode> sales = group.as("desk").all("/api/v1/sales?agent=" + AGENT);

        assertThat(sales).hasSize(shop.sales().size());
        assertThat(sum(sales, "qty")).isEqualByComparingTo(shop.qty());
        assertThat(sum(sales, "amount")).isEqualByComparingTo(shop.amount());
        assertThat(sales.stream().filter(line -> line.path("qty").asText().startsWith("-")))
                .hasSize(Math.toIntExact(shop.returns()));
    }

    private void what_lacks_a_customer_stands_in_the_queue() {
        List<JsonNode> queue = group.as("desk").all("/api/v1/refused-rows?partner=" + AGENT + "&code=REQUIRED");

        assertThat(queue).hasSize(shop.withoutCustomer());
        assertThat(queue).allSatisfy(row -> {
            assertThat(row.path("cells").path(6).asText()).isEmpty();
            assertThat(row.path("refusals").path(0).path("pointer").asText()).isEqualTo("customer_name");
        });
        assertThat(group.as("agent-a002").all("/api/v1/refused-rows?partner=" + AGENT))
                .isEmpty();
    }

    private static int total(List<JsonNode> receipts, String field) {
        return receipts.stream()
                .mapToInt(receipt -> receipt.path(field).asInt())
                .sum();
    }

    private static BigDecimal sum(List<JsonNode> lines, String field) {
        return lines.stream()
                .map(line -> new BigDecimal(line.path(field).asText()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
