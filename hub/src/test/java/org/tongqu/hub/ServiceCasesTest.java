package org.tongqu.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("A service case goes from the visit to headquarters and back to the rep")
class ServiceCasesTest extends ServiceBed {
    @Test
    @Tag("S4-09")
    @DisplayName(
            "opened from a visit in one step, with the machine the visit saw, it stands before the desk at once; the rep reads who is sent, the arrival and the outcome")
    void fromVisitToOutcome() {
        Visited visited = visited();
        String id = opened(visited);
        JsonNode first =
                list(desk().get(CASES + "?state=OPEN").json().path("items")).getFirst();
        assertThat(first.path("id").asText()).isEqualTo(id);
        assertThat(first.path("customer").asText()).isEqualTo(visited.firm());
        assertThat(first.path("serial").asText()).isEqualTo(visited.serial());
        assertThat(first.path("wantsTechnician").asBoolean()).isTrue();

        String technician = enrol("修主轴", 3, "MACHINE_TOOL|SERVICE");
        done(act("desk", id, "send", sending(technician, "2031-03-03", "2031-03-04")));
        JsonNode sent = one(REP, id).path("line");
        assertThat(sent.path("state").asText()).isEqualTo("SENT");
        assertThat(sent.path("technician").asText()).isEqualTo("修主轴");
        assertThat(sent.path("from").asText()).isEqualTo("2031-03-03");

        done(act(REP, id, "arrive", ""));
        refused("CASE_OTHERWISE", act(REP, id, "arrive", ""));
        refused("BAD_WORDS", act(REP, id, "solve", "{}"));
        done(act(REP, id, "solve", "{\"words\":\"换了轴承\"}"));
        done(act(REP, id, "close", "{\"words\":\"客户满意\"}"));
        JsonNode end = one(REP, id);
        assertThat(end.at("/line/outcome").asText()).isEqualTo("换了轴承");
        assertThat(end.path("steps").findValuesAsText("kind"))
                .containsExactly("OPENED", "SENT", "ARRIVED", "SOLVED", "CLOSED");
    }

    @Test
    @Tag("S4-09")
    @DisplayName("a machine in trouble again opens the case again, and headquarters see it as on the first day")
    void openedAgain() {
        String id = opened(visited());
        refused("CASE_OTHERWISE", act(REP, id, "reopen", "{\"words\":\"还响\"}"));
        done(act("desk", id, "solve", "{\"words\":\"电话里教会了\"}"));
        done(act(REP, id, "reopen", "{\"words\":\"还响\"}"));
        JsonNode again = one("desk", id);
        assertThat(again.at("/line/state").asText()).isEqualTo("OPEN");
        assertThat(again.at("/line/reopened").asInt()).isEqualTo(1);
        assertThat(again.path("steps").findValuesAsText("words")).contains("电话里教会了", "还响");
    }

    @Test
    @DisplayName(
            "a technician's days are taken from dispatch; who is sent otherwise has them back, who is away is not sent")
    void daysAreTaken() {
        String one = opened(visited());
        String other = opened(visited());
        String technician = enrol("独一人", 3, "MACHINE_TOOL|SERVICE");
        String substitute = enrol("替一人", 3, "MACHINE_TOOL|SERVICE");
        done(act("desk", one, "send", sending(technician, "2031-04-07", "2031-04-09")));
        Caller.Answer twice = act("desk", other, "send", sending(technician, "2031-04-09", "2031-04-10"));
        assertThat(twice.status()).isEqualTo(422);
        assertThat(one("desk", other).at("/line/state").asText()).isEqualTo("OPEN");

        done(act("desk", one, "send", sending(substitute, "2031-04-07", "2031-04-09")));
        done(act("desk", other, "send", sending(technician, "2031-04-09", "2031-04-10")));
        refused("WHO_IS_SENT", act("desk", other, "send", "{}"));
        assertThat(act(REP, other, "send", sending(technician, "2031-05-01", "2031-05-02"))
                        .status())
                .isEqualTo(403);
        assertThat(one(REP, other).at("/line/technician").asText()).isEqualTo("独一人");
    }

    @Test
    @Tag("S4-30")
    @DisplayName(
            "a case goes to an agent that takes repair there, which sees it and tells the outcome; one that takes none is refused")
    void toAnAgentThatRepairs() {
        String capability = id(desk().post(
                        "/api/v1/agents/agent-a002/capabilities",
                        "{\"kind\":\"REPAIR\",\"region\":\"SW\",\"from\":\"2026-01-01\"}"));
        String id = opened(visited("成都" + Brands.next() + "水泥厂", "四川省", serial(), "2026-03-02", "100"));
        assertThat(one("desk", id).path("repairers").findValuesAsText("agent")).contains("agent-a002");
        refused("TAKES_NO_REPAIR", act("desk", id, "send", "{\"agent\":\"agent-a001\"}"));
        assertThat(as("agent-a002").get(CASES + "/" + id).status()).isEqualTo(404);
        done(act("desk", id, "send", "{\"agent\":\"agent-a002\"}"));
        assertThat(one("agent-a002", id).at("/line/trouble").asText()).isEqualTo("主轴异响");
        assertThat(as("agent-a001").get(CASES + "/" + id).status()).isEqualTo(404);
        done(act("agent-a002", id, "arrive", ""));
        done(act("agent-a002", id, "solve", "{\"words\":\"换皮带\"}"));
        assertThat(one(REP, id).at("/line/outcome").asText()).isEqualTo("换皮带");
        done(desk().post("/api/v1/agents/agent-a002/capabilities/" + capability + "/end", "{}"));
    }

    @Test
    @DisplayName("a case is its region's, headquarters' and whoever's is sent; to others it is as if it were not there")
    void whoSeesIt() {
        String id = opened(visited());
        for (String login : java.util.List.of("mgr-ne", "admin", "auditor")) {
            one(login, id);
        }
        for (String login : java.util.List.of("rep-e-1", "tech1", "agent-a001")) {
            assertThat(as(login).get(CASES + "/" + id).status()).as(login).isEqualTo(404);
        }
        assertThat(as("factory-crane").get(CASES + "/" + id).status()).isEqualTo(403);
        String stranger = visited().customer();
        assertThat(as("rep-e-1")
                        .post(CASES, "{\"customerId\":\"%s\",\"trouble\":\"x\"}".formatted(stranger))
                        .status())
                .isEqualTo(404);
    }

    private static String sending(String technician, String from, String until) {
        return "{\"technician\":\"%s\",\"from\":\"%s\",\"until\":\"%s\"}".formatted(technician, from, until);
    }
}
