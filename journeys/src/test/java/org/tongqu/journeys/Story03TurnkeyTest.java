package org.tongqu.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Story 3: a workshop needs a crane, switchgear and a boiler. One need, three factories; the switchgear works refuses, its part goes on to the
 * next by rule, which refuses as well, and so to the supply offer of a cooperating firm, which sees this need and no other. One answer in the
 * end: one price, one date, the slowest named.
 */
@ExtendWith(SharedGroup.class)
class Story03TurnkeyTest {
    private static final String SWITCHGEAR = "SWITCHGEAR.BREAKER";

    private final Group group;
    private final Caller desk;
    private final Caller rep;
    private final String tag = Messages.number("").substring(6);

    Story03TurnkeyTest(Group group) {
        this.group = group;
        this.desk = group.as("desk");
        this.rep = group.as("rep-ne-1");
    }

    @AfterEach
    void the_rules_as_before() {
        rule("{'productClass':'" + SWITCHGEAR + "','preference':2}");
    }

    @Test
    @Tag("S4-18")
    @Tag("S4-21")
    @Tag("S0-11")
    void a_workshop_is_split_over_three_factories_one_refuses_its_part_goes_on_and_one_answer_comes_of_it() {
        rule("{'productClass':'" + SWITCHGEAR + "','factory':'factory-switchgear'}");
        rule("{'productClass':'" + SWITCHGEAR + "','factory':'factory-mt2','preference':2}");
        Caller firm = a_cooperating_firm_offers_breakers();
        String need = the_workshop("NE").path("id").asText();
        String elsewhere = the_workshop("NE").path("id").asText();
        assertThat(factories(need)).containsExactlyInAnyOrder("factory-crane", "factory-switchgear", "factory-boiler");

        answers("factory-crane", need, quote("465000.00", 75));
        answers("factory-boiler", need, quote("1180000.00", 120));
        answers("factory-switchgear", need, "'refusal':{'reason':'本年度产能已满'}");
        Watching.until("the part to go on", () -> factories(need), all -> all.contains("factory-mt2"));
        JsonNode waiting = combined(need);
        assertThat(waiting.path("complete").asBoolean()).isFalse();
        assertThat(Json.texts(waiting.path("missing"), "factory")).containsExactly("factory-mt2");
        rep.post("/api/v1/needs/" + need + "/close", Json.object("{'reason':'早了'}"))
                .expect(422);

        answers("factory-mt2", need, "'refusal':{'reason':'不做这一类'}");
        JsonNode block = Watching.until(
                        "what blocks", () -> combined(need).path("blocks"), blocks -> blocks.size() == 1)
                .path(0);
        assertThat(block.path("owner").asText()).isEqualTo("DESK REP");
        JsonNode offer = Json.list(block.path("offers")).stream()
                .filter(each -> each.path("offerNo").asText().equals("S3-" + tag))
                .findFirst()
                .orElseThrow();

        rep.post(
                        "/api/v1/needs/" + need + "/parts/"
                                + block.path("partId").asText() + "/sending",
                        Json.object("{}").put("offerId", offer.path("id").asText()))
                .expect(201);
        firm.get("/api/v1/needs/" + need).expect(200);
        firm.get("/api/v1/needs/" + elsewhere).expect(404);
        assertThat(Json.texts(firm.get("/api/v1/needs").expect(200).json().path("items"), "id"))
                .containsExactly(need);
        String demand = Json.list(firm.get("/api/v1/demands").expect(200).json().path("items"))
                .getFirst()
                .path("id")
                .asText();
        firm.post("/api/v1/demands/" + demand + "/messages", Json.object("{'words':'额定电流多少？'}"))
                .expect(204);
        rep.post("/api/v1/demands/" + demand + "/messages", Json.object("{'words':'630 A'}"))
                .expect(204);
        firm.post("/api/v1/answers", answer(demand, quote("88000.00", 30))).expect(202);

        JsonNode whole = Watching.until(
                "one answer", () -> combined(need), all -> all.path("complete").asBoolean());
        assertThat(whole.at("/price/0/amount").asText()).isEqualTo("1733000.00");
        assertThat(whole.path("price").size()).isEqualTo(1);
        assertThat(whole.path("leadTimeDays").asInt()).isEqualTo(120);
        assertThat(whole.path("slowestDemandId").asText())
                .isEqualTo(Watching.demandOf(Watching.need(desk, need), "factory-boiler")
                        .path("id")
                        .asText());
        assertThat(Watching.need(desk, need).path("state").asText()).isEqualTo("QUOTED");
    }

    private void rule(String rule) {
        desk.put("/api/v1/routing-rules", Json.object(rule)).expect(200);
    }

    private Caller a_cooperating_firm_offers_breakers() {
        String code = "firm-s3-" + tag;
        JsonNode entered = group.as("admin")
                .post(
                        "/api/v1/partners",
                        Json.object("{'kind':'COOPERATOR','name':'江阴协力电器有限公司'}").put("code", code))
                .expect(201)
                .json();
        Caller firm = Caller.bearer(group.hub().url(), entered.path("apiKey").asText());
        firm.post(
                        "/api/v1/supply-offers",
                        Json.object(
                                        "{'productClass':'SWITCHGEAR','what':'中低压断路器','priceFrom':{'amount':'60000.00','currency':'CNY'},'validUntil':'2099-12-31'}")
                                .put("offerNo", "S3-" + tag))
                .expect(201);
        return firm;
    }

    private JsonNode the_workshop(String region) {
        String visitNo = Messages.number(region);
        ObjectNode customer = Messages.customer("沈阳" + tag + "成套设备厂", "辽宁省", "沈阳市");
        rep.post(
                        "/api/v1/visits",
                        Messages.visitWithNeed(visitNo, "rep-ne-1", customer, "CRANE×1", SWITCHGEAR + "×4", "BOILER×1"))
                .expect(202);
        return Watching.needOfVisit(desk, visitNo);
    }

    private List<String> factories(String need) {
        return Json.texts(Watching.need(desk, need).path("demands"), "factory");
    }

    private JsonNode combined(String need) {
        return Watching.need(rep, need).path("combined");
    }

    private static String quote(String price, int days) {
        return "'quote':{'price':{'amount':'%s','currency':'CNY'},'leadTimeDays':%d}".formatted(price, days);
    }

    private void answers(String factory, String need, String words) {
        String demand =
                Watching.demandOf(Watching.need(desk, need), factory).path("id").asText();
        group.as(factory).post("/api/v1/answers", answer(demand, words)).expect(202);
    }

    private static ObjectNode answer(String demand, String words) {
        return Json.object("{" + words + "}").put("at", Messages.lastWordAt()).put("demandId", demand);
    }
}
