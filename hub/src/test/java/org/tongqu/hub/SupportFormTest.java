package org.tongqu.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("What was done for an agent is written into a form")
class SupportFormTest extends ChannelBed {
    private static final String LIST = "/agent-support";
    private static final Pattern NUMBER = Pattern.compile("name=\"formNo\" value=\"([^\"]+)\"");

    @Test
    @Tag("S2-17")
    @DisplayName("pressed twice it is logged once; other words in a form that was sent are kept for a third press")
    void once() {
        String agent = agent();
        Visitor desk = Visitor.signedIn(port, "desk");
        String form = "formNo=" + number(desk.page("/agents/" + agent)) + "&back=" + agent + "&agent=" + agent
                + "&kind=TRAINING&day=&until=&doneBy=&purpose=";

        assertThat(Visitor.text(desk.act(LIST, LIST, form + encoded("培训 " + tag))))
                .contains("已登记。");
        assertThat(Visitor.text(desk.act(LIST, LIST, form + encoded("培训 " + tag))))
                .contains("已登记。");
        assertThat(logged(agent)).hasSize(1);
        assertThat(logged(agent).path(0).path("day").asText())
                .as("a day that nobody named is today")
                .isEqualTo(LocalDate.now(ZoneId.of("Asia/Shanghai")).toString());

        String other = Visitor.text(desk.act(LIST, LIST, form + encoded("另一次 " + tag)));
        assertThat(other).contains("已经按第一次交的内容登记", "另一次 " + tag);
        assertThat(logged(agent)).hasSize(1);
        String again = "formNo=" + number(other) + form.substring(form.indexOf("&back"));
        desk.act(LIST, LIST, again + encoded("另一次 " + tag));
        assertThat(logged(agent)).hasSize(2);
    }

    @Test
    @Tag("S2-17")
    @DisplayName("by the API too one number is one action, for one person; without a number each is another")
    void onceByApi() {
        String agent = agent();
        String body = "{\"agent\":\"" + agent + "\",\"kind\":\"STOCK\",\"purpose\":\"铺货 " + tag + "\"%s}";
        String numbered = body.formatted(",\"formNo\":\"" + tag + "\"");

        String first = id(as("desk").post("/api/v1/agent-support", numbered));
        assertThat(id(as("desk").post("/api/v1/agent-support", numbered))).isEqualTo(first);
        assertThat(as("desk")
                        .post("/api/v1/agent-support", numbered.replace("铺货", "样机"))
                        .code())
                .isEqualTo("SENT_BEFORE");
        assertThat(logged(agent)).hasSize(1);
        id(as("desk").post("/api/v1/agent-support", body.formatted("")));
        id(as("desk").post("/api/v1/agent-support", body.formatted("")));
        assertThat(logged(agent)).hasSize(3);
    }

    @Test
    @Tag("S2-17")
    @DisplayName(
            "what is refused comes back as it was typed, with the reason beside its field, on the list and on the agent's page")
    void comesBack() {
        String agent = agent();
        Visitor desk = Visitor.signedIn(port, "desk");
        String typed = "&agent=" + agent + "&kind=TERMS&day=2026-03-04&until=2026-03-01&doneBy=&purpose="
                + encoded("账期 " + tag);
        for (String back : new String[] {"", "&back=" + agent}) {
            HttpResponse<byte[]> answer = desk.act(LIST, LIST, "formNo=" + tag + back + typed);
            String page = Visitor.text(answer);
            assertThat(answer.uri().getPath()).isEqualTo(back.isEmpty() ? LIST : "/agents/" + agent);
            assertThat(page)
                    .contains("name=\"formNo\" value=\"" + tag + "\"", "账期 " + tag, "value=\"2026-03-04\"")
                    .contains("value=\"2026-03-01\"", "value=\"TERMS\" selected", "id=\"support.day.wrong\">只登记已经做了的");
        }
        assertThat(Visitor.text(desk.act(LIST, LIST, "formNo=" + tag + typed.replace("2026-03-01", "2026-02-30"))))
                .contains("id=\"support.until.wrong\">请写成", "账期 " + tag);
        assertThat(Visitor.text(desk.act(LIST, LIST, typed.substring(typed.indexOf("&kind")))))
                .contains("id=\"support.agent.wrong\">请选一家代理商", "账期 " + tag);
        assertThat(logged(agent)).isEmpty();
        assertThat(desk.page(LIST)).as("and once").doesNotContain("账期 " + tag);

        desk.act(LIST, LIST, "formNo=" + tag + typed.replace("2026-03-01", "2026-03-05"));
        assertThat(logged(agent)).hasSize(1);
    }

    private JsonNode logged(String agent) {
        return as("desk").get("/api/v1/agent-support?agent=" + agent).json().path("items");
    }

    private static String number(String page) {
        Matcher found = NUMBER.matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
