package org.tongqu.hub.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongqu.hub.Caller;
import org.tongqu.hub.Sowing;

@DisplayName("A customer who denies ever buying names no agent, and is heard all the same")
class WordOfNobodyTest extends ReconciliationBed {

    private void says(String qty, String boughtFrom) {
        sowing.visit("rep-ne-1", "NE", """
                {"formatVersion":1,"visitNo":"NE-%1$s-%2$d","rep":"rep-ne-1","visitedAt":"2026-06-02T09:30:00+08:00",
                 "customer":{"name":"%3$s","province":"辽宁省","city":"沈阳市"},
                 "salesStatements":[{"productCode":"%4$s","qty":"%5$s"%6$s,"month":"2026-03"}]}
                """.formatted(tag, Sowing.number(), firm, product, qty, boughtFrom));
    }

    private static String from(String who) {
        return ",\"boughtFrom\":\"" + who + "\"";
    }

    @Test
    @Tag("S4-13")
    @DisplayName("it bought none, from nobody: that stands against the one agent that says it sold to it")
    void denied() {
        ships("2026-03-02", "5");
        reports("03", sale("2026-03-05", "5"));
        says("0", "");

        assertThat(only()).satisfies(line -> {
            assertThat(line.reading()).isEqualTo(Reading.DENIED);
            assertThat(line.stated()).isEqualByComparingTo("0");
            assertThat(whole(line).of("STATED")).hasSize(1);
        });
    }

    @Test
    @DisplayName("said before anybody reports, or of somebody unknown, it is the same")
    void saidFirst() {
        says("0", from("街上的一个人"));
        assertThat(cases()).isEmpty();
        reports("03", sale("2026-03-05", "5"));

        assertThat(only().reading()).isEqualTo(Reading.DENIED);
    }

    @Test
    @DisplayName(
            "where two agents have figures it counts for neither, and is kept and shown in their cases; where one takes its own back it counts")
    void severalAgents() {
        says("2", "");
        reports("03", sale("2026-03-05", "5"));
        assertThat(only().stated()).isEqualByComparingTo("2");

        String first = agent;
        agent = "agent-" + tag.toLowerCase(Locale.ROOT) + "-" + Sowing.number();
        Caller.Answer answer = Caller.as(port, "admin")
                .post(
                        "/api/v1/partners",
                        "{\"code\":\"%s\",\"kind\":\"AGENT\",\"name\":\"又一%s公司\",\"region\":\"NE\"}"
                                .formatted(agent, tag));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        String second = agent;
        reports("03", sale("2026-03-05", "1"));
        assertThat(only().stated()).isNull();
        agent = first;
        assertThat(only()).satisfies(line -> {
            assertThat(line.stated()).isNull();
            assertThat(whole(line).of("STATED"))
                    .singleElement()
                    .satisfies(each -> assertThat(each.agent()).isEmpty());
            assertThat(page("desk", "/reconciliation/" + line.id())).contains("没有说向哪家代理商购买");
        });

        reports("03", sale("2026-08-05", "5"));
        agent = second;
        assertThat(only().stated()).isEqualByComparingTo("2");
    }

    @Test
    @DisplayName("what was bought from a factory itself is no agent's")
    void fromTheFactory() {
        ships("2026-03-02", "5");
        reports("03", sale("2026-03-05", "5"));
        says("0", from("factory-mt1"));

        assertThat(open()).isEmpty();
    }
}
