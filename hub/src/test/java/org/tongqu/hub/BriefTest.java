package org.tongqu.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("Before a visit one page says what must be known")
class BriefTest extends LeaverBed {
    @Test
    @Tag("S4-06")
    @Tag("S1-16")
    @DisplayName("profile, promises, open needs, machines, rivals, what peers say, and the steps; for the house alone")
    void brief() {
        String peer = filed(Brands.firm(), "2026-02-02", part() + ",\"opinions\":[\"钩子好 " + tag + "\"]");
        String customer = filed(
                Brands.firm(),
                "2026-03-02",
                part() + ",\"opinions\":[\"价高 " + tag + "\"],\"suggestions\":[\"加培训\"],"
                        + "\"competitors\":[{\"name\":\"对手" + tag
                        + "\",\"product\":\"QD50\",\"price\":{\"amount\":\"380000.00\",\"currency\":\"CNY\"},\"leadTimeDays\":45}],"
                        + usage(1200, 2));
        plan(leaver, customer, "2099-05-04");

        Caller.Answer answer = as(leaver).get("/api/v1/customers/" + customer + "/brief");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        JsonNode brief = answer.json();
        assertThat(brief.path("keeper").asText()).isEqualTo("离任" + tag);
        assertThat(brief.path("lastVisit").path("opinions").path(0).asText()).isEqualTo("价高 " + tag);
        assertThat(brief.path("plans").path(0).path("day").asText()).isEqualTo("2099-05-04");
        assertThat(brief.path("needs")).hasSize(1);
        assertThat(brief.path("rivals")
                        .path(0)
                        .path("fact")
                        .path("leadTimeDays")
                        .asInt())
                .isEqualTo(45);
        assertThat(brief.path("classes").path(0).asText()).isEqualTo("CRANE");
        assertThat(brief.path("peers").findValuesAsText("customerId"))
                .contains(peer)
                .doesNotContain(customer);

        String page = Visitor.signedIn(port, BOSS).page("/customers/" + customer + "/brief");
        assertThat(page).contains("价高 " + tag, "对手" + tag, "钩子好 " + tag, "2099-05-04", "拜访步骤", "看设备", "45 天");
        assertThat(Visitor.signedIn(port, BOSS).page("/customers/" + customer))
                .contains("/customers/" + customer + "/brief");
        assertThat(as("rep-e-1").get("/api/v1/customers/" + customer + "/brief").status())
                .isEqualTo(404);
        for (String other : new String[] {"factory-crane", "agent-a001", "tech1"}) {
            assertThat(as(other).get("/api/v1/customers/" + customer + "/brief").status())
                    .as(other)
                    .isEqualTo(403);
        }
    }

    @Test
    @Tag("S4-08")
    @DisplayName("a machine read again shows the values before beside, and from the third visit on a trend")
    void series() {
        String firm = Brands.firm();
        String customer = filed(firm, "2026-01-01", usage(1000, 1));
        visit(firm, "2026-01-31", usage(1300, 0));
        assertThat(machine(customer).path("readings").path(0).path("grown").asText())
                .startsWith("300");
        assertThat(machine(customer).path("trends")).isEmpty();
        String two = Visitor.signedIn(port, BOSS).page("/customers/" + customer);
        assertThat(two).contains("设备连续监测", "1300", "1000").doesNotContain("polyline");

        visit(firm, "2026-03-02", usage(1600, 5));
        JsonNode read = machine(customer);
        assertThat(read.path("readings")).hasSize(3);
        assertThat(read.path("readings").path(0).path("hoursBefore").asText()).startsWith("1300");
        assertThat(read.path("readings").path(0).path("faultsBefore").asInt()).isZero();
        assertThat(read.path("trends").path(0).path("of").asText()).isEqualTo("HOURS");
        assertThat(read.path("trends").path(0).path("aMonth").asText()).isEqualTo("300");
        assertThat(read.path("trends").path(1).path("aMonth").asText()).isEqualTo("2");
        String three = Visitor.signedIn(port, BOSS).page("/customers/" + customer);
        assertThat(three).contains("<polyline", "每 30 天约 300");
    }

    private JsonNode machine(String customer) {
        return as(leaver)
                .get("/api/v1/customers/" + customer + "/machines")
                .json()
                .path("items")
                .path(0);
    }

    private String part() {
        return "\"needs\":[{\"needNo\":\"1\",\"summary\":\"行车 " + tag
                + "\",\"parts\":[{\"productClass\":\"CRANE.BRIDGE\",\"qty\":\"1\"}]}]";
    }

    private String usage(int hours, int faults) {
        return "\"usage\":[{\"serial\":\"SN-" + tag + "-77\",\"model\":\"QD20\",\"runningHours\":\"" + hours
                + "\",\"faults\":" + faults + "}]";
    }

    private String filed(String firm, String day, String rest) {
        return SownWorld.customer(sowing, visit(firm, day, rest));
    }

    private String visit(String firm, String day, String rest) {
        return sowing.visit(leaver, "NE", """
                {"formatVersion":1,"visitNo":"NE-%1$s-%2$d","rep":"%3$s","visitedAt":"%4$sT09:30:00+08:00",
                 "customer":{"name":"%5$s","province":"辽宁省","city":"沈阳市"},%6$s}""".formatted(tag, Sowing.number(), leaver, day, firm, rest));
    }
}
