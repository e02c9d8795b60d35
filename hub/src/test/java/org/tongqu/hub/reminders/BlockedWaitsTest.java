package org.tongqu.hub.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongqu.hub.Brands;
import org.tongqu.hub.Caller;
import org.tongqu.hub.Sowing;
import org.tongqu.hub.platform.Columns;
import org.tongqu.hub.platform.Scope;

@DisplayName("What nobody is asked for waits for the desk, with a limit of its own")
class BlockedWaitsTest extends WaitsBed {
    private static final Duration LONG = Duration.ofDays(20);

    private Caller desk = Caller.nobody(0);

    @BeforeEach
    void aTag() {
        tag = "B" + Sowing.number() + Long.toString(System.nanoTime(), 36);
        desk = Caller.as(port, "desk");
    }

    @AfterEach
    void nothingStaysLate() {
        due("needs.part", "blocked_due", Duration.ofDays(-90));
        due("needs.need", "partless_due", Duration.ofDays(-90));
    }

    @Test
    @Tag("S2-22")
    @Tag("S3-11")
    @Tag("S4-10")
    @DisplayName(
            "a part that every factory refused gets a limit by grade: the desk is told, then the manager, and it stops when the part is sent on")
    void refusedByAll() {
        String need = need("行车", ",\"parts\":[{\"productClass\":\"CRANE\",\"productCode\":\"R-1\",\"qty\":\"1\"}]");
        String part = sowing.one("select id from needs.part where need_id = :id", need);
        assertThat(blockedDue(part)).isEmpty();
        refused(need);
        assertThat(blockedDue(part)).isNotEmpty();
        look();
        assertThat(steps("desk", "OPEN")).as("it has two working days").isEmpty();

        due("needs.part", "blocked_due", Duration.ofSeconds(1));
        look();
        look();
        assertThat(steps("desk", "OPEN")).containsExactly("LATE");
        assertThat(of("desk", "OPEN").getFirst().path("hop").asText()).isEqualTo("BLOCKED");
        assertThat(of("desk", "OPEN").getFirst().path("owner").asText()).isEqualTo("DESK");
        assertThat(steps("rep-ne-1", "OPEN")).isEmpty();
        assertThat(steps("mgr-ne", "OPEN")).isEmpty();

        due("needs.part", "blocked_due", LONG);
        look();
        assertThat(steps("desk", "OPEN")).as("it does not go up to itself").containsExactly("LATE");
        assertThat(steps("mgr-ne", "OPEN")).containsExactly("MANAGER");

        assertThat(desk.post(
                                "/api/v1/needs/" + need + "/parts/" + part + "/sending",
                                "{\"factory\":\"factory-boiler\"}")
                        .status())
                .isLessThan(300);
        look();
        assertThat(steps("desk", "OPEN")).isEmpty();
        assertThat(steps("mgr-ne", "OPEN")).isEmpty();
    }

    @Test
    @Tag("S2-22")
    @DisplayName("it stops too when the customer needs the part no more")
    void letGo() {
        String need = need("行车", ",\"parts\":[{\"productClass\":\"CRANE\",\"productCode\":\"R-1\",\"qty\":\"1\"}]");
        String part = sowing.one("select id from needs.part where need_id = :id", need);
        refused(need);
        due("needs.part", "blocked_due", Duration.ofSeconds(1));
        look();
        assertThat(steps("desk", "OPEN")).containsExactly("LATE");
        assertThat(desk.post("/api/v1/needs/" + need + "/parts/" + part + "/withdrawal", "{\"reason\":\"客户不要了\"}")
                        .status())
                .isEqualTo(204);
        look();
        assertThat(steps("desk", "OPEN")).isEmpty();
    }

    @Test
    @Tag("S2-22")
    @Tag("S0-04")
    @DisplayName(
            "a need that names no part is asked of nobody and waits for the desk; closed, the wait ends and its team is freed")
    void withoutAPart() {
        String need = need("停机", "");
        assertThat(sowing.one("select state from dispatch.dispatch where need_id = :id", need))
                .isEqualTo("OPEN");
        look();
        assertThat(hops("desk")).doesNotContain("BLOCKED");
        due("needs.need", "partless_due", LONG);
        look();
        assertThat(hops("desk")).contains("BLOCKED");
        assertThat(hops("mgr-ne")).contains("BLOCKED");

        assertThat(desk.post("/api/v1/needs/" + need + "/close", "{\"reason\":\"电话里说清了\"}")
                        .status())
                .isEqualTo(204);
        look();
        assertThat(hops("desk")).isEmpty();
        assertThat(hops("mgr-ne")).isEmpty();
        assertThat(sowing.one("select state || ' ' || closed_why from dispatch.dispatch where need_id = :id", need))
                .isEqualTo("CLOSED NEED_ENDED");
    }

    @Test
    @Tag("S2-22")
    @DisplayName("its limit is a time rule like the others, changed by the desk")
    void aRuleLikeOthers() {
        String rule =
                "{\"hop\":\"BLOCKED\",\"productClass\":\"\",\"grade\":\"C\",\"hours\":%d,\"warnHours\":4,\"managerHours\":8,\"deskHours\":16}";
        assertThat(desk.post("/api/v1/clocks/rules", rule.formatted(16)).status())
                .isEqualTo(204);
        assertThat(desk.post("/api/v1/clocks/rules", rule.formatted(0)).code()).isEqualTo("BAD_HOURS");
        assertThat(desk.get("/api/v1/clocks").json().path("rules").findValuesAsText("hop"))
                .contains("BLOCKED");
    }

    private String need(String words, String parts) {
        String message = sowing.visit("rep-ne-1", "NE", """
                {"formatVersion":1,"visitNo":"NE-%1$s","rep":"rep-ne-1","visitedAt":"2026-03-02T09:30:00+08:00",
                 "customer":{"name":"%2$s","province":"辽宁"},
                 "needs":[{"needNo":"1","summary":"%3$s %1$s"%4$s}]}""".formatted(tag, Brands.firm(), words, parts));
        return sowing.one("select id from needs.need where message_id = :id", message);
    }

    private void refused(String need) {
        String demand = sowing.one("select id from demand.demand where need_id = :id", need);
        sowing.answer("factory-crane", """
                {"demandId":"%s","at":"2026-03-05T10:00:00+08:00","refusal":{"reason":"产能不足"}}""".formatted(demand));
    }

    private String blockedDue(String part) {
        return sowing.one("select coalesce(blocked_due::text, '') from needs.part where id = :id", part);
    }

    /** Every limit of this test's need was so long ago. */
    private void due(String table, String column, Duration ago) {
        String which = table.equals("needs.need") ? "id" : "need_id";
        wall.run(
                Scope.WORKER,
                () -> jdbc.sql("update " + table + " set " + column + " = :due where " + column + " is not null and "
                                + which + " in (select id from needs.need where visit_no = :visit)")
                        .param("due", Columns.utc(Instant.now().minus(ago)))
                        .param("visit", "NE-" + tag)
                        .update());
    }
}
