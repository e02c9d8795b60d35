package org.tongqu.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Six branches, each with the customers of its provinces, and headquarters with all of them. */
@ExtendWith(SharedGroup.class)
class RegionsTest {
    private static final Map<String, String> PROVINCES =
            new TreeMap<>(Map.of("NE", "黑龙江省", "N", "河北省", "E", "江苏省", "CS", "湖北省", "SW", "四川省", "NW", "陕西省"));

    private final Group group;
    private final String mark = Messages.number("区").substring(2);

    RegionsTest(Group group) {
        this.group = group;
    }

    @Test
    @Tag("S4-01")
    @Tag("S4-03")
    void each_branch_sees_the_customers_of_its_own_provinces_and_headquarters_sees_six() {
        PROVINCES.forEach(
                (region, province) -> visit("rep-" + region.toLowerCase(java.util.Locale.ROOT) + "-1", province));

        List<JsonNode> six = Watching.until("six customers", () -> seenBy("desk"), seen -> seen.size() == 6);
        assertThat(six.stream().map(customer -> customer.path("region").asText()))
                .containsExactlyInAnyOrderElementsOf(PROVINCES.keySet());
        for (String region : PROVINCES.keySet()) {
            for (String login : List.of("rep-%s-1", "rep-%s-2", "mgr-%s")) {
                assertThat(seenBy(login.formatted(region.toLowerCase(java.util.Locale.ROOT))))
                        .as(login + " of " + region)
                        .extracting(customer -> customer.path("region").asText())
                        .containsExactly(region);
            }
        }
        assertThat(seenBy("auditor")).hasSize(6);
        assertThat(seenBy("factory-mt1")).isEmpty();
    }

    @Test
    @Tag("S4-03")
    void the_region_comes_from_the_province_and_not_from_who_files_the_visit() {
        visit("desk", "云南");

        JsonNode customer = Watching.until(
                        "the customer in the southwest", () -> seenBy("rep-sw-1"), seen -> seen.size() == 1)
                .getFirst();

        assertThat(customer.path("region").asText()).isEqualTo("SW");
        assertThat(seenBy("rep-ne-1")).isEmpty();
    }

    private void visit(String login, String province) {
        group.as(login)
                .post(
                        "/api/v1/visits",
                        Messages.visit(
                                Messages.number("R"),
                                login,
                                Messages.customer(mark + province + "轴承厂", province, "省会")))
                .expect(202);
    }

    private List<JsonNode> seenBy(String login) {
        return group.as(login).all("/api/v1/customers?q=" + Caller.encoded(mark));
    }
}
