package org.tongqu.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Predicate;
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
    private final Caller desk;
    private final String tag = Messages.number("").substring(6);

    Story04ANeedTest(Group group) {
        this.group = group;
        this.desk = group.as("desk");
    }

    @Test
    @Tag("S0-03")
    @Tag("S0-04")
    @Tag("S0-05")
    @Tag("S0-06")
    void two_a_needs_want_one_expert_and_the_team_goes_with_its_need() {
        String expert = "专家" + tag;
        String she = enrol(expert, 4, WASTE_HEAT);
        String one = enrol("甲工" + tag, 3, WEB_OFFSET);
        String two = enrol("乙工" + tag, 3, WEB_OFFSET);

        String firstNeed = need();
        JsonNode first = until(dispatchOf(firstNeed), team -> member(team).equals(expert));
        String secondNeed = need();
        JsonNode second = until(dispatchOf(secondNeed), team -> member(team).equals(expert) && settled(team));
        the_plan_explains_itself(first, second, expert);

        act(first, "confirm", "{}");
        assertThat(seen(group.as("mgr-ne"), first).at("/line/state").asText()).isEqualTo("NAMED");
        assertThat(told(first, "MANAGER")).containsExactly("OPENED", "NAMED");

        String soon = OffsetDateTime.now(ZoneOffset.UTC).plusSeconds(2).toString();
        act(second, "deadline", "{'deadline':'" + soon + "'}");
        until(id(second), team -> told(team, "DESK").contains("DEADLINE_MISSED"));
        assertThat(told(seen(desk, second), "DESK")).containsOnlyOnce("DEADLINE_MISSED");
        assertThat(told(seen(desk, second), "MANAGER")).containsOnlyOnce("DEADLINE_MISSED");

        refuse_all(firstNeed);
        JsonNode closed =
                until(id(first), team -> team.at("/line/state").asText().equals("CLOSED"));
        assertThat(closed.at("/line/closedWhy").asText()).isEqualTo("NEED_ENDED");
        String begin = first.at("/line/places/0/from").asText();
        until(id(second), team -> team.at("/line/places/0/from").asText().equals(begin));
        List.of(she, one, two).forEach(this::send_home);
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

    private String enrol(String name, int level, String productClass) {
        ObjectNode technician = Json.object("{'region':'NE','lineManager':'总工办','daysCap':20}")
                .put("name", name)
                .put("level", level);
        technician
                .putArray("skills")
                .addObject()
                .put("productClass", productClass)
                .put("trade", "DESIGN");
        return desk.post("/api/v1/technicians", technician)
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    private void send_home(String technician) {
        ObjectNode gone =
                Json.object("{'name':'已离岗','level':3,'region':'NE','lineManager':'总工办','daysCap':0,'active':false}");
        desk.put("/api/v1/technicians/" + technician, gone).expect(204);
    }

    private String need() {
        String visitNo = Messages.number("NE");
        ObjectNode customer = Messages.customer("沈阳" + visitNo + "动力厂", "辽宁省", "沈阳市");
        group.as("rep-ne-1")
                .post(
                        "/api/v1/visits",
                        Messages.visitWithNeed(visitNo, "rep-ne-1", customer, WASTE_HEAT + "×1", WEB_OFFSET + "×1"))
                .expect(202);
        return Watching.needOfVisit(desk, visitNo).path("id").asText();
    }

    private String dispatchOf(String need) {
        return Watching.until(
                        "a dispatch by itself",
                        () -> desk.get("/api/v1/dispatches?needId=" + need)
                                .expect(200)
                                .json()
                                .path("items"),
                        items -> !items.isEmpty())
                .path(0)
                .path("id")
                .asText();
    }

    private JsonNode until(String id, Predicate<JsonNode> looks) {
        return Watching.until(
                "the dispatch to look so",
                () -> desk.get("/api/v1/dispatches/" + id).expect(200).json(),
                looks);
    }

    private void refuse_all(String need) {
        for (String factory : List.of("factory-boiler", "factory-printing")) {
            ObjectNode no = Json.object("{'refusal':{'reason':'产能不足'}}").put("at", Messages.lastWordAt());
            String demand = Watching.demandOf(Watching.need(desk, need), factory)
                    .path("id")
                    .asText();
            no.put("demandId", demand);
            group.as(factory).post("/api/v1/answers", no).expect(202);
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

    private static boolean settled(JsonNode dispatch) {
        return !dispatch.at("/line/stale").asBoolean();
    }

    private static String id(JsonNode dispatch) {
        return dispatch.at("/line/id").asText();
    }

    private static String path(JsonNode dispatch) {
        return "/api/v1/dispatches/" + id(dispatch);
    }
}
