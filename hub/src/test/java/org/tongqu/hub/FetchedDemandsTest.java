package org.tongqu.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("A factory that can only call out fetches its demands")
@Tag("S4-03")
class FetchedDemandsTest extends HubTest {
    private static final String FACTORY = "factory-mt2";

    @Autowired
    private Sowing sowing;

    private SoapCaller soap() {
        return new SoapCaller(port);
    }

    /** The id of a fresh demand put to the factory that grinds. */
    private String asked() {
        int number = Sowing.number();
        String message = sowing.visit("rep-ne-1", "NE", """
                {"formatVersion":1,"visitNo":"NE-FETCH-%1$d","rep":"rep-ne-1","visitedAt":"2026-03-02T09:30:00+08:00",
                 "customer":{"name":"沈阳取回%1$d厂","province":"辽宁省"},
                 "needs":[{"needNo":"1","summary":"磨床 <一台> %1$d","parts":[{"productClass":"MACHINE_TOOL.GRINDING","qty":"1"}]}]}""".formatted(number));
        return sowing.one(
                "select d.id from demand.demand d join needs.need n on n.id = d.need_id where n.message_id = :id",
                message);
    }

    private SoapCaller.Heard fetch() {
        return soap().withToken(SoapCaller.token(FACTORY, "demo"), "<FetchDemands><max>200</max></FetchDemands>");
    }

    private String state(String demandId) {
        return sowing.one("select state from demand.demand where id = :id", demandId);
    }

    @Test
    @DisplayName("again and again until it acknowledges, oldest first, and never after")
    void untilAcknowledged() {
        String first = asked();
        String second = asked();
        assertThat(state(first)).isEqualTo("WAITING");
        SoapCaller.Heard fetched = fetch();
        assertThat(fetched.text()).containsSubsequence(first, second).contains("磨床 &lt;一台>");
        assertThat(state(first)).isEqualTo("SENT");
        assertThat(sowing.one(
                        "select count(*) from platform.outbox_attempt a join platform.outbox o on o.id = a.outbox_id where o.effect_key = 'ask|' || :id",
                        first))
                .isEqualTo("1");
        assertThat(fetch().text()).contains(first, second);
        SoapCaller.Heard acknowledged = soap().withBasic(FACTORY, "demo", """
                <AcknowledgeDemand><acknowledgement><demandId>%s</demandId><factoryRef>M-1</factoryRef><at>2026-03-03T09:00:00+08:00</at></acknowledgement></AcknowledgeDemand>""".formatted(first));
        assertThat(acknowledged.word()).as(acknowledged.text()).isEqualTo("RECEIVED");
        assertThat(fetch().text()).doesNotContain(first).contains(second);
        sowing.applied(acknowledged.messageId());
        assertThat(state(first)).isEqualTo("ACKNOWLEDGED");
        SoapCaller.Heard quoted = soap().withBasic(FACTORY, "demo", """
                <AnswerDemand><answer><demandId>%s</demandId><at>2026-03-03T10:00:00+08:00</at><quote><price><amount>465000.00</amount><currency>CNY</currency></price>\
                <leadTimeDays>75</leadTimeDays><validUntil>2026-06-30</validUntil><note>含安装</note></quote></answer></AnswerDemand>""".formatted(second));
        assertThat(quoted.word()).as(quoted.text()).isEqualTo("RECEIVED");
        sowing.applied(quoted.messageId());
        assertThat(state(second)).isEqualTo("QUOTED");
        assertThat(fetch().text()).doesNotContain(first, second);
    }

    @Test
    @DisplayName("by REST as well, as the document that would be posted to a server, and nobody else's")
    void byRest() {
        String demand = asked();
        JsonNode items = Caller.as(port, FACTORY)
                .get("/api/v1/demands/open?limit=200")
                .json()
                .path("items");
        assertThat(items.findValuesAsText("demandId")).contains(demand);
        assertThat(items.findValues("parts"))
                .as("a part that runs direct names no agent")
                .allSatisfy(
                        parts -> assertThat(parts.path(0).has("productCode")).isTrue())
                .allSatisfy(parts -> assertThat(parts.path(0).has("agent")).isFalse());
        assertThat(items.findValuesAsText("summary")).anyMatch(summary -> summary.startsWith("磨床 <一台>"));
        assertThat(Caller.as(port, "factory-crane")
                        .get("/api/v1/demands/open?limit=200")
                        .text())
                .doesNotContain(demand);
        for (String login : List.of("admin", "desk", "rep-ne-1", "agent-a001")) {
            assertThat(Caller.as(port, login).get("/api/v1/demands/open").status())
                    .as(login)
                    .isEqualTo(403);
        }
    }

    @Test
    @DisplayName("no more at once than it wants")
    void noMoreThanWanted() {
        asked();
        asked();
        SoapCaller.Heard one = soap().withBasic(FACTORY, "demo", "<FetchDemands><max>1</max></FetchDemands>");
        assertThat(one.text().split("<demandId>", -1)).hasSize(2);
        SoapCaller.Heard none = soap().withBasic(FACTORY, "demo", "<FetchDemands><max>0</max></FetchDemands>");
        assertThat(none.text()).contains("<pointer>/max<", "<code>SCHEMA<");
    }
}
