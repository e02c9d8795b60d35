package org.tongqu.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("What customers tell of rivals is summed up and reaches the factory concerned")
class RivalsTest extends LeaverBed {
    @Test
    @Tag("S4-37")
    @DisplayName(
            "price and lead time stand by product class and region, down to the visit; a class is as said, by words or by the visit's needs")
    void report() {
        String spoken =
                visit("{\"name\":\"甲" + tag + "\",\"productClass\":\"PRINTING.FLEXO\"," + offer(100, 30) + "}", "");
        visit("{\"name\":\"乙" + tag + "\",\"product\":\"柔印机 R7\"," + offer(300, 60) + "}", "");
        visit("{\"name\":\"丙" + tag + "\",\"product\":\"R9\"," + offer(200, 45) + "}", need());
        visit("{\"name\":\"丁" + tag + "\",\"product\":\"R1\"}", "");

        assertThat(classOf("甲")).isEqualTo("PRINTING.FLEXO");
        assertThat(classOf("乙")).isEqualTo("PRINTING.FLEXO");
        assertThat(classOf("丙")).isEqualTo("PRINTING");
        assertThat(classOf("丁")).isEqualTo("null");

        JsonNode line = as("desk")
                .get("/api/v1/rivals/report?productClass=PRINTING&region=NE")
                .json()
                .path("items")
                .path(0);
        assertThat(line.path("times").asInt()).isGreaterThanOrEqualTo(3);
        assertThat(new java.math.BigDecimal(line.path("prices").path("low").asText()))
                .isLessThanOrEqualTo(java.math.BigDecimal.valueOf(100));
        assertThat(line.path("leadTimeDays").path("high").decimalValue()).isNotNull();
        assertThat(named(BOSS, "?productClass=PRINTING.FLEXO&limit=200"))
                .contains("甲" + tag, "乙" + tag)
                .doesNotContain("丙" + tag);
        assertThat(named(BOSS, "?productClass=NONE&limit=200")).contains("丁" + tag);
        assertThat(named("mgr-e", "?limit=200")).doesNotContain("甲" + tag);

        Visitor boss = Visitor.signedIn(port, BOSS);
        assertThat(boss.page("/rivals?productClass=PRINTING")).contains("甲" + tag, "/messages?open=" + spoken, "30");
        assertThat(boss.get("/rivals.xlsx?productClass=PRINTING").statusCode()).isEqualTo(200);
        for (String other : new String[] {"agent-a001", "tech1", "factory-crane"}) {
            assertThat(as(other).get("/api/v1/rivals").status()).as(other).isEqualTo(403);
        }
    }

    @Test
    @Tag("S4-37")
    @DisplayName(
            "a factory fetches the offers of its own classes, without the customers who told them; another factory's it is not told")
    void toTheFactory() {
        visit("{\"name\":\"戊" + tag + "\",\"productClass\":\"CRANE.BRIDGE\"," + offer(500, 90) + "}", "");

        Caller.Answer mine = as("factory-crane").get("/api/v1/rivals/mine");
        assertThat(mine.status()).as(mine.text()).isEqualTo(200);
        assertThat(mine.json().path("items").findValuesAsText("name")).contains("戊" + tag);
        assertThat(mine.text()).doesNotContain("visitNo", "沈阳", "customer");
        assertThat(as("factory-boiler").get("/api/v1/rivals/mine").text()).doesNotContain("戊" + tag);
        assertThat(Visitor.signedIn(port, "factory-crane").page("/rivals")).contains("戊" + tag, "90");
        assertThat(as("desk").get("/api/v1/rivals/mine").status()).isEqualTo(403);
    }

    @Test
    @Tag("S4-37")
    @DisplayName("a product class nobody knows is refused with the place it stands in")
    void unknownClass() {
        Caller.Answer answer = as("rep-ne-1").post("/api/v1/visits", """
                {"formatVersion":1,"visitNo":"NE-U-%s","rep":"rep-ne-1","visitedAt":"2026-03-02T09:30:00+08:00",
                 "customer":{"name":"%s"},"competitors":[{"name":"某","productClass":"SPACESHIP"}]}""".formatted(tag, Brands.firm()));
        assertThat(answer.text()).contains("UNKNOWN_CLASS", "/competitors/0/productClass");
    }

    private List<String> named(String reader, String query) {
        return as(reader).get("/api/v1/rivals" + query).json().path("items").findValuesAsText("name");
    }

    private String classOf(String rival) {
        return one("select coalesce(product_class, 'null') from visits.competitor_fact where name = :id", rival + tag);
    }

    private static String offer(int price, int days) {
        return "\"price\":{\"amount\":\"" + price + "\",\"currency\":\"CNY\"},\"leadTimeDays\":" + days;
    }

    private static String need() {
        return ",\"needs\":[{\"needNo\":\"1\",\"summary\":\"换机\",\"parts\":[{\"productClass\":\"PRINTING.FLEXO\",\"qty\":\"1\"}]}]";
    }

    private String visit(String competitor, String rest) {
        return sowing.visit(leaver, "NE", """
                {"formatVersion":1,"visitNo":"NE-%1$s-%2$d","rep":"%3$s","visitedAt":"2026-09-02T09:30:00+08:00",
                 "customer":{"name":"%4$s","province":"辽宁省","city":"沈阳市"},"competitors":[%5$s]%6$s}""".formatted(tag, Sowing.number(), leaver, Brands.firm(), competitor, rest));
    }
}
