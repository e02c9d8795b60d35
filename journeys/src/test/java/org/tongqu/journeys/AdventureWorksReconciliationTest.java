package org.tongqu.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tongqu.journeys.AdventureWorksSales.Cell;

/** A factory's real orders as its shipments, and the same lines as its agents' reports but for what was changed: each change is found, and no other. */
@ExtendWith(SharedGroup.class)
class AdventureWorksReconciliationTest {
    private static final String WORKS = "aw-ships";
    private static final int CHUNK = 250;

    private final AdventureWorksSales files = new AdventureWorksSales(new AdventureWorksOrders());
    private final Map<String, String> names = new HashMap<>();
    private final Group group;
    private final Caller admin;
    private final Caller desk;

    AdventureWorksReconciliationTest(Group group) {
        this.group = group;
        this.admin = group.as("admin");
        this.desk = group.as("desk");
    }

    @Test
    @Tag("S4-13")
    void each_change_in_what_agents_report_of_a_factorys_real_shipments_is_found_and_no_other() {
        Caller works = Caller.bearer(
                group.hub().url(), entered(WORKS, "FACTORY").path("apiKey").asText());
        files.agents().forEach(agent -> entered(agent, "AGENT"));
        assertThat(files.changed()).hasSizeGreaterThan(40);

        ship(works);
        for (String agent : files.agents()) {
            JsonNode receipt = group.folder(agent)
                    .receiptAfterDropping("year.csv", files.report(agent).getBytes(UTF_8));
            assertThat(receipt.path("status").asText()).as("%s", receipt).isEqualTo("TAKEN");
        }

        Watching.until(
                "the planted differences and no other",
                Duration.ofMinutes(5),
                this::differing,
                files.changed()::equals);
    }

    private JsonNode entered(String code, String kind) {
        return admin.post(
                        "/api/v1/partners",
                        Json.object(
                                "{'code':'" + code + "','kind':'" + kind + "','name':'Adventure Works " + code + "'}"))
                .expect(201)
                .json();
    }

    private void ship(Caller works) {
        List<ObjectNode> orders = files.orders();
        for (int from = 0; from < orders.size(); from += CHUNK) {
            List<ObjectNode> chunk = new ArrayList<>(orders.subList(from, Math.min(orders.size(), from + CHUNK)));
            works.post("/api/v1/orders", Messages.array(chunk)).expect(202);
        }
    }

    /** Where figures differ, by all places each open difference tells of. */
    private Set<Cell> differing() {
        Set<Cell> cells = new HashSet<>();
        files.agents().stream()
                .flatMap(agent -> desk.all("/api/v1/discrepancies?state=OPEN&agent=" + agent).stream())
                .flatMap(this::places)
                .forEach(cells::add);
        return cells;
    }

    private String name(String customer) {
        return names.computeIfAbsent(
                customer,
                id -> desk.get("/api/v1/customers/" + id)
                        .expect(200)
                        .json()
                        .path("name")
                        .asText());
    }

    private Stream<Cell> places(JsonNode line) {
        JsonNode whole = desk.get("/api/v1/discrepancies/" + line.path("id").asText())
                .expect(200)
                .json();
        return whole.path("places")
                .valueStream()
                .map(place -> new Cell(
                        line.path("agent").asText(),
                        name(place.path("customerId").asText()),
                        place.path("product").asText(),
                        YearMonth.parse(place.path("month").asText())));
    }
}
