package org.tongqu.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongqu.hub.platform.Scope;

@DisplayName("The next best actions of a customer, each with its reason")
class NextActionsTest extends ServiceBed {
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    @Test
    @Tag("S4-26")
    @DisplayName(
            "a warranty that ends, an overdue visit, falling orders, an old machine and due maintenance each say why, on the customer's page and on the list of who keeps it")
    void eachSaysWhy() {
        Visited visited = visited(Brands.firm(), "辽宁", serial(), "2025-01-02", "1600");
        kept(visited, """
                ,"installedOn":"2010-05-01","warrantyUntil":"%s","planMonths":12""".formatted(today.plusDays(20)));
        sowing.order("factory-mt1", """
                {"orderNo":"SVO-%1$d","orderedAt":"%2$sT09:00:00+08:00","customer":{"name":"%3$s","province":"辽宁"},
                 "currency":"CNY","lines":[{"lineNo":"1","productCode":"CK6150","productClass":"MACHINE_TOOL","qty":"1","unitPrice":"100000.00"}]}""".formatted(Sowing.number(), today.minusMonths(15), visited.firm()));

        List<JsonNode> actions = actions(visited.customer());
        assertThat(rules(actions))
                .containsExactly(
                        "MAINTENANCE_DUE", "WARRANTY_ENDING", "OVERDUE_VISIT", "FALLING_ORDERS", "MACHINE_AGE");
        assertThat(actions.toString())
                .contains("保养已过期，应于 2011-05-01", "还有 20 天", "上次拜访是 2025-01-02", "少 100%", "2010-05-01 起")
                .contains("100% less than the 100000 of the 12 before");
        assertThat(as(REP).get("/api/v1/actions").text()).contains(visited.firm());
        assertThat(as("rep-e-1").get("/api/v1/actions").text()).doesNotContain(visited.firm());
        assertThat(Visitor.signedIn(port, REP).page("/customers/" + visited.customer()))
                .contains("还有 20 天", "少 100%", "谈延保");
        assertThat(Visitor.signedIn(port, REP).page("/actions")).contains(visited.firm());
    }

    @Test
    @Tag("S4-26")
    @DisplayName("an open service case that waits a day presses; once somebody is sent it presses no more")
    void aCaseThatWaits() {
        Visited visited = visited();
        String id = opened(visited);
        assertThat(rules(actions(visited.customer()))).doesNotContain("SERVICE_WAITING");
        wall.run(
                Scope.WORKER,
                () -> jdbc.sql(
                                "update service.service_case set opened_at = opened_at - interval '2 days' where id = :id")
                        .param("id", id)
                        .update());
        JsonNode pressing = actions(visited.customer()).getFirst();
        assertThat(pressing.path("rule").asText()).isEqualTo("SERVICE_WAITING");
        assertThat(pressing.path("caseId").asText()).isEqualTo(id);
        assertThat(pressing.path("zh").asText()).contains("已等 2 天", "主轴异响");
        done(act("desk", id, "solve", "{\"words\":\"好了\"}"));
        assertThat(rules(actions(visited.customer()))).doesNotContain("SERVICE_WAITING");
    }

    @Test
    @Tag("S4-26")
    @DisplayName(
            "one set aside with a reason keeps away for days, for that machine alone, and shows again when that is taken back")
    void setAside() {
        Visited visited = visited();
        kept(visited, ",\"installedOn\":\"2010-05-01\"");
        String dismiss = "/api/v1/actions/dismissals";
        String body = """
                {"customerId":"%s","rule":"MACHINE_AGE","subject":"%s","why":"%s"}""";
        refused("BAD_WORDS", as(REP).post(dismiss, body.formatted(visited.customer(), visited.serial(), "")));
        String other = id(as(REP).post(dismiss, body.formatted(visited.customer(), "OTHER-1", "试")));
        assertThat(rules(actions(visited.customer()))).contains("MACHINE_AGE");
        String id = id(as(REP).post(dismiss, body.formatted(visited.customer(), visited.serial(), "明年才有预算")));
        assertThat(rules(actions(visited.customer()))).doesNotContain("MACHINE_AGE");
        assertThat(sowing.one("select until_day - made_at::date from service.dismissal where id = :id", id))
                .isIn("180", "181");
        done(as(REP).post(dismiss + "/" + id + "/undo", ""));
        done(as(REP).post(dismiss + "/" + other + "/undo", ""));
        assertThat(rules(actions(visited.customer()))).contains("MACHINE_AGE");
    }

    @Test
    @Tag("S4-26")
    @DisplayName("the desk changes from how much a rule speaks, and it holds at once; others read the rules")
    void rulesAreEdited() {
        Visited visited = visited();
        kept(visited, ",\"installedOn\":\"" + today.minusYears(12) + "\"");
        assertThat(rules(actions(visited.customer()))).contains("MACHINE_AGE");
        rule("{\"rule\":\"MACHINE_AGE\",\"threshold\":20,\"quietDays\":180}");
        try {
            assertThat(rules(actions(visited.customer()))).doesNotContain("MACHINE_AGE");
        } finally {
            rule("{\"rule\":\"MACHINE_AGE\",\"threshold\":10,\"quietDays\":180}");
        }
        refused("BAD_RULE", desk().put("/api/v1/action-rules", "{\"rule\":\"MACHINE_AGE\"}"));
        refused("UNKNOWN_RULE", desk().put("/api/v1/action-rules", "{\"rule\":\"X\"}"));
        assertThat(as(REP).put("/api/v1/action-rules", "{}").status()).isEqualTo(403);
        assertThat(Visitor.signedIn(port, REP).page("/actions/rules")).contains("谈设备更新");
        Visitor desk = Visitor.signedIn(port, "desk");
        assertThat(Visitor.text(desk.act(
                        "/actions/rules", "/actions/rules", "rule=MACHINE_AGE&threshold=10&quietDays=180&applied=1")))
                .contains("规则已修改");
    }

    private void rule(String body) {
        done(desk().put("/api/v1/action-rules", body));
    }
}
