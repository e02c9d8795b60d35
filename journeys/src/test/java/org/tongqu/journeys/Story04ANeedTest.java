package org.tongqu.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Story 4: two A needs want one expert. The plan says who has her, until when and what others would cost; a deadline that goes by without a
 * team is told once to the desk and to the region's manager, whom nobody asked; when the first need ends its team is gone and the days are
 * the other's.
 */
@ExtendWith(SharedGroup.class)
class Story04ANeedTest {
    private static final String WASTE_HEAT = "BOILER.WASTE_HEAT";
    private static final String WEB_OFFSET = "PRINTING.WEB_OFFSET";

    private final Group group;
    private final DispatchDesk dispatches;
    private final Caller desk;
    private final String tag = Messages.number("").substring(6);

    Story04ANeedTest(Group group) {
        this.group = group;
        this.dispatches = DispatchDesk.of(group);
        this.desk = dispatches.desk();
    }

    @Test
    @Tag("S0-03")
    @Tag("S0-04")
    @Tag("S0-05")
    @Tag("S0-06")
    void two_a_needs_want_one_expert_and_the_team_goes_with_its_need() {
        String expert = "专家" + tag;
        String she = dispatches.enrol(expert, 4, "NE", WASTE_HEAT);
        String one = dispatches.enrol("甲工" + tag, 3, "NE", WEB_OFFSET);
        String two = dispatches.enrol("乙工" + tag, 3, "NE", WEB_OFFSET);

        String firstNeed = need();
        JsonNode first = dispatches.until(
                dispatches.dispatchOf(firstNeed), team -> member(team).equals(expert));
        String secondNeed = need();
        JsonNode second = dispatches.until(
                dispatches.dispatchOf(secondNeed), team -> member(team).equals(expert) && DispatchDesk.isSettled(team));
        the_plan_explains_itself(first, second, expert);

        act(first, "confirm", "{}");
        assertThat(seen(group.as("mgr-ne"), first).at("/line/state").asText()).isEqualTo("NAMED");
        assertThat(told(first, "MANAGER")).containsExactly("OPENED", "NAMED");

        String soon = OffsetDateTime.now(ZoneOffset.UTC).plusSeconds(2).toString();
        act(second, "deadline", "{'deadline':'" + soon + "'}");
        dispatches.until(id(second), team -> told(team, "DESK").contains("DEADLINE_MISSED"));
        assertThat(told(seen(desk, second), "DESK")).containsOnlyOnce("DEADLINE_MISSED");
        assertThat(told(seen(desk, second), "MANAGER")).containsOnlyOnce("DEADLINE_MISSED");

        refuse_all(firstNeed);
        assertThat(seen(desk, first).at("/line/state").asText())
                .as("the need goes on at the desk, and its team with it")
                .isEqualTo("NAMED");
        let_go_all(firstNeed);
        JsonNode closed = dispatches.until(
                id(first), team -> team.at("/line/state").asText().equals("CLOSED"));
        assertThat(closed.at("/line/closedWhy").asText()).isEqualTo("NEED_ENDED");
        String begin = first.at("/line/places/0/from").asText();
        dispatches.until(
                id(second), team -> team.at("/line/places/0/from").asText().equals(begin));
        List.of(she, one, two).forEach(dispatches::sendHome);
    }

    private void the_plan_explains_itself(JsonNode first, JsonNode second, String expert) {
        JsonNode clash = second.at("/line/places/0/clash");
        assertThat(clash.path("technicianName").asText()).isEqualTo(expert);
        assertThat(clash.path("dispatch").asText())
                .isEqualTo(first.at("/line/number").asText());
        assertThat(Json.texts(second.at("/line/places/0/reasons"), "rule")).contains("DELAY");
        JsonNode others = desk.get(path(first) + "/alternatives").expect(200).json();
        assertThat(Json.texts(others.path("2"), "soft")).isNotEmpty();
    }

    private String need() {
        return dispatches.need("动力厂", WASTE_HEAT, WEB_OFFSET);
    }

    private void refuse_all(String need) {
        for (String factory : List.of("factory-boiler", "factory-printing")) {
            ObjectNode no = Json.object("{'refusal':{'reason':'产能不足'}}").put("at", Messages.lastWordAt());
            String demand = Watching.demandOf(Watching.need(desk, need), factory)
                    .path("id")
                    .asText();
            no.put("demandId", demand);
            group.as(factory).post("/api/v1/answers", no).expect(202);
            Watching.demandInState(desk, need, factory, "REFUSED");
        }
    }

    private void let_go_all(String need) {
        for (JsonNode part : Watching.need(desk, need).path("parts")) {
            desk.post(
                            "/api/v1/needs/" + need + "/parts/"
                                    + part.path("id").asText() + "/withdrawal",
                            Json.object("{'reason':'项目取消'}"))
                    .expect(204);
        }
    }

    private void act(JsonNode dispatch, String what, String body) {
        desk.post(path(dispatch) + "/" + what, Json.object(body)).expect(204);
    }

    private static JsonNode seen(Caller reader, JsonNode dispatch) {
        return reader.get(path(dispatch)).expect(200).json();
    }

    private List<String> told(JsonNode dispatch, String role) {
        return Json.list(seen(desk, dispatch).path("notices")).stream()
                .filter(notice -> notice.path("forRole").asText().equals(role))
                .map(notice -> notice.path("kind").asText())
                .toList();
    }

    private static String member(JsonNode dispatch) {
        return dispatch.at("/line/places/0/technicianName").asText();
    }

    private static String id(JsonNode dispatch) {
        return dispatch.at("/line/id").asText();
    }

    private static String path(JsonNode dispatch) {
        return "/api/v1/dispatches/" + id(dispatch);
    }
}
