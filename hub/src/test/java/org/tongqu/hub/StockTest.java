package org.tongqu.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("What came to an agent, what it sold on, and what lies between")
class StockTest extends ChannelBed {
    private String dealerFirm = "";
    private String general = "";
    private String dealer = "";
    private String model = "";

    @BeforeEach
    void generalAndDealer() {
        String generalFirm = "沈阳" + Brands.next() + "设备代理有限公司";
        dealerFirm = "沈阳" + Brands.next() + "机电经销有限公司";
        general = agent(generalFirm);
        dealer = agent(dealerFirm);
        model = "P" + tag.toUpperCase(Locale.ROOT);
        assertThat(as("desk")
                        .put("/api/v1/agents/" + dealer + "/place", "{\"above\":\"" + general + "\"}")
                        .status())
                .isEqualTo(204);
        order("A", generalFirm, general, 10, "U-A" + tag);
    }

    @Test
    @Tag("S2-16")
    @DisplayName(
            "deliveries to the agent's own firm lie with it, those through it to an end user are told apart, and what it sells to its dealer lies there; summed up the tree nothing counts twice")
    void sumsUpTheTree() {
        order("B", Brands.firm(), general, 2, "U-B" + tag);
        reported(general, dealerFirm, 4);
        reported(general, Brands.firm(), 3);
        reported(dealer, Brands.firm(), 1);

        assertThat(goods(general)).isEqualTo("in 12 toStock 10 direct 2 fromAgents 0 through 7 stock 5");
        assertThat(goods(dealer)).isEqualTo("in 4 toStock 0 direct 0 fromAgents 4 through 1 stock 3");
        JsonNode tree = as("desk").get("/api/v1/agents").json();
        assertThat(stock(tree, general, "own")).isEqualTo("5");
        assertThat(stock(tree, general, "below")).isEqualTo("8");
        JsonNode product = as("desk")
                .get("/api/v1/agents/" + general)
                .json()
                .path("products")
                .path(0);
        assertThat(product.path("product").asText()).isEqualTo(model);
    }

    @Test
    @Tag("S2-16")
    @DisplayName("more told as sold than ever came is a negative stock that is shown as such; a return takes it back")
    void negative() {
        reported(dealer, Brands.firm(), 3);
        assertThat(goods(dealer)).isEqualTo("in 0 toStock 0 direct 0 fromAgents 0 through 3 stock -3");

        reported(dealer, Brands.firm(), -3);
        assertThat(goods(dealer)).isEqualTo("in 0 toStock 0 direct 0 fromAgents 0 through 0 stock 0");
    }

    @Test
    @Tag("S2-16")
    @DisplayName(
            "each machine's end user is known: by the order where it went straight there, by the visit where somebody saw it; what nobody saw lies in stock")
    void endUsers() {
        String direct = Brands.firm();
        String seen = Brands.firm();
        order("C", direct, general, 1, "U-C" + tag);
        order("D", one("select name from partners.partner where code = :id", general), general, 1, "U-D" + tag);
        sowing.visit("rep-ne-1", "NE", """
                {"formatVersion":1,"visitNo":"NE-%1$s","rep":"rep-ne-1","visitedAt":"2026-05-02T09:30:00+08:00",
                 "customer":{"name":"%2$s","province":"辽宁省","city":"沈阳市"},
                 "usage":[{"serial":"u-d %1$s","model":"X","runningHours":"10"}],"opinions":["好"]}""".formatted(tag, seen));

        assertThat(user("U-A" + tag)).isEqualTo("STOCK -");
        assertThat(user("U-C" + tag)).isEqualTo("DIRECT " + direct);
        assertThat(user("U-D" + tag)).isEqualTo("SEEN " + seen);
    }

    @Test
    @Tag("S2-16")
    @DisplayName("an agent reads its own goods and nobody else's, nor what another says it sold to it")
    void ownGoodsAlone() {
        reported(general, Brands.firm(), 3);
        order("E", dealerFirm, general, 2, "U-E" + tag);
        reported(general, dealerFirm, 4);
        JsonNode its = as(dealer).get("/api/v1/agents/" + dealer).json().path("goods");
        assertThat(its.path("toStock").asText())
                .as("through another's order, to its own firm")
                .isEqualTo("2");
        assertThat(its.path("fromAgents").asText()).isEqualTo("0");
        JsonNode own = as(general).get("/api/v1/agents/" + general).json();
        assertThat(own.path("goods").path("stock").asText()).isEqualTo("3");
        assertThat(own.path("below").path(0).path("code").asText()).isEqualTo(dealer);
        assertThat(as(general).get("/api/v1/agents/" + dealer).status()).isEqualTo(404);
        assertThat(as(dealer).get("/api/v1/agents/" + general).status()).isEqualTo(404);
    }

    private void order(String mark, String customer, String agent, int qty, String serial) {
        sowing.order("factory-mt1", """
                {"orderNo":"Q%1$s-%2$s","orderedAt":"2026-03-10T09:00:00+08:00","agent":"%3$s","currency":"CNY",
                 "customer":{"name":"%4$s","province":"辽宁省","city":"沈阳市"},
                 "lines":[{"lineNo":"1","productCode":"%5$s","productClass":"MACHINE_TOOL","qty":"%6$d","unitPrice":"380000.00"}],
                 "shipments":[{"shipmentNo":"S%1$s-%2$s","shippedAt":"2026-03-12T09:00:00+08:00",
                               "lines":[{"lineNo":"1","qty":"%6$d","serial":"%7$s"}]}]}""".formatted(mark, tag, agent, customer, model, qty, serial));
    }

    private void reported(String agent, String customer, int qty) {
        sowing.file(
                agent,
                tag + Sowing.number() + ".csv",
                "报表编号,行号,销售日期,客户名称,省份,城市,产品编码,数量\nR-%s,1,2026-04-11,%s,辽宁省,沈阳市,%s,%d\n"
                        .formatted(tag + Sowing.number(), customer, model, qty));
    }

    private String goods(String agent) {
        JsonNode goods = as("desk").get("/api/v1/agents/" + agent).json().path("goods");
        return String.join(
                " ",
                List.of("in", "toStock", "direct", "fromAgents", "through", "stock").stream()
                        .map(each -> each + " " + goods.path(each).asText())
                        .toList());
    }

    private static String stock(JsonNode tree, String agent, String which) {
        for (JsonNode each : tree.path("items")) {
            if (each.path("code").asText().equals(agent)) {
                return each.path(which).path("stock").asText();
            }
        }
        return "?";
    }

    private String user(String serial) {
        for (JsonNode unit : as("desk").get("/api/v1/agents/" + general).json().path("units")) {
            if (unit.path("serial").asText().equals(serial)) {
                return unit.path("how").asText() + " "
                        + unit.path("customer").asText("-").replace("null", "-");
            }
        }
        return "?";
    }
}
