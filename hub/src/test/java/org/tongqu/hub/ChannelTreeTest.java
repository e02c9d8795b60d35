package org.tongqu.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("The agents' tree")
class ChannelTreeTest extends ChannelBed {

    @Test
    @Tag("S2-16")
    @DisplayName(
            "general agent, dealer, sub-dealer and theirs stand one under the other, and each page names those above and below")
    void fourLevels() {
        String general = agent();
        String dealer = agent();
        String sub = agent();
        String shop = agent();
        place(dealer, general);
        place(sub, dealer);
        place(shop, sub);

        JsonNode tree = as("desk").get("/api/v1/agents").json();

        assertThat(levels(tree, List.of(general, dealer, sub, shop)))
                .containsExactly(general + " 1", dealer + " 2", sub + " 3", shop + " 4");
        JsonNode page = as("desk").get("/api/v1/agents/" + sub).json();
        assertThat(codes(page.path("above"))).containsExactly(general, dealer);
        assertThat(codes(page.path("below"))).containsExactly(shop);
    }

    @Test
    @Tag("S2-16")
    @DisplayName("nobody stands under himself, not even by way of others, nor on days to come alone")
    void noCircle() {
        String one = agent();
        String two = agent();
        String three = agent();
        place(two, one);
        place(three, two);

        assertThat(put(one, one, "").code()).isEqualTo("CIRCLE");
        assertThat(put(one, three, "").code()).isEqualTo("CIRCLE");
        assertThat(put(one, three, ",\"from\":\"2099-01-01\"").code()).isEqualTo("CIRCLE");
        assertThat(put(one, "agent-nobody", "").code()).isEqualTo("UNKNOWN_AGENT");
        assertThat(put(one, "factory-crane", "").code()).isEqualTo("UNKNOWN_AGENT");
        assertThat(put("agent-nobody", one, "").code()).isEqualTo("UNKNOWN_AGENT");
        assertThat(codes(as("desk").get("/api/v1/agents/" + three).json().path("above")))
                .containsExactly(one, two);
    }

    @Test
    @Tag("S2-16")
    @DisplayName(
            "a new superior from a day on ends the old one that day, which stays in the history; days that overlap are refused")
    void datesAndHistory() {
        String agent = agent();
        String first = agent();
        String second = agent();
        assertThat(put(agent, first, ",\"from\":\"2024-01-01\"").status()).isEqualTo(204);
        assertThat(put(agent, second, ",\"from\":\"2025-06-01\"").status()).isEqualTo(204);

        JsonNode places = as("desk").get("/api/v1/agents/" + agent).json().path("places");
        assertThat(places).hasSize(2);
        assertThat(places.path(0).path("above").path("code").asText()).isEqualTo(second);
        assertThat(places.path(1).path("above").path("code").asText()).isEqualTo(first);
        assertThat(places.path(1).path("until").asText()).isEqualTo("2025-06-01");
        assertThat(put(agent, first, ",\"from\":\"2024-03-01\"").code()).isEqualTo("PERIOD_OVERLAPS");
        assertThat(put(agent, first, ",\"from\":\"2026-03-01\",\"until\":\"2026-02-01\"")
                        .code())
                .isEqualTo("PERIOD_EMPTY");
        assertThat(put(agent, first, ",\"from\":\"soon\"").status()).isEqualTo(400);
        assertThat(one("select count(*) from platform.audit_line where act = 'EDIT_AGENTS' and object = :id", agent))
                .isEqualTo("2");
    }

    @Test
    @Tag("S4-30")
    @DisplayName(
            "what an agent takes on stands with place, class and days: sales here, repair there, an exclusive store; the same twice is refused")
    void capabilities() {
        String agent = agent();
        String repair = "{\"kind\":\"REPAIR\",\"region\":\"NE\",\"productClass\":\"CRANE\",\"from\":\"2026-01-01\"}";
        id(
                capability(
                        agent,
                        "{\"kind\":\"SALES\",\"province\":\"辽宁省\",\"productClass\":\"MACHINE_TOOL\",\"from\":\"2025-01-01\",\"until\":\"2099-01-01\"}"));
        String taken = id(capability(agent, repair));
        id(capability(agent, "{\"kind\":\"EXCLUSIVE\",\"from\":\"2020-01-01\",\"until\":\"2021-01-01\"}"));

        assertThat(kinds(agent)).containsExactlyInAnyOrder("SALES true", "REPAIR true", "EXCLUSIVE false");
        assertThat(capability(agent, repair).code()).isEqualTo("PERIOD_OVERLAPS");
        assertThat(capability(agent, "{\"kind\":\"DANCE\"}").code()).isEqualTo("UNKNOWN_KIND");
        assertThat(capability(agent, "{\"kind\":\"SALES\",\"region\":\"XX\"}").code())
                .isEqualTo("UNKNOWN_REGION");
        assertThat(capability(agent, "{\"kind\":\"SALES\",\"province\":\"月球\"}").code())
                .isEqualTo("UNKNOWN_PROVINCE");
        assertThat(capability(agent, "{\"kind\":\"SALES\",\"productClass\":\"SHIP\"}")
                        .code())
                .isEqualTo("UNKNOWN_CLASS");
        assertThat(as("desk")
                        .post(
                                "/api/v1/agents/" + agent + "/capabilities/" + taken + "/end",
                                "{\"until\":\"2026-06-01\"}")
                        .status())
                .isEqualTo(204);
        assertThat(kinds(agent)).containsExactlyInAnyOrder("SALES true", "REPAIR false", "EXCLUSIVE false");
        assertThat(id(capability(agent, repair.replace("2026-01-01", "2026-06-01"))))
                .isNotEqualTo(taken);
    }

    @Test
    @DisplayName("desk and administrator edit it, auditors read it, an agent reads itself; everybody else is told no")
    void whoMay() {
        String agent = agent();
        for (String login : List.of("auditor", "mgr-ne", "rep-ne-1", "factory-crane", agent)) {
            assertThat(as(login).put("/api/v1/agents/" + agent + "/place", "{}").status())
                    .as(login)
                    .isEqualTo(403);
            assertThat(as(login)
                            .post("/api/v1/agents/" + agent + "/capabilities", "{\"kind\":\"SALES\"}")
                            .status())
                    .as(login)
                    .isEqualTo(403);
        }
        assertThat(as("auditor").get("/api/v1/agents/" + agent).status()).isEqualTo(200);
        assertThat(as("admin").put("/api/v1/agents/" + agent + "/place", "{}").status())
                .isEqualTo(204);
        assertThat(as("agent-a001").get("/api/v1/agents/" + agent).status()).isEqualTo(404);
        assertThat(as("agent-a001").get("/api/v1/agents").status()).isEqualTo(403);
        assertThat(as("desk").get("/api/v1/agents/agent-nobody").status()).isEqualTo(404);
        assertThat(as("desk").get("/api/v1/agents/factory-crane").status()).isEqualTo(404);
    }

    private void place(String agent, String above) {
        Caller.Answer answer = put(agent, above, "");
        assertThat(answer.status()).as(answer.text()).isEqualTo(204);
    }

    private Caller.Answer put(String agent, String above, String rest) {
        return as("desk").put("/api/v1/agents/" + agent + "/place", "{\"above\":\"" + above + "\"" + rest + "}");
    }

    private Caller.Answer capability(String agent, String json) {
        return as("desk").post("/api/v1/agents/" + agent + "/capabilities", json);
    }

    private List<String> kinds(String agent) {
        List<String> kinds = new ArrayList<>();
        as("desk")
                .get("/api/v1/agents/" + agent)
                .json()
                .path("capabilities")
                .forEach(each -> kinds.add(
                        each.path("kind").asText() + " " + each.path("now").asBoolean()));
        return kinds;
    }

    private static List<String> codes(JsonNode named) {
        List<String> codes = new ArrayList<>();
        named.forEach(each -> codes.add(each.path("code").asText()));
        return codes;
    }

    private static List<String> levels(JsonNode tree, List<String> agents) {
        List<String> levels = new ArrayList<>();
        tree.path("items").forEach(each -> {
            if (agents.contains(each.path("code").asText())) {
                levels.add(each.path("code").asText() + " " + each.path("level").asInt());
            }
        });
        return levels;
    }
}
