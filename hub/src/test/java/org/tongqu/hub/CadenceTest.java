package org.tongqu.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("Customers are visited by a cadence that people set")
class CadenceTest extends LeaverBed {
    private static final String RULES = "/api/v1/cadence-rules";
    private static final String FIRST = """
            {"lifeState":"ACTUAL","days":60},{"lifeState":"PROSPECT","days":90},{"lifeState":"LAPSED","days":180},\
            {"grade":"B","days":45},{"grade":"A","days":30}""";
    private final LocalDate today = LocalDate.now(java.time.ZoneId.of("Asia/Shanghai"));

    @Test
    @Tag("S4-06")
    @DisplayName("who was not visited within it is overdue, the strictest rule that fits first; a visit ends that")
    void overdue() {
        String late = seen(leaver, today.minusDays(120), "");
        String seldom = seen(leaver, today.minusDays(80), "");
        String machineDown = seen(leaver, today.minusDays(80), need("停机三天"));

        JsonNode told = overdue(leaver, "");
        assertThat(told.findValuesAsText("customerId"))
                .containsExactly(machineDown, late)
                .doesNotContain(seldom);
        JsonNode first = told.path(0);
        assertThat(first.path("every").asInt()).isEqualTo(30);
        assertThat(first.path("overdue").asInt()).isEqualTo(50);
        assertThat(first.path("due").asText()).isEqualTo(today.minusDays(50).toString());
        assertThat(told.path(1).path("every").asInt()).isEqualTo(90);
        assertThat(told.path(1).path("planned").isNull()).isTrue();

        plan(leaver, late, "2099-05-04");
        assertThat(overdue(leaver, "").path(1).path("planned").asText()).isEqualTo("2099-05-04");
        again(leaver, late, today.minusDays(1));
        assertThat(overdue(leaver, "").findValuesAsText("customerId")).containsExactly(machineDown);
    }

    @Test
    @Tag("S4-06")
    @DisplayName("a visit keeps its representative's plan whose day has come; a later one and a colleague's stand")
    void planKept() {
        String customer = seen(leaver, today.minusDays(200), "");
        plan(leaver, customer, today.toString());
        plan(leaver, customer, "2099-05-04");
        plan(stayer, customer, today.toString());

        again(leaver, customer, today);

        assertThat(plans(leaver)).containsExactly("2099-05-04");
        assertThat(plans(stayer)).containsExactly(today.toString());
    }

    @Test
    @Tag("S4-06")
    @DisplayName("a representative is told its own, a manager its branch, headquarters all; partners nothing")
    void whoIsTold() {
        String mine = seen(leaver, today.minusDays(200), "");
        assertThat(overdue(leaver, "?person=" + stayer).findValuesAsText("customerId"))
                .containsExactly(mine);
        assertThat(overdue(stayer, "?person=" + leaver)).isEmpty();
        for (String reader : new String[] {BOSS, "desk", "auditor"}) {
            assertThat(overdue(reader, "?person=" + leaver).findValuesAsText("customerId"))
                    .as(reader)
                    .containsExactly(mine);
        }
        assertThat(overdue("mgr-e", "?person=" + leaver)).isEmpty();
        assertThat(overdue("desk", "?branch=E&person=" + leaver)).isEmpty();
        for (String partner : new String[] {"factory-crane", "agent-a001", "tech1"}) {
            assertThat(as(partner).get("/api/v1/overdue-customers").status())
                    .as(partner)
                    .isEqualTo(403);
            assertThat(as(partner).get("/api/v1/visit-coverage").status())
                    .as(partner)
                    .isEqualTo(403);
        }
    }

    @Test
    @Tag("S4-06")
    @DisplayName("coverage of a month is the share of the customers due in it that were visited")
    void coverage() {
        YearMonth month = YearMonth.from(today).minusMonths(2);
        String done = seen(leaver, month.atDay(1).minusDays(100), "");
        again(leaver, done, month.atDay(10));
        seen(leaver, month.atDay(1).minusDays(100), "");
        seen(leaver, month.atDay(5), "");

        JsonNode told =
                as("desk").get("/api/v1/visit-coverage?person=" + leaver).json();
        JsonNode then = told.path("months").path(9);
        assertThat(then.path("month").asText()).isEqualTo(month.toString());
        assertThat(then.path("due").asInt())
                .as("the third was not a customer yet")
                .isEqualTo(2);
        assertThat(then.path("visited").asInt()).isEqualTo(1);
        assertThat(then.path("percent").asInt()).isEqualTo(50);
        assertThat(told.path("people").path(0).path("code").asText()).isEqualTo(leaver);
        assertThat(told.path("people").path(0).path("kept").asInt()).isEqualTo(3);
        assertThat(told.path("branches").path(0).path("code").asText()).isEqualTo("NE");
    }

    @Test
    @Tag("S4-06")
    @DisplayName("headquarters change the rules with a reason that stays; what makes no sense is refused")
    void rules() {
        seen(leaver, today.minusDays(80), need("大修"));
        assertThat(overdue(leaver, "")).isEmpty();
        try {
            String crane = FIRST + ",{\"productClass\":\"CRANE\",\"days\":20}";
            assertThat(put("desk", crane, "旺季加密 " + tag).status()).isEqualTo(204);
            assertThat(overdue(leaver, "").path(0).path("every").asInt()).isEqualTo(20);
            assertThat(one(
                            "select detail from platform.audit_line where act = 'EDIT_CADENCE' and detail like '%' || :id",
                            tag))
                    .isEqualTo("旺季加密 " + tag);
        } finally {
            assertThat(put("desk", FIRST, "还原").status()).isEqualTo(204);
        }
        assertThat(put("desk", FIRST + "," + FIRST, "x").text()).contains("RULE_TWICE");
        assertThat(put("desk", "{\"days\":0}", "x").text()).contains("BAD_DAYS");
        assertThat(put("desk", "{\"productClass\":\"SPACESHIP\",\"days\":9}", "x")
                        .text())
                .contains("UNKNOWN_CLASS");
        assertThat(put("desk", FIRST, "").text()).contains("BAD_REASON");
        assertThat(put(BOSS, FIRST, "x").status()).isEqualTo(403);
        assertThat(as(leaver).get(RULES).json().path("items")).hasSize(5);
    }

    @Test
    @Tag("S4-06")
    @DisplayName("the page shows it, leads to the customer and to its brief, and goes out as a workbook")
    void onThePage() {
        String late = seen(leaver, today.minusDays(120), "");
        Visitor boss = Visitor.signedIn(port, BOSS);
        assertThat(boss.page("/cadence?person=" + leaver))
                .contains("/customers/" + late, "超期 30 天", "离任" + tag, "/customers/" + late + "/brief");
        assertThat(boss.get("/cadence.xlsx?person=" + leaver).statusCode()).isEqualTo(200);
        Visitor desk = Visitor.signedIn(port, "desk");
        assertThat(desk.page("/cadence/rules")).contains("起用这些规则", "潜在客户");
        assertThat(boss.page("/cadence/rules")).contains("潜在客户").doesNotContain("起用这些规则");
        String lines = "lifeState=ACTUAL&productClass=&grade=&days=60&lifeState=&productClass=&grade=&days=";
        assertThat(Visitor.text(desk.act("/cadence/rules", "/cadence/rules", lines + "&why=")))
                .contains("请写明理由");
        assertThat(Visitor.signedIn(port, "factory-crane").get("/cadence").statusCode())
                .isEqualTo(403);
    }

    private JsonNode overdue(String reader, String query) {
        return as(reader).get("/api/v1/overdue-customers" + query).json().path("items");
    }

    private List<String> plans(String whose) {
        return as(whose).get("/api/v1/visit-plans").json().findValuesAsText("day");
    }

    private Caller.Answer put(String by, String rules, String why) {
        return as(by).post(RULES, "{\"rules\":[" + rules + "],\"why\":\"" + why + "\"}");
    }

    private static String need(String says) {
        return ",\"needs\":[{\"needNo\":\"1\",\"summary\":\"" + says
                + "\",\"parts\":[{\"productClass\":\"CRANE\",\"productCode\":\"QD20\",\"qty\":\"1\"}]}]";
    }

    private String seen(String rep, LocalDate day, String rest) {
        return filed(rep, day, Brands.firm(), rest);
    }

    private void again(String rep, String customer, LocalDate day) {
        String name = one(
                "select value from customers.golden_value where customer_id = :id and field = 'name' and until is null",
                customer);
        visit(rep, day, name, "");
    }

    private String filed(String rep, LocalDate day, String name, String rest) {
        return SownWorld.customer(sowing, visit(rep, day, name, rest));
    }

    private String visit(String rep, LocalDate day, String name, String rest) {
        return sowing.visit(rep, "NE", """
                {"formatVersion":1,"visitNo":"NE-%1$s-%2$d","rep":"%3$s","visitedAt":"%4$sT09:30:00+08:00",
                 "customer":{"name":"%5$s","province":"辽宁省","city":"沈阳市"},"opinions":["好"]%6$s}""".formatted(tag, Sowing.number(), rep, day, name, rest));
    }
}
