package org.tongqu.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("What an agent repairs")
class AgentRepairsTest extends ServiceBed {
    private final List<String> entered = new ArrayList<>();
    private String agent = "";
    private String other = "";

    @BeforeEach
    void twoAgentsThatRepair() {
        agent = repairer();
        other = repairer();
    }

    @AfterEach
    void takeNoMoreRepairs() {
        entered.forEach(end -> done(desk().post(end, "{}")));
    }

    @Test
    @Tag("S2-17")
    @DisplayName(
            "counts on its scorecard: the share it was sent for that it solved and that were closed, what is under way, and the median time")
    void counted() {
        closed(sent(agent));
        act("desk", sent(agent), "arrive", "");
        String taken = sent(agent);
        done(act("desk", taken, "send", "{\"agent\":\"" + other + "\"}"));
        String again = sent(agent);
        closed(again);
        done(act(REP, again, "reopen", "{\"words\":\"又响了\"}"));
        String calledOff = sent(agent);
        done(act("desk", calledOff, "close", "{\"words\":\"客户不修了\"}"));

        Visitor desk = Visitor.signedIn(port, "desk");

        assertThat(desk.page("/agents/" + agent)).contains("20 %", "派修 5 单，修好办结 1 单，在修 1 单", "中位 0");
        assertThat(desk.page("/agents/" + other))
                .contains("派修 1 单，修好办结 0 单，在修 1 单")
                .doesNotContain("中位 0");
        assertThat(desk.page("/agents/" + agent + "?lang=en"))
                .contains("sent for 5 cases, 1 repaired and closed, 1 under way");
    }

    @Test
    @Tag("S2-17")
    @DisplayName("an agent never sent for has no figure, and one sent twice for one case counts it once")
    void onceEach() {
        String twice = sent(agent);
        done(act("desk", twice, "send", "{\"agent\":\"" + other + "\"}"));
        done(act("desk", twice, "send", "{\"agent\":\"" + agent + "\"}"));
        closed(twice);

        Visitor desk = Visitor.signedIn(port, "desk");

        assertThat(desk.page("/agents/" + agent)).contains("派修 1 单，修好办结 1 单，在修 0 单");
        assertThat(desk.page("/agents/" + repairer())).doesNotContain("派修");
    }

    private String repairer() {
        String code = "agent-rep" + Sowing.number();
        Caller.Answer answer = as("admin")
                .post(
                        "/api/v1/partners",
                        "{\"code\":\"%s\",\"kind\":\"AGENT\",\"name\":\"维修%s代理\",\"region\":\"NE\"}"
                                .formatted(code, code));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        String takes = "/api/v1/agents/" + code + "/capabilities";
        String id = id(desk().post(takes, "{\"kind\":\"REPAIR\",\"region\":\"NE\",\"from\":\"2026-01-01\"}"));
        entered.add(takes + "/" + id + "/end");
        return code;
    }

    private String sent(String to) {
        String id = opened(visited());
        done(act("desk", id, "send", "{\"agent\":\"" + to + "\"}"));
        return id;
    }

    private void closed(String id) {
        done(act("desk", id, "arrive", ""));
        done(act("desk", id, "solve", "{\"words\":\"换了轴承\"}"));
        done(act(REP, id, "close", "{\"words\":\"\"}"));
    }
}
