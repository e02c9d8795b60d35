package org.tongqu.hub.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.Brands;
import org.tongqu.hub.Caller;
import org.tongqu.hub.Sowing;
import org.tongqu.hub.clocks.Waits;
import org.tongqu.hub.people.People;
import org.tongqu.hub.people.SignIn;
import org.tongqu.hub.platform.Scope;

@DisplayName("A wait is whose who follows the need today, whoever raised it")
class WaitsFollowTest extends WaitsBed {
    private static final Sender MANAGER = new Sender("mgr-ne", Sender.Role.MANAGER, "NE", null);

    @Autowired
    private Waits waits;

    @Autowired
    private SignIn signIn;

    private String leaver = "";
    private String heir = "";

    @BeforeEach
    void twoColleagues() {
        tag = "W" + Sowing.number() + Long.toString(System.nanoTime(), 36);
        leaver = "leaver-" + tag.toLowerCase(Locale.ROOT);
        heir = "heir-" + tag.toLowerCase(Locale.ROOT);
        List.of(leaver, heir)
                .forEach(login -> signIn.add(
                        List.of(new People.User(login, "同事" + login, Sender.Role.REP, "NE", null, true)),
                        "demo",
                        false));
    }

    @AfterEach
    void nobodyStays() {
        List.of(leaver, heir).forEach(this::switchOff);
        update(
                "update demand.demand set due_at = now() + interval '90 days' where need_id in"
                        + " (select id from needs.need where rep = :id)",
                leaver);
        update(
                "update dispatch.dispatch set deadline = now() + interval '90 days' where need_id in"
                        + " (select id from needs.need where rep = :id)",
                leaver);
    }

    @Test
    @Tag("S2-22")
    @Tag("S3-11")
    @DisplayName(
            "a customer is handed over: the successor is reminded of its open need and stands in worst waits, the leaver no more; undone, it is the leaver's again")
    void handedOver() {
        String need = need("C");
        overdue("demand.demand", "due_at", need);
        look();
        assertThat(steps(leaver, "OPEN")).containsExactly("LATE");
        assertThat(steps(heir, "OPEN")).isEmpty();
        assertThat(owners()).contains(leaver).doesNotContain(heir);

        String handover = handOver();
        look();
        look();
        assertThat(steps(heir, "OPEN")).containsExactly("LATE");
        assertThat(steps(leaver, "OPEN")).isEmpty();
        assertThat(of(leaver, "PAST").getFirst().path("endedWhy").asText()).isEqualTo("HANDED_OVER");
        assertThat(of("mgr-ne", "OPEN").getFirst().path("owner").asText())
                .as("whoever was told already is told whose it is now")
                .isEqualTo(heir);
        assertThat(owners()).contains(heir).doesNotContain(leaver);

        assertThat(Caller.as(port, "mgr-ne")
                        .post("/api/v1/handovers/" + handover + "/undo", "")
                        .status())
                .isEqualTo(204);
        look();
        assertThat(steps(leaver, "OPEN")).containsExactly("LATE");
        assertThat(steps(heir, "OPEN")).isEmpty();
    }

    @Test
    @Tag("S2-22")
    @DisplayName("whoever raised it has left and nobody was given the customer: the branch's manager owns the wait")
    void nobodyFollows() {
        String need = need("C");
        overdue("demand.demand", "due_at", need);
        switchOff(leaver);
        look();
        assertThat(of("mgr-ne", "OPEN").stream()
                        .filter(each -> each.path("step").asText().equals("LATE"))
                        .map(each -> each.path("owner").asText()))
                .containsExactly("mgr-ne");
        assertThat(owners()).contains("mgr-ne").doesNotContain(leaver);
    }

    @Test
    @Tag("S2-22")
    @Tag("S0-03")
    @DisplayName("a team that is late is the desk's, who alone may name one, and not the representative's")
    void teamsAreTheDesks() {
        String need = need("A");
        overdue("dispatch.dispatch", "deadline", need);
        look();
        assertThat(hops("desk")).contains("TEAM");
        assertThat(hops(leaver)).doesNotContain("TEAM");
        assertThat(owners()).contains("DESK");
    }

    @Test
    @Tag("S2-22")
    @Tag("S4-10")
    @DisplayName(
            "what a factory asks on a need is a wait of whoever keeps its customer, until the house replies; a second word begins no second wait")
    void questions() {
        String need = need("C");
        handOver();
        String demand = sowing.one("select id from demand.demand where need_id = :id", need);
        String words = "/api/v1/demands/" + demand + "/messages";
        Caller factory = Caller.as(port, "factory-crane");
        assertThat(factory.post(words, "{\"words\":\"跨度多少？\"}").status()).isEqualTo(204);
        assertThat(factory.post(words, "{\"words\":\"还有起重量？\"}").status()).isEqualTo(204);
        look();
        assertThat(hops(heir)).isEmpty();
        update(
                "update demand.message set due_at = now() - interval '1 second' where due_at is not null and demand_id = :id",
                demand);
        look();
        look();
        assertThat(hops(heir)).containsExactly("QUESTION");
        assertThat(hops(leaver)).isEmpty();
        assertThat(of(heir, "OPEN").getFirst().path("owner").asText()).isEqualTo(heir);

        assertThat(Caller.as(port, heir).post(words, "{\"words\":\"22.5 米\"}").status())
                .isEqualTo(204);
        look();
        assertThat(hops(heir)).isEmpty();
        assertThat(factory.post(words, "{\"words\":\"那起重量呢？\"}").status()).isEqualTo(204);
        update(
                "update demand.message set due_at = now() - interval '1 second' where due_at is not null and demand_id = :id",
                demand);
        look();
        assertThat(hops(heir)).as("a new question is a new wait").containsExactly("QUESTION");
        sowing.answer("factory-crane", """
                {"demandId":"%s","at":"2026-03-05T10:00:00+08:00","refusal":{"reason":"产能不足"}}""".formatted(demand));
        look();
        assertThat(hops(heir)).as("who has refused asks no more").isEmpty();
    }

    @Test
    @Tag("S2-22")
    @DisplayName("an answer on a part that the customer needs no more is not waited for")
    void letGo() {
        String need = need("C");
        overdue("demand.demand", "due_at", need);
        look();
        assertThat(hops(leaver)).containsExactly("ANSWER");
        String part = sowing.one("select id from needs.part where need_id = :id", need);
        assertThat(Caller.as(port, "desk")
                        .post("/api/v1/needs/" + need + "/parts/" + part + "/withdrawal", "{\"reason\":\"客户不要了\"}")
                        .status())
                .isEqualTo(204);
        look();
        assertThat(hops(leaver)).isEmpty();
    }

    private String need(String grade) {
        String message =
                sowing.visit(leaver, "NE", """
                {"formatVersion":1,"visitNo":"NE-%1$s","rep":"%3$s","visitedAt":"2026-03-02T09:30:00+08:00",
                 "customer":{"name":"%2$s","province":"辽宁"},
                 "needs":[{"needNo":"1","summary":"%4$s %1$s","parts":[{"productClass":"CRANE","productCode":"R-1","qty":"1"}]}]}""".formatted(tag, Brands.firm(), leaver, grade.equals("A") ? "停机" : "跟进"));
        String need = sowing.one("select id from needs.need where message_id = :id", message);
        assertThat(sowing.one("select grade from needs.need where id = :id", need))
                .isEqualTo(grade);
        return need;
    }

    private String handOver() {
        Caller.Answer answer = Caller.as(port, "mgr-ne")
                .post(
                        "/api/v1/handovers",
                        "{\"leaver\":\"" + leaver + "\",\"receivers\":[{\"receiver\":\"" + heir + "\"}]}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("id").asText();
    }

    /** Longer ago than anything else, so that it is among the worst. */
    private void overdue(String table, String column, String need) {
        update("update " + table + " set " + column + " = '2020-03-02T10:00:00+08:00' where need_id = :id", need);
    }

    private void switchOff(String login) {
        update("update people.app_user set active = false where login = :id", login);
    }

    private void update(String sql, String id) {
        wall.run(Scope.WORKER, () -> jdbc.sql(sql).param("id", id).update());
    }

    private List<String> owners() {
        return waits.worst(MANAGER, 1_000).stream().map(Waits.Owned::owner).toList();
    }
}
