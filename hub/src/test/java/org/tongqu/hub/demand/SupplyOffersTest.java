package org.tongqu.hub.demand;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongqu.hub.Caller;
import org.tongqu.hub.HubTest;
import org.tongqu.hub.Sowing;
import org.tongqu.hub.platform.Scope;

@DisplayName(
        "A cooperating firm offers what no factory of the group makes, and sees the need it is asked for and no other")
class SupplyOffersTest extends HubTest {
    private static final String CRANE = "factory-crane";

    @Autowired
    Sowing sowing;

    private Caller desk = Caller.nobody(0);
    private Caller rep = Caller.nobody(0);
    private String firm = "";
    private Caller coop = Caller.nobody(0);

    @BeforeEach
    void aFirm() {
        desk = Caller.as(port, "desk");
        rep = Caller.as(port, "rep-ne-1");
        firm = "firm-" + Sowing.number() + "-" + Long.toString(System.nanoTime(), 36);
        coop = Caller.withKey(port, entered(firm));
    }

    private String entered(String code) {
        JsonNode made = Caller.as(port, "admin")
                .post(
                        "/api/v1/partners",
                        "{\"code\":\"%s\",\"kind\":\"COOPERATOR\",\"name\":\"江阴协力设备有限公司\"}".formatted(code))
                .json();
        assertThat(made.path("soapSecret").isTextual()).isTrue();
        return made.path("apiKey").asText();
    }

    private static String offer(String no, String productClass, String more) {
        return "{\"offerNo\":\"%s\",\"productClass\":\"%s\",\"what\":\"20 吨桥式起重机\",\"priceFrom\":{\"amount\":\"380000.00\",\"currency\":\"CNY\"},\"validUntil\":\"2099-12-31\"%s}"
                .formatted(no, productClass, more);
    }

    private String posted(String no, String productClass, String more) {
        Caller.Answer answer = coop.post("/api/v1/supply-offers", offer(no, productClass, more));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("id").asText();
    }

    @Test
    @DisplayName(
            "an offer matches a blocked part by class and region, is shown on the need to its rep, who sends the part on it as a demand")
    @Tag("S4-21")
    void offeredMatchedSent() {
        String offer = posted("A-1", "CRANE", "");
        posted("A-2", "BOILER", "");
        posted("A-3", "CRANE", ",\"region\":\"SW\"");
        NeedBed bed = new NeedBed(sowing, "CRANE.BRIDGE");
        NeedBed other = new NeedBed(sowing, "CRANE.BRIDGE");
        bed.refuse(CRANE, "没有产能", "2026-03-04T10:00:00+08:00");
        other.refuse(CRANE, "没有产能", "2026-03-04T10:00:00+08:00");

        JsonNode block = rep.get("/api/v1/needs/" + bed.need()).json().at("/combined/blocks/0");
        assertThat(block.path("owner").asText()).isEqualTo("DESK REP");
        assertThat(block.path("offers").findValuesAsText("id")).contains(offer);
        assertThat(block.path("offers").findValuesAsText("partner").stream().filter(firm::equals))
                .as("not the boiler's, not the south-west's")
                .hasSize(1);
        assertThat(coop.get("/api/v1/needs").json().path("items").isEmpty())
                .as("before it is asked it sees no need")
                .isTrue();

        Caller.Answer sent = rep.post(
                "/api/v1/needs/" + bed.need() + "/parts/" + bed.part(0) + "/sending",
                "{\"offerId\":\"" + offer + "\"}");
        assertThat(sent.status()).as(sent.text()).isEqualTo(201);
        String demand = sent.json().path("demandId").asText();

        assertThat(coop.get("/api/v1/needs").json().path("items").findValuesAsText("id"))
                .containsExactly(bed.need());
        assertThat(coop.get("/api/v1/needs/" + bed.need()).status()).isEqualTo(200);
        assertThat(coop.get("/api/v1/needs/" + other.need()).status()).isEqualTo(404);
        assertThat(coop.get("/api/v1/demands/" + other.demandTo(CRANE)).status())
                .isEqualTo(404);
        assertThat(coop.get("/api/v1/customers?limit=200").json().path("items").isEmpty())
                .as("the customer's record is not shared with an outsider")
                .isTrue();
        String fetched = coop.get("/api/v1/demands/open").text();
        assertThat(fetched).contains(demand).doesNotContain("phone\":\"1");

        sowing.applied(coop.post(
                        "/api/v1/answers",
                        "{\"demandId\":\"%s\",\"at\":\"2026-03-06T10:00:00+08:00\",\"quote\":{\"price\":{\"amount\":\"395000.00\",\"currency\":\"CNY\"},\"leadTimeDays\":45}}"
                                .formatted(demand))
                .json()
                .at("/receipts/0/messageId")
                .asText());
        JsonNode combined = rep.get("/api/v1/needs/" + bed.need()).json().path("combined");
        assertThat(combined.path("complete").asBoolean()).isTrue();
        assertThat(combined.at("/price/0/amount").asText()).isEqualTo("395000.00");
    }

    @Test
    @DisplayName("the wall itself hides every other need and every other firm's offer from the firm")
    @Tag("S4-21")
    void theWall() {
        posted("W-1", "CRANE", "");
        new NeedBed(sowing, "CRANE");
        Scope own = new Scope(Scope.Kind.PARTNER, null, firm, firm, "FACTORY", false);
        Scope stranger = new Scope(Scope.Kind.PARTNER, null, "firm-nobody", "firm-nobody", "FACTORY", false);

        for (String table :
                new String[] {"needs.need", "needs.part", "needs.asking", "demand.demand", "demand.message"}) {
            assertThat(count(own, table)).as(table).isZero();
        }
        assertThat(count(own, "demand.supply_offer")).isEqualTo(1);
        assertThat(count(stranger, "demand.supply_offer")).isZero();
    }

    private long count(Scope scope, String table) {
        return wall.read(
                scope,
                () -> jdbc.sql("select count(*) from " + table)
                        .query(Long.class)
                        .single());
    }

    @Test
    @DisplayName(
            "the same number replaces the firm's own offer; what is wrong is told, and nobody but a firm or the desk for it may post")
    @Tag("S4-21")
    void posting() {
        String first = posted("P-1", "CRANE", "");
        assertThat(posted("P-1", "BOILER", "")).isEqualTo(first);
        assertThat(coop.get("/api/v1/supply-offers").json().path("items").findValuesAsText("productClass"))
                .containsExactly("BOILER");
        assertThat(coop.post("/api/v1/supply-offers", offer("P-2", "NOTHING", ""))
                        .code())
                .isEqualTo("UNKNOWN_CLASS");
        assertThat(coop.post("/api/v1/supply-offers", offer("P-2", "CRANE", "").replace("2099-12-31", "2020-01-01"))
                        .code())
                .isEqualTo("BAD_DAY");
        assertThat(Caller.as(port, CRANE)
                        .post("/api/v1/supply-offers", offer("P-2", "CRANE", ""))
                        .code())
                .isEqualTo("NO_COOPERATOR");
        assertThat(rep.post("/api/v1/supply-offers", offer("P-2", "CRANE", "")).status())
                .isEqualTo(403);
        assertThat(desk.post("/api/v1/supply-offers", offer("P-3", "CRANE", ",\"partner\":\"" + firm + "\""))
                        .status())
                .isEqualTo(201);

        assertThat(Caller.as(port, CRANE)
                        .post("/api/v1/supply-offers/" + first + "/withdrawal", "")
                        .status())
                .isEqualTo(404);
        assertThat(coop.post("/api/v1/supply-offers/" + first + "/withdrawal", "")
                        .status())
                .isEqualTo(204);
        assertThat(coop.get("/api/v1/supply-offers").text()).doesNotContain(first);
    }

    @Test
    @DisplayName(
            "questions and replies on a demand stand in the order they were said, with who and when, and unread until they are read")
    @Tag("S4-10")
    void conversation() {
        NeedBed bed = new NeedBed(sowing, "CRANE");
        String talk = "/api/v1/demands/" + bed.demandTo(CRANE) + "/messages";
        Caller crane = Caller.as(port, CRANE);

        assertThat(crane.post(talk, "{\"words\":\"跨度多少？\"}").status()).isEqualTo(204);
        JsonNode asked = rep.get(talk).json().at("/items/0");
        assertThat(asked.path("side").asText()).isEqualTo("FACTORY");
        assertThat(asked.path("unread").asBoolean()).isTrue();
        assertThat(rep.post(talk, "{\"words\":\"22.5 米\"}").status()).isEqualTo(204);
        assertThat(desk.post(talk + "/read", "").status()).isEqualTo(204);

        JsonNode lines = crane.get(talk).json().path("items");
        assertThat(lines.findValuesAsText("words")).containsExactly("跨度多少？", "22.5 米");
        assertThat(lines.findValuesAsText("by")).containsExactly(CRANE, "rep-ne-1");
        assertThat(lines.findValuesAsText("unread")).containsExactly("false", "true");
        assertThat(desk.get(talk).json().path("items").findValuesAsText("unread"))
                .containsExactly("false", "false");
        assertThat(Caller.as(port, "factory-boiler").get(talk).status()).isEqualTo(404);
        assertThat(Caller.as(port, "factory-boiler")
                        .post(talk, "{\"words\":\"x\"}")
                        .status())
                .isEqualTo(404);
        assertThat(Caller.as(port, "auditor").post(talk, "{\"words\":\"x\"}").status())
                .isEqualTo(403);
        assertThat(crane.post(talk, "{\"words\":\" \"}").code()).isEqualTo("NO_WORDS");
        assertThat(coop.get(talk).status()).isEqualTo(404);
    }
}
