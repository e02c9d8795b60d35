package org.tongqu.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("One box finds everything that is tied to a term, within rights")
class SearchTest extends HubTest {
    private static @Nullable World sown;

    @Autowired
    private Sowing sowing;

    /** A customer in Shenyang with a visit, a need, demands, an order that left with a machine, and a line an agent reported. */
    record World(String tag, String phone, String visitMessage, String customer, String need, String demand) {
        String contract() {
            return "HT-" + tag;
        }

        String serial() {
            return "MC-" + tag;
        }

        String order() {
            return "DD-" + tag;
        }
    }

    @BeforeEach
    void sowOnce() {
        if (sown == null) {
            sown = sow(Sowing.number());
        }
    }

    private World sow(int number) {
        String tag = "S" + number;
        String phone = String.format(Locale.ROOT, "138%08d", number);
        String visit = sowing.visit("rep-ne-1", "NE", """
                {"formatVersion":1,"visitNo":"BF-%1$s","rep":"rep-ne-1","visitedAt":"2026-03-02T09:30:00+08:00",
                 "customer":{"name":"沈阳%1$s赟沣泵业","province":"辽宁省","contact":{"name":"王工","phone":"%2$s"}},
                 "needs":[{"needNo":"1","summary":"行车一台 %1$s","parts":[{"productClass":"CRANE","qty":"1"}]}],
                 "usage":[{"serial":"MC-%1$s","runningHours":"12"}]}""".formatted(tag, phone));
        String need = sowing.one("select id from needs.need where message_id = :id", visit);
        String demand = sowing.one("select id from demand.demand where need_id = :id", need);
        sowing.acknowledge("factory-crane", """
                {"demandId":"%s","factoryRef":"QZ-%s","at":"2026-03-02T11:00:00+08:00"}""".formatted(demand, tag));
        sowing.order("factory-crane", """
                {"orderNo":"DD-%1$s","orderedAt":"2026-03-10T09:00:00+08:00","zone":"东北区",
                 "customer":{"name":"沈阳%1$s赟沣泵业","province":"辽宁"},"demandId":"%2$s","currency":"CNY",
                 "lines":[{"lineNo":"1","productCode":"QD20","productClass":"CRANE","qty":"1","unitPrice":"465000.00"}],
                 "shipments":[{"shipmentNo":"FH-%1$s","shippedAt":"2026-05-10T09:00:00+08:00",
                               "lines":[{"lineNo":"1","qty":"1","serial":"MC-%1$s"}]}]}""".formatted(tag, demand));
        sowing.file("agent-a001", tag + ".csv", """
                销售日期,客户名称,省份,产品编码,数量,单价,合同号
                2026-02-11,沈阳%1$s赟沣泵业,辽宁省,CK6150,5,380000,HT-%1$s
                """.formatted(tag));
        return new World(tag, phone, visit, SownWorld.customer(sowing, visit), need, demand);
    }

    @Test
    @DisplayName(
            "a contact's telephone answers with the customer, its need, demand, order, reported sale, visit and messages at once")
    @Tag("S3-09")
    void everythingTied() {
        assertThat(kinds("desk", world().phone())).isEqualTo(List.of(1, 1, 1, 1, 1, 1, 5));
        JsonNode answer = api("desk", world().phone());
        assertThat(answer.path("messages").findValuesAsText("kind"))
                .as("what came in, and what left because of it")
                .containsExactlyInAnyOrder("VISIT", "ORDER", "SALES_FILE", "DEMAND", "FILE_DONE");
        assertThat(answer.path("customers").get(0).path("by").asText()).isEqualTo("PHONE");
        assertThat(answer.path("customers").get(0).path("customer").path("id").asText())
                .isEqualTo(world().customer());
        assertThat(answer.path("needs").get(0).path("id").asText()).isEqualTo(world().need());
        assertThat(answer.path("demands").get(0).path("id").asText()).isEqualTo(world().demand());
    }

    @Test
    @DisplayName("so does each number that anything of it bears, in whatever width and case it is typed")
    @Tag("S3-09")
    @Tag("S2-12")
    void byEachNumber() {
        for (String number : List.of(
                world().order(),
                world().order().toLowerCase(Locale.ROOT),
                "ＤＤ－" + world().tag(),
                world().contract(),
                world().serial(),
                "BF-" + world().tag(),
                world().demand())) {
            JsonNode answer = api("desk", number);
            assertThat(answer.path("customers").findValuesAsText("id"))
                    .as(number)
                    .containsExactly(world().customer());
            assertThat(answer.path("needs").findValuesAsText("id")).as(number).containsExactly(world().need());
            assertThat(answer.path("orders").findValuesAsText("orderNo"))
                    .as(number)
                    .containsExactly(world().order());
            assertThat(answer.path("visits").findValuesAsText("visitNo"))
                    .as(number)
                    .containsExactly("BF-" + world().tag());
        }
        assertThat(api("desk", world().visitMessage()).path("messages").findValuesAsText("id"))
                .contains(world().visitMessage());
    }

    @Test
    @DisplayName("who may not see something is not told of it, whichever number is typed, by page and by API")
    @Tag("S3-04")
    @Tag("S2-12")
    void withinRights() {
        for (String term : List.of(
                world().phone(),
                world().tag(),
                world().order(),
                world().contract(),
                world().serial(),
                world().demand())) {
            for (String stranger : List.of("mgr-e", "agent-a002", "factory-boiler")) {
                assertThat(kinds(stranger, term)).as(stranger + " " + term).isEqualTo(List.of(0, 0, 0, 0, 0, 0, 0));
            }
            assertThat(page("mgr-e", term))
                    .doesNotContain(world().customer(), world().need(), world().visitMessage())
                    .contains("没有查到");
        }
    }

    @Test
    @DisplayName("a factory finds its demand and its order, an agent its reported line, and neither the other's")
    @Tag("S3-04")
    void eachItsOwn() {
        JsonNode factory = api("factory-crane", world().tag());
        assertThat(factory.path("orders")).hasSize(1);
        assertThat(factory.path("demands")).hasSize(1);
        assertThat(factory.path("visits")).isEmpty();
        assertThat(factory.path("sales")).isEmpty();
        JsonNode agent = api("agent-a001", world().tag());
        assertThat(agent.path("sales")).hasSize(1);
        assertThat(agent.path("orders")).isEmpty();
        assertThat(agent.path("needs")).isEmpty();
        assertThat(agent.path("visits")).isEmpty();
        assertThat(api("agent-a001", world().phone()).path("customers"))
                .as("the visit's word")
                .isEmpty();
    }

    @Test
    @DisplayName("the page groups by kind, marks what was typed, and leads on")
    void thePage() {
        String page = page("desk", world().tag() + "赟沣");
        assertThat(page)
                .contains("<mark>" + world().tag() + "赟沣</mark>泵业")
                .contains(">客户</h2>", ">需求</h2>", ">询厂</h2>", ">订单与回款</h2>", ">代理商申报</h2>", ">拜访</h2>", ">消息</h2>")
                .contains(
                        "href=\"/customers/" + world().customer(),
                        "href=\"/needs/" + world().need(),
                        "href=\"/messages?open=" + world().visitMessage());
        assertThat(page("mgr-ne", "yunfeng " + world().tag())).contains("<mark>" + world().tag() + "赟沣</mark>");
        assertThat(page("desk", world().phone())).contains("联系电话", "<mark>" + world().phone() + "</mark>");
    }

    @Test
    @DisplayName("where nothing is found it says what can be looked for, in both languages")
    void nothingFound() {
        assertThat(page("desk", "没有这家骉骉")).contains("没有查到“没有这家骉骉”", "拼音首字母", "设备序列号");
        Visitor reader = Visitor.signedIn(port, "desk");
        assertThat(reader.page("/search?lang=en&q=" + encoded("没有这家骉骉")))
                .contains("Nothing found for", "initials", "serial number");
        assertThat(reader.page("/search?lang=en")).contains("Type what you look for", "former name");
    }

    @Test
    @DisplayName("a question without a term is turned away by the API, and shown the box by the page")
    void noTerm() {
        assertThat(Caller.as(port, "desk").get("/api/v1/search").status()).isEqualTo(400);
        assertThat(Caller.as(port, "desk").get("/api/v1/search?q=%20").status()).isEqualTo(400);
        assertThat(Visitor.signedIn(port, "desk").page("/search")).contains("请填要查的内容");
    }

    /** How many of each kind. */
    private List<Integer> kinds(String login, String term) {
        JsonNode answer = api(login, term);
        return List.of("customers", "needs", "demands", "orders", "sales", "visits", "messages").stream()
                .map(kind -> answer.path(kind).size())
                .toList();
    }

    private JsonNode api(String login, String term) {
        Caller.Answer answer = Caller.as(port, login).get("/api/v1/search?q=" + encoded(term));
        assertThat(answer.status()).as(login + " " + term).isEqualTo(200);
        return answer.json();
    }

    private String page(String login, String term) {
        return Visitor.signedIn(port, login).page("/search?q=" + encoded(term));
    }

    private static String encoded(String term) {
        return URLEncoder.encode(term, StandardCharsets.UTF_8);
    }

    private static World world() {
        return Objects.requireNonNull(sown);
    }
}
