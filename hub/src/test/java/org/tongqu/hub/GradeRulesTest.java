package org.tongqu.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongqu.hub.clocks.Hop;
import org.tongqu.hub.clocks.WorkClock;

@DisplayName("Grade rules")
class GradeRulesTest extends HubTest {
    private static final String RULES = "/api/v1/grade-rules";

    @Autowired
    private WorkClock workClock;

    @Autowired
    private Sowing sowing;

    private Caller desk = Caller.nobody(0);
    private final String word = "卡死" + Sowing.number() + "号";

    @BeforeEach
    void desk() {
        desk = Caller.as(port, "desk");
    }

    @Test
    @Tag("S0-01")
    @DisplayName(
            "are tried on past needs before they are put in force, and then grade what comes after, not what came before")
    void triedAndPutInForce() {
        String before = need(word);
        JsonNode past = need(desk, before);
        assertThat(past.path("grade").asText()).isEqualTo("C");

        JsonNode trial = desk.post(RULES + "/trial", "{\"rules\":[" + rules("停机 停产 " + word) + "]}")
                .json();
        assertThat(trial.path("moves").path("CA").asInt()).isPositive();
        assertThat(trial.path("moved")
                        .valueStream()
                        .map(moved -> moved.path("id").asText()))
                .contains(before);
        assertThat(need(desk, before).path("grade").asText()).isEqualTo("C");
        assertThat(need(desk, need(word)).path("grade").asText())
                .as("only tried")
                .isEqualTo("C");

        String change = "{\"rules\":[" + rules("停机 停产 " + word) + "],\"why\":\"整线停产先派人\"}";
        assertThat(desk.post(RULES, change).status()).isEqualTo(204);
        JsonNode now = desk.get(RULES).json().path("items").path(0);
        assertThat(now.path("why").asText()).isEqualTo("整线停产先派人");
        assertThat(now.path("by").asText()).isEqualTo("desk");

        JsonNode after = need(desk, need(word));
        assertThat(after.path("grade").asText()).isEqualTo("A");
        assertThat(after.path("gradeReason").path("zh").asText()).contains(word);
        assertThat(after.path("ruleVersion").asText())
                .isEqualTo("grade-" + now.path("version").asInt());
        assertThat(need(desk, before).path("grade").asText())
                .as("graded before")
                .isEqualTo("C");
    }

    @Test
    @Tag("S0-01")
    @DisplayName("give way to the centre, which says why; every grade a need was given stays in its history")
    void overridden() {
        String id = need("常规检修");
        JsonNode before = need(desk, id);
        String grade = "/api/v1/needs/" + id + "/grade";
        assertThat(desk.post(grade, "{\"grade\":\"A\",\"why\":\"客户有新工艺，要总部一起看\"}")
                        .status())
                .isEqualTo(204);

        JsonNode need = need(desk, id);
        assertThat(need.path("grade").asText()).isEqualTo("A");
        assertThat(need.path("demands").findValuesAsText("id"))
                .as("no factory is asked again")
                .isEqualTo(before.path("demands").findValuesAsText("id"));
        assertThat(need.path("gradeReason").path("zh").asText()).isEqualTo("客户有新工艺，要总部一起看");
        JsonNode gradings = Caller.as(port, "rep-ne-1")
                .get("/api/v1/needs/" + id + "/gradings")
                .json()
                .path("items");
        assertThat(gradings.valueStream().map(each -> each.path("grade").asText()))
                .containsExactly("A", "C");
        assertThat(gradings.path(0).path("by").asText()).isEqualTo("desk");
        assertThat(Visitor.signedIn(port, "desk").page("/needs/" + id)).contains("客户有新工艺，要总部一起看", "评级记录");

        assertThat(desk.post(grade, "{\"grade\":\"A\",\"why\":\"再来\"}").status())
                .isEqualTo(422);
        assertThat(desk.post(grade, "{\"grade\":\"B\",\"why\":\"\"}").text()).contains("BAD_REASON");
        assertThat(desk.post(grade, "{\"grade\":\"D\",\"why\":\"试\"}").text()).contains("BAD_GRADE");
        assertThat(Caller.as(port, "rep-ne-1")
                        .post(grade, "{\"grade\":\"B\",\"why\":\"试\"}")
                        .status())
                .isEqualTo(403);
        assertThat(need(desk, id).path("grade").asText()).isEqualTo("A");
    }

    @Test
    @Tag("S4-10")
    @Tag("S2-22")
    @DisplayName(
            "a grade given instead moves what a factory still owes: sooner by a higher one, later again by a lower, from when it was asked; and it is told")
    void moveTheAnswer() {
        String id = need("常规检修");
        JsonNode asked = need(desk, id).path("demands").path(0);
        Instant from = OffsetDateTime.parse(asked.path("askedAt").asText()).toInstant();
        assertThat(due(id)).isCloseTo(limit("C", from), within(1, ChronoUnit.SECONDS));

        regrade(id, "A");
        assertThat(due(id))
                .isCloseTo(limit("A", from), within(1, ChronoUnit.SECONDS))
                .isBefore(limit("C", from));
        assertThat(Caller.as(port, "factory-crane")
                        .get("/api/v1/demands/" + asked.path("id").asText() + "/messages")
                        .text())
                .contains("本需求改评为 A 级");
        assertThat(Visitor.signedIn(port, "factory-crane").page("/needs/" + id)).contains("本需求改评为 A 级");

        regrade(id, "C");
        assertThat(due(id)).isCloseTo(limit("C", from), within(1, ChronoUnit.SECONDS));

        sowing.answer("factory-crane", """
                {"demandId":"%s","at":"2026-03-04T10:00:00+08:00","quote":{"price":{"amount":"9.00","currency":"CNY"},"leadTimeDays":9}}""".formatted(asked.path("id").asText()));
        regrade(id, "A");
        assertThat(due(id)).as("it has answered").isCloseTo(limit("C", from), within(1, ChronoUnit.SECONDS));
    }

    private void regrade(String id, String letter) {
        assertThat(desk.post("/api/v1/needs/" + id + "/grade", "{\"grade\":\"" + letter + "\",\"why\":\"再看\"}")
                        .status())
                .isEqualTo(204);
    }

    private Instant due(String id) {
        return OffsetDateTime.parse(
                        need(desk, id).path("demands").path(0).path("dueAt").asText())
                .toInstant();
    }

    private Instant limit(String grade, Instant from) {
        return workClock.due(Hop.ANSWER, List.of("CRANE"), grade, from);
    }

    @Test
    @DisplayName("that make no sense are refused, each with what to write instead")
    void refused() {
        for (String[] each : new String[][] {
            {"{\"measure\":\"BUDGET\",\"value\":\"很多\",\"grade\":\"B\"}", "BAD_FIGURE"},
            {"{\"measure\":\"WORDS\",\"value\":\" \",\"grade\":\"A\"}", "BAD_WORDS"},
            {"{\"measure\":\"CLASSES\",\"value\":\"2\",\"grade\":\"C\"}", "BAD_GRADE"},
            {rules("停机") + "," + rules("停产"), "RULE_TWICE"}
        }) {
            Caller.Answer answer = desk.post(RULES + "/trial", "{\"rules\":[" + each[0] + "]}");
            assertThat(answer.status()).as(answer.text()).isEqualTo(422);
            assertThat(answer.text()).contains(each[1]);
        }
        assertThat(desk.post(RULES, "{\"rules\":[],\"why\":\"\"}").text()).contains("BAD_REASON");
    }

    @Test
    @DisplayName("are read by all of the house, tried on a page whose address keeps the draft, and changed from there")
    void onThePage() {
        String draft = "/needs/grades/trial?WORDS=" + word
                + "&WORDS.grade=A&WORDS.on=1&CLASSES=2&CLASSES.grade=A&CLASSES.on=1";
        Visitor visitor = Visitor.signedIn(port, "desk");
        assertThat(visitor.page("/needs/grades")).contains("先在过去的需求上试").doesNotContain("起用这一版");
        assertThat(visitor.page(draft)).contains("试评结果", word, "起用这一版");
        assertThat(visitor.page("/needs/grades/trial?BUDGET=x&BUDGET.grade=B")).contains("请写整数");
        assertThat(Visitor.signedIn(port, "rep-ne-1").page("/needs/grades"))
                .contains("停机")
                .doesNotContain("先在过去的需求上试");
        assertThat(Visitor.signedIn(port, "factory-mt1").get("/needs/grades").statusCode())
                .isEqualTo(403);
    }

    /** As they are at first, but for the words. */
    private static String rules(String words) {
        return """
                {"measure":"CLASSES","value":"2","grade":"A"},{"measure":"NO_PRODUCT_CODE","value":"","grade":"B"},
                {"measure":"BUDGET","value":"1000000","grade":"B"},{"measure":"DAYS_LEFT","value":"7","grade":"B"},
                {"measure":"FAULTS","value":"10","grade":"B"},{"measure":"WORDS","value":"%s","grade":"A"}""".formatted(words);
    }

    private String need(String said) {
        String visitNo = "NE-GR-" + Sowing.number();
        sowing.visit("rep-ne-1", "NE", """
                {"formatVersion":1,"visitNo":"%s","rep":"rep-ne-1","visitedAt":"2026-03-02T09:30:00+08:00",
                 "customer":{"name":"%s","province":"辽宁省","city":"沈阳市"},
                 "needs":[{"needNo":"1","summary":"设备%s","parts":[{"productClass":"CRANE","productCode":"QD20","qty":"1"}]}]}""".formatted(visitNo, Brands.firm(), said));
        return desk.get("/api/v1/needs?visitNo=" + visitNo)
                .json()
                .path("items")
                .path(0)
                .path("id")
                .asText();
    }

    private static JsonNode need(Caller reader, String id) {
        return reader.get("/api/v1/needs/" + id).json();
    }
}
