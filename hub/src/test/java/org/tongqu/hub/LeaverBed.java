package org.tongqu.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.people.People;
import org.tongqu.hub.people.SignIn;
import org.tongqu.hub.platform.Scope;

/** A representative of the north-east who leaves and a colleague who stays, new for each test, and what they do through the hub's doors. */
abstract class LeaverBed extends HubTest {
    static final String BOSS = "mgr-ne";

    @Autowired
    Sowing sowing;

    @Autowired
    SignIn signIn;

    String tag = "";
    String leaver = "";
    String stayer = "";

    @BeforeEach
    void twoColleagues() {
        tag = "H%04d".formatted(Sowing.number());
        leaver = "leaver-" + tag.toLowerCase(java.util.Locale.ROOT);
        stayer = "stayer-" + tag.toLowerCase(java.util.Locale.ROOT);
        join(leaver, "离任" + tag, "NE");
        join(stayer, "接任" + tag, "NE");
    }

    @AfterEach
    void nobodyStays() {
        wall.run(
                Scope.WORKER,
                () -> jdbc.sql("update people.app_user set active = false where login like '%-' || :tag")
                        .param("tag", tag.toLowerCase(java.util.Locale.ROOT))
                        .update());
    }

    void join(String login, String name, String region) {
        signIn.add(List.of(new People.User(login, name, Sender.Role.REP, region, null, true)), "demo", false);
    }

    /** The leaver's first visit to a customer, with a need; the customer's id. */
    String visited(String name, String province, String rest) {
        String message = sowing.visit(leaver, "NE", """
                {"formatVersion":1,"visitNo":"NE-%1$s-%2$d","rep":"%3$s","visitedAt":"2025-03-02T09:30:00+08:00",
                 "customer":{"name":"%4$s","province":"%5$s"%6$s}""".formatted(tag, Sowing.number(), leaver, name, province, rest));
        return SownWorld.customer(sowing, message);
    }

    String withNeed(String name) {
        return visited(
                name,
                "辽宁省",
                ",\"contact\":{\"name\":\"王工\",\"phone\":\"136" + "%08d".formatted(Sowing.number())
                        + "\"}},\"needs\":[{\"needNo\":\"1\",\"summary\":\"行车 "
                        + tag
                        + "\",\"requiredBy\":\"2025-05-01\",\"parts\":[{\"productClass\":\"CRANE\",\"qty\":\"1\"}]}],\"opinions\":[\"好\"]");
    }

    String bare(String name, String province) {
        return visited(name, province, "},\"opinions\":[\"好\"]");
    }

    Caller as(String login) {
        return Caller.as(port, login);
    }

    void note(String login, String customer, String words, boolean handOver) {
        Caller.Answer answer = as(login).post("/api/v1/notes", """
                {"customerId":"%s","words":"%s","handOver":%s}""".formatted(customer, words, handOver));
        assertThat(answer.status()).as(answer.text()).isEqualTo(204);
    }

    void plan(String login, String customer, String day) {
        Caller.Answer answer = as(login).post("/api/v1/visit-plans", """
                {"customerId":"%s","day":"%s","purpose":"看设备 %s"}""".formatted(customer, day, tag));
        assertThat(answer.status()).as(answer.text()).isEqualTo(204);
    }

    /** Hands everything to the one who stays; the handover's id. */
    String handedOver(String by) {
        Caller.Answer answer = tried(by, "{\"receiver\":\"" + stayer + "\"}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("id").asText();
    }

    Caller.Answer tried(String by, String rules) {
        return as(by).post("/api/v1/handovers", "{\"leaver\":\"" + leaver + "\",\"receivers\":[" + rules + "]}");
    }

    JsonNode handover(String reader, String id) {
        Caller.Answer answer = as(reader).get("/api/v1/handovers/" + id);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    /** Who keeps a customer today. */
    String keeper(String customer) {
        return sowing.one("select person from keeping.keeper where customer_id = :id and until is null", customer);
    }

    String one(String sql, String id) {
        return sowing.one(sql, id);
    }
}
