package org.tongqu.hub.partners;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongqu.hub.Caller;
import org.tongqu.hub.HubTest;
import org.tongqu.hub.Sowing;

@DisplayName("What is settled about a factory")
class SettingsTest extends HubTest {
    @Autowired
    private Sowing sowing;

    private Caller admin;
    private String code;

    @BeforeEach
    void aFactory() {
        admin = Caller.as(port, "admin");
        code = "set-" + Sowing.number();
        enter(code, "FACTORY");
    }

    private void enter(String partner, String kind) {
        assertThat(admin.post(
                                "/api/v1/partners",
                                "{\"code\":\"%s\",\"kind\":\"%s\",\"name\":\"设置试验厂\"}".formatted(partner, kind))
                        .status())
                .isEqualTo(201);
    }

    @Test
    @Tag("S4-29")
    @Tag("S4-30")
    @DisplayName("how it sells counts from the moment it is said, each change is a version and the same again is none")
    void profile() {
        assertThat(admin.get(path("profile")).status()).isEqualTo(404);

        put("profile", "{\"saleType\":\"TENDER\",\"channels\":[\"DIRECT\"]}");
        put("profile", "{\"saleType\":\"TENDER\",\"channels\":[\"DIRECT\"],\"repairBy\":[\"FACTORY\"],\"agents\":0}");
        assertThat(said("profile").toString())
                .startsWith(
                        "{\"version\":1,\"saleType\":\"TENDER\",\"channels\":[\"DIRECT\"],\"agents\":0,\"exclusiveStores\":0,\"repairBy\":[\"FACTORY\"]");

        put("profile", """
                {"saleType":"PRODUCT_SALE","channels":["AGENT","DIRECT"],"agents":67,"exclusiveStores":3,"repairBy":["FACTORY","AGENT"]}""");
        JsonNode second = said("profile");
        assertThat(second.path("version").asInt()).isEqualTo(2);
        assertThat(second.path("agents").asInt()).isEqualTo(67);
        assertThat(second.path("changedBy").asText()).isEqualTo("admin");
        assertThat(trail()).isEqualTo("2");
    }

    @Test
    @DisplayName(
            "a cut of the country holds from its day on beside the older ones; put again for that day it counts instead")
    void cuts() {
        put("zones", cut("2026-01-01", "北片", "\"辽宁\",\"河北省\""));
        put("zones", cut("2026-07-01", "北区", "\"辽宁省\""));
        put("zones", cut("2026-07-01", "北区", "\"辽宁省\""));
        put("zones", cut("2026-07-01", "北区", "\"辽宁省\",\"吉林省\""));

        JsonNode cuts = said("zones").path("items");
        assertThat(cuts.findValuesAsText("validFrom")).containsExactly("2026-07-01", "2026-01-01");
        assertThat(cuts.path(0).path("revision").asInt()).isEqualTo(2);
        assertThat(cuts.path(0).path("zones").path(0).path("provinces")).hasSize(2);
        assertThat(cuts.path(1).path("zones").toString())
                .isEqualTo(
                        "[{\"zone\":\"北片\",\"export\":false,\"provinces\":[\"辽宁省\",\"河北省\"]},{\"zone\":\"出口\",\"export\":true,\"provinces\":[]}]");
        assertThat(trail()).isEqualTo("3");
    }

    @Test
    @DisplayName("a partner is told with its wire, its profile and the cut in force today, not one to come")
    void told() {
        put("profile", "{\"saleType\":\"ORDER_DELIVERY\",\"channels\":[\"AGENT\"],\"agents\":9}");
        put("zones", cut("2020-01-01", "老片", "\"辽宁省\""));
        put("zones", cut("2999-01-01", "新片", "\"吉林省\""));
        assertThat(admin.put(path("endpoint"), "{\"base\":\"http://127.0.0.1:9\"}")
                        .status())
                .isEqualTo(204);

        JsonNode told = Caller.as(port, "desk").get("/api/v1/partners/" + code).json();
        assertThat(told.path("wire").asText()).isEqualTo("REST");
        assertThat(told.path("profile").path("agents").asInt()).isEqualTo(9);
        assertThat(told.path("zones").path("validFrom").asText()).isEqualTo("2020-01-01");
        JsonNode listed =
                admin.get("/api/v1/partners?kind=FACTORY&limit=1").json().path("items");
        assertThat(listed).hasSize(1);
        assertThat(listed.path(0)).isEqualTo(told);
    }

    @Test
    @DisplayName("the list of partners is turned page by page, newest first, and none is missed")
    void pages() {
        String second = code + "-b";
        enter(second, "AGENT");

        List<String> turned = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = admin.get("/api/v1/partners?limit=3" + after).json();
            turned.addAll(page.path("items").findValuesAsText("code"));
            after = "&after=" + page.path("next").asText("");
        } while (!after.equals("&after="));

        assertThat(turned).doesNotHaveDuplicates().containsSubsequence(second, code, "factory-crane");
        assertThat(admin.get("/api/v1/partners?after=Nobody!").status()).isEqualTo(400);
        assertThat(admin.get("/api/v1/partners?kind=FRIEND").status()).isEqualTo(400);
    }

    @ParameterizedTest(name = "{0}: {1} is {2}")
    @DisplayName("what cannot be meant goes back with a code, in two languages, and nothing is changed")
    @CsvSource(delimiter = '|', textBlock = """
                    profile | {"channels":["DIRECT"]}                                            | BAD_SALE_TYPE
                    profile | {"saleType":"BARTER","channels":["DIRECT"]}                        | BAD_SALE_TYPE
                    profile | {"saleType":"TENDER"}                                              | BAD_CHANNELS
                    profile | {"saleType":"TENDER","channels":[]}                                | BAD_CHANNELS
                    profile | {"saleType":"TENDER","channels":["DIRECT","DIRECT"]}               | BAD_CHANNELS
                    profile | {"saleType":"TENDER","channels":[null]}                            | BAD_CHANNELS
                    profile | {"saleType":"TENDER","channels":["DIRECT"],"agents":1}             | BAD_COUNT
                    profile | {"saleType":"TENDER","channels":["AGENT"],"agents":-1}             | BAD_COUNT
                    profile | {"saleType":"TENDER","channels":["AGENT"],"exclusiveStores":10001} | BAD_COUNT
                    profile | {"saleType":"TENDER","channels":["AGENT"],"repairBy":["NOBODY"]}   | BAD_REPAIR
                    zones   | {"zones":[{"zone":"出口","export":true}]}                            | BAD_DAY
                    zones   | {"validFrom":"2026-02-30","zones":[{"zone":"出口","export":true}]}   | BAD_DAY
                    zones   | {"validFrom":"2026-01-01","zones":[]}                              | NO_ZONES
                    zones   | {"validFrom":"2026-01-01","zones":[null]}                          | BAD_ZONE
                    zones   | {"validFrom":"2026-01-01","zones":[{"zone":" ","export":true}]}    | BAD_ZONE
                    zones   | {"validFrom":"2026-01-01","zones":[{"zone":"甲","export":true},{"zone":"甲 ","export":true}]} | BAD_ZONE
                    zones   | {"validFrom":"2026-01-01","zones":[{"zone":"甲"}]}                  | ZONE_NOWHERE
                    zones   | {"validFrom":"2026-01-01","zones":[{"zone":"甲","export":true,"provinces":["辽宁"]}]} | ZONE_NOWHERE
                    zones   | {"validFrom":"2026-01-01","zones":[{"zone":"甲","provinces":["辽东"]}]} | BAD_PROVINCE
                    zones   | {"validFrom":"2026-01-01","zones":[{"zone":"甲","provinces":["辽宁","辽宁省"]}]} | BAD_PROVINCE
                    """)
    void refused(String what, String json, String refusal) {
        Caller.Answer answer = admin.put(path(what), json);

        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo(refusal);
        assertThat(answer.json().path("zh").asText()).isNotBlank();
        assertThat(answer.json().path("en").asText()).isNotBlank();
        assertThat(trail()).isEqualTo("0");
    }

    @Test
    @DisplayName("an agent has neither, and a partner that is none has nothing")
    void onlyFactories() {
        String agent = code + "-a";
        enter(agent, "AGENT");
        String profile = "{\"saleType\":\"TENDER\",\"channels\":[\"DIRECT\"]}";

        assertThat(admin.put("/api/v1/partners/" + agent + "/profile", profile).code())
                .isEqualTo("NOT_A_FACTORY");
        assertThat(admin.put("/api/v1/partners/nobody-here/profile", profile).status())
                .isEqualTo(404);
        assertThat(admin.get("/api/v1/partners/nobody-here").status()).isEqualTo(404);
    }

    private void put(String what, String json) {
        Caller.Answer answer = admin.put(path(what), json);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private JsonNode said(String what) {
        return admin.get(path(what)).json();
    }

    private String path(String what) {
        return "/api/v1/partners/" + code + "/" + what;
    }

    private static String cut(String validFrom, String zone, String provinces) {
        return """
                {"validFrom":"%s","zones":[{"zone":"%s","provinces":[%s]},{"zone":"出口","export":true}]}""".formatted(validFrom, zone, provinces);
    }

    private String trail() {
        return sowing.one("select count(*) from platform.audit_line where object = :id and act = 'EDIT_PARTNER'", code);
    }
}
