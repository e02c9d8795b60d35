package org.tongqu.hub.demand;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongqu.hub.Caller;
import org.tongqu.hub.HubTest;
import org.tongqu.hub.Sowing;
import org.tongqu.hub.needs.OpenNeeds;
import org.tongqu.hub.platform.RoomAudit;
import org.tongqu.hub.platform.Scope;

@DisplayName(
        "A complete set: what one factory refuses goes on, and what nobody makes stands blocked until somebody does")
class TurnkeyTest extends HubTest {
    private static final String FLEXO = "PRINTING.FLEXO";
    private static final String PRINTING = "factory-printing";

    @Autowired
    Sowing sowing;

    @Autowired
    Routing routing;

    @Autowired
    List<RoomAudit> rooms;

    @Autowired
    OpenNeeds openNeeds;

    private Caller desk = Caller.nobody(0);
    private Caller rep = Caller.nobody(0);

    @BeforeEach
    void aSecondAndAThirdFactory() {
        desk = Caller.as(port, "desk");
        rep = Caller.as(port, "rep-ne-1");
        rule(FLEXO, PRINTING, 1);
        rule(FLEXO, "factory-mt2", 2);
        rule(FLEXO, "factory-mt1", 3);
    }

    @AfterEach
    void asBefore() {
        desk.put("/api/v1/routing-rules", "{\"productClass\":\"" + FLEXO + "\",\"preference\":2}");
        desk.put("/api/v1/routing-rules", "{\"productClass\":\"" + FLEXO + "\",\"preference\":3}");
    }

    private void rule(String productClass, String factory, int preference) {
        assertThat(desk.put(
                                "/api/v1/routing-rules",
                                "{\"productClass\":\"%s\",\"factory\":\"%s\",\"preference\":%d}"
                                        .formatted(productClass, factory, preference))
                        .status())
                .isEqualTo(200);
    }

    @Test
    @DisplayName(
            "a refused part is offered to the next factory by preference, once, with the same need and a hop of its own")
    @Tag("S4-18")
    void refusedAndOfferedOn() {
        NeedBed bed = new NeedBed(sowing, FLEXO, "BOILER");
        assertThat(bed.whereParts()).isEqualTo("factory-printing factory-boiler");

        bed.refuse(PRINTING, "没有产能", "2026-03-04T10:00:00+08:00");

        assertThat(bed.whereParts()).isEqualTo("factory-mt2 factory-boiler");
        assertThat(bed.ofNeed("state")).as("not lost").isEqualTo("ASKED");
        assertThat(bed.ofDemand("factory-mt2", "after")).isEqualTo(bed.demandTo(PRINTING));
        assertThat(sowing.one("select station from demand.hop where demand_id = :id", bed.demandTo("factory-mt2")))
                .isEqualTo("ASKED");
        assertThat(sowing.one(
                        "select count(*) from platform.outbox where effect_key = 'ask|' || :id",
                        bed.demandTo("factory-mt2")))
                .isEqualTo("1");

        bed.refuse("factory-mt2", "做不了", "2026-03-05T10:00:00+08:00");
        assertThat(bed.whereParts()).isEqualTo("factory-mt1 factory-boiler");
        bed.refuse("factory-mt1", "做不了", "2026-03-06T10:00:00+08:00");
        assertThat(bed.whereParts()).isEqualTo("* factory-boiler");
        bed.refuse("factory-boiler", "做不了", "2026-03-07T10:00:00+08:00");
        assertThat(bed.ofNeed("state")).isEqualTo("REFUSED");
        assertThat(wall.read(Scope.WORKER, () -> openNeeds.of(List.of(bed.ofNeed("source_record_id")))))
                .as("it waits for the desk, so it is open")
                .hasSize(1);
        assertThat(findings()).isEmpty();
    }

    @Test
    @DisplayName(
            "a factory that has its own part may be asked for a sister's too, and a part of one factory is never asked of it twice")
    @Tag("S4-18")
    void askedForASistersPart() {
        NeedBed bed = new NeedBed(sowing, FLEXO, "MACHINE_TOOL.BORING");
        assertThat(bed.whereParts()).isEqualTo("factory-printing factory-mt2");

        bed.refuse(PRINTING, "没有产能", "2026-03-04T10:00:00+08:00");

        assertThat(bed.whereParts()).isEqualTo("factory-mt2 factory-mt2");
        assertThat(sowing.one(
                        "select count(*) from demand.demand where need_id = :id and factory = 'factory-mt2'",
                        bed.need()))
                .isEqualTo("2");
        assertThat(findings()).isEmpty();
    }

    @Test
    @DisplayName(
            "a late quote takes the part back where nobody else holds it, and waits as another quote where somebody does")
    @Tag("S4-18")
    void aLateQuote() {
        NeedBed bed = new NeedBed(sowing, FLEXO);
        bed.refuse(PRINTING, "没有产能", "2026-03-04T10:00:00+08:00");
        bed.quote(PRINTING, "90000.00", "2026-03-05T10:00:00+08:00");
        assertThat(bed.whereParts()).as("the next one holds it").isEqualTo("factory-mt2");

        bed.refuse("factory-mt2", "做不了", "2026-03-06T10:00:00+08:00");

        assertThat(bed.whereParts()).as("a quote in hand before a third asking").isEqualTo(PRINTING);
        assertThat(bed.partStates()).isEqualTo("QUOTED");
        assertThat(combined(bed).at("/price/0/amount").asText()).isEqualTo("90000.00");
    }

    @Test
    @DisplayName(
            "the parent shows one price, the date and the slowest once every part is quoted; until then what is missing and what blocks")
    @Tag("S4-18")
    @Tag("S0-11")
    void oneCombinedAnswer() {
        NeedBed bed = new NeedBed(sowing, "CRANE", "SWITCHGEAR", "BOILER");
        bed.quote("factory-crane", "465000.00", "2026-03-04T10:00:00+08:00");
        bed.quote("factory-boiler", "1000000.00", "2026-03-04T10:00:00+08:00");

        JsonNode waiting = combined(bed);
        assertThat(waiting.path("complete").asBoolean()).isFalse();
        assertThat(waiting.path("price").isEmpty()).isTrue();
        assertThat(waiting.at("/missing/0/factory").asText()).isEqualTo("factory-switchgear");

        bed.refuse("factory-switchgear", "停产", "2026-03-04T10:00:00+08:00");
        JsonNode blocked = combined(bed);
        assertThat(blocked.at("/blocks/0/why").asText()).isEqualTo("ALL_REFUSED");
        assertThat(blocked.at("/blocks/0/owner").asText()).isEqualTo("DESK");
        assertThat(blocked.path("complete").asBoolean()).isFalse();

        bed.quote("factory-switchgear", "35000.50", "2026-03-05T10:00:00+08:00");
        JsonNode whole = combined(bed);
        assertThat(whole.path("complete").asBoolean()).isTrue();
        assertThat(whole.at("/price/0/amount").asText()).isEqualTo("1500000.50");
        assertThat(whole.path("leadTimeDays").asInt()).isEqualTo(60);
        assertThat(whole.path("readyBy").asText()).isNotBlank();
        assertThat(need("factory-crane", bed).path("combined").isNull())
                .as("a factory is told its own share alone")
                .isTrue();
    }

    @Test
    @DisplayName("a quote that has run out is marked as such until it is given anew")
    @Tag("S4-18")
    void lapsedQuote() {
        NeedBed bed = new NeedBed(sowing, "CRANE");
        String quoted =
                "{\"demandId\":\"%s\",\"at\":\"%s\",\"quote\":{\"price\":{\"amount\":\"1.00\",\"currency\":\"CNY\"},\"leadTimeDays\":60,\"validUntil\":\"%s\"}}";
        String demand = bed.demandTo("factory-crane");

        sowing.answer("factory-crane", quoted.formatted(demand, "2026-03-04T10:00:00+08:00", "2026-03-31"));
        assertThat(combined(bed).path("lapsed").asBoolean()).isTrue();

        sowing.answer("factory-crane", quoted.formatted(demand, "2026-04-04T10:00:00+08:00", "2099-03-31"));
        assertThat(combined(bed).path("lapsed").asBoolean()).isFalse();
    }

    @Test
    @DisplayName("nothing closes while a part is open; what is no longer wanted goes out with a reason")
    @Tag("S4-18")
    void closing() {
        NeedBed bed = new NeedBed(sowing, "CRANE", "BOILER");
        String need = "/api/v1/needs/" + bed.need();

        Caller.Answer open = rep.post(need + "/close", "{\"reason\":\"客户已定\"}");
        assertThat(open.status()).isEqualTo(422);
        assertThat(open.text()).contains("PARTS_OPEN", "CRANE", "BOILER");

        for (int n = 0; n < 2; n++) {
            assertThat(rep.post(need + "/parts/" + bed.part(n) + "/withdrawal", "{\"reason\":\"客户不要了\"}")
                            .status())
                    .isEqualTo(204);
        }
        assertThat(bed.partStates()).isEqualTo("WITHDRAWN WITHDRAWN");
        bed.quote("factory-crane", "465000.00", "2026-03-04T10:00:00+08:00");
        assertThat(bed.partStates()).as("a quote does not bring it back").isEqualTo("WITHDRAWN WITHDRAWN");
        assertThat(rep.post(need + "/close", "{}").status()).isEqualTo(422);
        assertThat(rep.post(need + "/close", "{\"reason\":\"客户不要了\"}").status()).isEqualTo(204);
        assertThat(bed.ofNeed("state || ' ' || closed_by")).isEqualTo("CLOSED rep-ne-1");
        assertThat(Caller.as(port, "rep-e-1")
                        .post(need + "/close", "{\"reason\":\"x\"}")
                        .status())
                .isEqualTo(404);
        assertThat(Caller.as(port, "factory-crane")
                        .post(need + "/close", "{\"reason\":\"x\"}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    @DisplayName(
            "a part without a rule is blocked from the first, stands in the list of such, and may be sent to a factory by hand")
    @Tag("S4-18")
    void nobodyMakesIt() {
        NeedBed bed = new NeedBed(sowing, "CRANE");
        bed.refuse("factory-crane", "停产", "2026-03-04T10:00:00+08:00");
        String sending = "/api/v1/needs/" + bed.need() + "/parts/" + bed.part(0) + "/sending";

        assertThat(desk.get("/api/v1/blocked-parts").text()).contains(bed.part(0));
        assertThat(rep.post(sending, "{\"factory\":\"factory-crane\"}").text()).contains("ASKED_BEFORE");
        assertThat(rep.post(sending, "{\"factory\":\"agent-a001\"}").text()).contains("UNKNOWN_OFFER");
        assertThat(rep.post(sending, "{\"factory\":\"factory-mt1\"}").status()).isEqualTo(201);

        assertThat(bed.whereParts()).isEqualTo("factory-mt1");
        assertThat(bed.ofDemand("factory-mt1", "asked_by")).isEqualTo("rep-ne-1");
        assertThat(rep.post(sending, "{\"factory\":\"factory-mt2\"}").text()).contains("NOT_BLOCKED");
        assertThat(desk.get("/api/v1/blocked-parts").text()).doesNotContain(bed.part(0));
        assertThat(findings()).isEmpty();
    }

    @Test
    @DisplayName("what has no product code goes to research and development as well")
    @Tag("S4-19")
    void copiedToDesign() {
        NeedBed bed = new NeedBed(sowing, "CRANE");

        JsonNode demand = Caller.as(port, "factory-crane")
                .get("/api/v1/demands/" + bed.demandTo("factory-crane"))
                .json();

        assertThat(demand.path("copyTo").asText()).isEqualTo("RND");
        assertThat(sowing.one(
                        "select load -> 'asked' ->> 'copyTo' from platform.outbox where effect_key = 'ask|' || :id",
                        bed.demandTo("factory-crane")))
                .as("and in the parcel")
                .isEqualTo("RND");
    }

    private JsonNode combined(NeedBed bed) {
        return need("desk", bed).path("combined");
    }

    private JsonNode need(String login, NeedBed bed) {
        return Caller.as(port, login).get("/api/v1/needs/" + bed.need()).json();
    }

    /** What the audit says of parts and of whom they are asked; the whole of it is run elsewhere. */
    private List<String> findings() {
        return wall.read(
                Scope.WORKER,
                () -> rooms.stream()
                        .flatMap(room -> room.questions().stream())
                        .filter(question -> question.what().contains("part ")
                                || question.what().contains("asked twice"))
                        .flatMap(question -> jdbc.sql(question.sql()).query(String.class).list().stream()
                                .map(ref -> question.what() + ": " + ref))
                        .toList());
    }
}
