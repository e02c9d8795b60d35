package org.tongqu.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.tongqu.hub.needs.NeedGraded;
import org.tongqu.hub.platform.Columns;
import org.tongqu.hub.platform.Scope;

@DisplayName("Who is sent to help with a need")
class DispatchTest extends DispatchBed {
    @Autowired
    private ApplicationEventPublisher events;

    @Test
    @Tag("S0-03")
    @DisplayName(
            "a need of grade A or B opens its dispatch with a deadline by itself, one of grade C only when somebody asks")
    void gradesOpenDispatches() {
        String b = dispatchOf(need("SWITCHGEAR.BREAKER"));
        assertThat(dispatch(b).at("/line/grade").asText()).isEqualTo("B");
        assertThat(dispatch(b).at("/line/deadline").asText())
                .isGreaterThan(dispatch(b).at("/line/openedAt").asText());

        String c = standardNeed("SWITCHGEAR.BREAKER");
        Caller rep = Caller.as(port, "rep-ne-1");
        assertThat(list(desk().get("/api/v1/dispatches?needId=" + c).json().path("items")))
                .isEmpty();
        Caller.Answer asked = rep.post("/api/v1/dispatches", "{\"needId\":\"%s\"}".formatted(c));
        assertThat(asked.status()).as(asked.text()).isEqualTo(201);
        Caller.Answer again = rep.post("/api/v1/dispatches", "{\"needId\":\"%s\"}".formatted(c));
        assertThat(again.code()).isEqualTo("DISPATCHED_ALREADY");
        assertThat(Caller.as(port, "rep-e-1")
                        .get("/api/v1/dispatches/" + asked.json().path("id").asText())
                        .status())
                .isEqualTo(404);
    }

    @Test
    @Tag("S0-07")
    @DisplayName("a C need is sent no top-tier expert, unless the desk overrides the ladder and says why")
    void theLadderNeedsAReason() {
        String expert = enrol("首席", 5, "SWITCHGEAR.HV|SELECTION");
        String c = standardNeed("SWITCHGEAR.HV");
        String id = Caller.as(port, "rep-ne-1")
                .post("/api/v1/dispatches", "{\"needId\":\"%s\"}".formatted(c))
                .json()
                .path("id")
                .asText();
        JsonNode empty = until(id, DispatchBed::planned);
        assertThat(empty.at("/line/places/0/reasons/0/rule").asText()).isEqualTo("EMPTY");
        assertThat(empty.at("/line/places/0/reasons/0/about/0").asText()).isEqualTo("NOBODY");

        refused("TIER_NOT_ALLOWED", desk(), id, "places/1/pin", "{\"technician\":\"%s\"}".formatted(expert));
        refused("BAD_WHY", desk(), id, "places/1/pin", "{\"technician\":\"%s\",\"override\":true}".formatted(expert));
        act(desk(), id, "places/1/pin", "{\"technician\":\"%s\",\"override\":true,\"why\":\"客户停产\"}".formatted(expert));
        JsonNode pinned = until(id, DispatchBed::planned);
        assertThat(team(pinned)).containsExactly("首席");
        assertThat(pinned.at("/line/places/0/override").asBoolean()).isTrue();
        act(desk(), id, "confirm", "{}");
        assertThat(dispatch(id).at("/line/state").asText()).isEqualTo("NAMED");
    }

    @Test
    @Tag("S0-06")
    @DisplayName("nobody is booked twice on a day, on a day of absence, or for more days than the cap")
    void nobodyIsSentTwice() {
        String one = enrol("独苗", 2, "NE", 3, null, "BOILER.WASTE_HEAT|SELECTION");
        LocalDate day = monday();
        // The cap is one of a month: where that Monday lies in the next one, what is left of this one is not to be
        // free.
        away(one, LocalDate.now(Columns.HOUSE_ZONE), day.minusDays(1));
        String first = dispatchOf(need("BOILER.WASTE_HEAT"));
        String second = dispatchOf(need("BOILER.WASTE_HEAT"));
        String pin = "{\"technician\":\"%s\",\"from\":\"%s\"}";
        act(desk(), first, "places/1/pin", pin.formatted(one, day));
        refused("PINNED_ELSEWHERE", desk(), second, "places/1/pin", pin.formatted(one, day.plusDays(1)));
        act(desk(), first, "confirm", "{}");
        refused("DAYS_TAKEN", desk(), second, "places/1/pin", pin.formatted(one, day.plusDays(1)));
        refused("OVER_CAP", desk(), second, "places/1/pin", pin.formatted(one, day.plusDays(2)));
        refused("BAD_DAY", desk(), second, "places/1/pin", pin.formatted(one, "2026-01-05"));

        String other = enrol("替补", 2, "BOILER.WASTE_HEAT|SELECTION");
        away(other, day, day.plusDays(1));
        refused("DAYS_TAKEN", desk(), second, "places/1/pin", pin.formatted(other, day));
        refused("NO_SKILL", desk(), dispatchOf(need("PRINTING.WEB_OFFSET")), "places/1/pin", pin.formatted(other, day));
        assertThat(team(until(second, each -> planned(each) && !team(each).contains("-"))))
                .containsExactly("替补");
    }

    @Test
    @Tag("S0-05")
    @DisplayName(
            "a technician who cannot go says so; the desk and the manager are told, another is found, and the first is not asked again")
    void aRefusalEscalates() {
        enrol("宋怡", 3, "NE", 20, "tech2", "CRANE.MOBILE|SELECTION");
        String id = dispatchOf(need("CRANE.MOBILE"));
        until(id, each -> team(each).contains("宋怡"));
        act(desk(), id, "confirm", "{}");
        Caller technician = Caller.as(port, "tech2");
        assertThat(technician.get("/api/v1/dispatches/" + id).status()).isEqualTo(200);
        assertThat(Caller.as(port, "tech3").get("/api/v1/dispatches/" + id).status())
                .isEqualTo(404);
        refused("BAD_WHY", technician, id, "places/1/refuse", "{\"why\":\"\"}");

        act(technician, id, "places/1/refuse", "{\"why\":\"家有急事\"}");
        JsonNode refused = until(id, each -> planned(each) && team(each).contains("-"));
        assertThat(refused.at("/line/state").asText()).isEqualTo("OPEN");
        assertThat(list(refused.path("notices")).stream()
                        .filter(notice -> notice.path("kind").asText().equals("REFUSED"))
                        .map(notice -> notice.path("forRole").asText()))
                .containsExactlyInAnyOrder("DESK", "MANAGER");
        assertThat(refused.at("/refusals/0/why").asText()).isEqualTo("家有急事");

        enrol("接替", 3, "CRANE.MOBILE|SELECTION");
        until(id, each -> team(each).contains("接替"));
    }

    @Test
    @Tag("S0-04")
    @DisplayName(
            "a team of three trades is built from the pool, each keeps the line manager, and all go when it is closed")
    void threeTradesOneTeam() {
        enrol("磨工", 3, "MACHINE_TOOL.GRINDING|DESIGN");
        enrol("吊工", 3, "CRANE.HOIST|DESIGN");
        enrol("尘工", 4, "ENVIRONMENTAL.DUST|DESIGN");
        String id = dispatchOf(need("MACHINE_TOOL.GRINDING", "CRANE.HOIST", "ENVIRONMENTAL.DUST"));
        JsonNode team = until(id, each -> planned(each) && !team(each).contains("-"));
        assertThat(team(team)).containsExactly("磨工", "吊工", "尘工");
        act(desk(), id, "confirm", "{}");
        assertThat(list(desk().get("/api/v1/technicians").json().path("items")).stream()
                        .filter(each -> each.path("name").asText().equals("吊工")))
                .allSatisfy(each -> {
                    assertThat(each.path("lineManager").asText()).isEqualTo("总工办");
                    assertThat(each.path("daysCap").asInt()).isEqualTo(20);
                });

        act(desk(), id, "close", "{\"note\":\"成套项目先定接口表。\"}");
        assertThat(dispatch(id).at("/line/closedWhy").asText()).isEqualTo("DONE");
        assertThat(sowing.one(
                        "select count(*) from dispatch.booking b join dispatch.place p on p.id = b.place_id where p.dispatch_id = :id and b.freed_at is null",
                        id))
                .isEqualTo("0");
        refused("STANDS_OTHERWISE", desk(), id, "close", "{\"note\":\"再写\"}");
        refused("BAD_RATING", Caller.as(port, "rep-ne-1"), id, "rating", "{\"stars\":6}");
    }

    @Test
    @Tag("S0-04")
    @Tag("S4-18")
    @DisplayName(
            "a team stays through a factory's refusal and the next factory, goes with the delivery, and another can be asked for after it")
    void throughARefusal() {
        rule(1, "\"factory\":\"factory-printing\",");
        rule(2, "\"factory\":\"factory-mt2\",");
        try {
            enrol("印工", 3, "PRINTING.WEB_OFFSET|SELECTION");
            String need = need("PRINTING.WEB_OFFSET");
            String id = dispatchOf(need);
            until(id, each -> planned(each) && team(each).contains("印工"));
            act(desk(), id, "confirm", "{}");

            factoryRefuses(need, "factory-printing");
            assertThat(dispatch(id).at("/line/state").asText()).as("offered on").isEqualTo("NAMED");
            factoryRefuses(need, "factory-mt2");
            assertThat(sowing.one("select state from needs.need where id = :id", need))
                    .isEqualTo("REFUSED");
            assertThat(dispatch(id).at("/line/state").asText())
                    .as("waits for the desk")
                    .isEqualTo("NAMED");
            assertThat(asked(need).code()).isEqualTo("DISPATCHED_ALREADY");

            delivers(need, "factory-mt2");
            assertThat(dispatch(id).at("/line/closedWhy").asText()).isEqualTo("NEED_ENDED");

            Caller.Answer another = asked(need);
            assertThat(another.status()).as(another.text()).isEqualTo(201);
            String second = another.json().path("id").asText();
            assertThat(second).isNotEqualTo(id);
            pays(need, "factory-mt2");
            assertThat(sowing.one("select state from needs.need where id = :id", need))
                    .isEqualTo("PAID");
            assertThat(dispatch(second).at("/line/state").asText())
                    .as("asked for after the delivery, it does not end with the payment")
                    .isEqualTo("OPEN");
            assertThat(asked(need).code()).isEqualTo("DISPATCHED_ALREADY");
            act(desk(), second, "close", "{\"note\":\"装好后复测一次。\"}");
            assertThat(asked(need).status()).isEqualTo(201);
        } finally {
            rule(2, "");
        }
    }

    @Test
    @Tag("S0-04")
    @DisplayName(
            "a team goes when a person closes the need, and not while a part of it is refused beside one that is out")
    void withAPerson() {
        String need = need("CRANE.GANTRY", "BOILER.CFB");
        String id = dispatchOf(need);
        factoryRefuses(need, "factory-crane");
        letGo(need, 1);
        assertThat(dispatch(id).at("/line/state").asText()).isEqualTo("OPEN");
        letGo(need, 0);
        assertThat(dispatch(id).at("/line/closedWhy").asText()).isEqualTo("NEED_ENDED");
        String second = asked(need).json().path("id").asText();
        assertThat(Caller.as(port, "rep-ne-1")
                        .post("/api/v1/needs/" + need + "/close", "{\"reason\":\"项目取消\"}")
                        .status())
                .isEqualTo(204);
        assertThat(dispatch(second).at("/line/closedWhy").asText()).isEqualTo("NEED_ENDED");
    }

    @Test
    @Tag("S0-04")
    @DisplayName("when a region's rep ends its need, its technician's days are planned for a need of another region")
    void freedForAnotherRegion() {
        enrol("胶工", 3, "PRINTING.SHEETFED_OFFSET|SELECTION");
        String ours = need("PRINTING.SHEETFED_OFFSET");
        String first = dispatchOf(ours);
        String begin = until(first, each -> planned(each) && team(each).contains("胶工"))
                .at("/line/places/0/from")
                .asText();
        act(desk(), first, "confirm", "{}");
        String theirs = needFrom("rep-e-1", "E", "上海", "PRINTING.SHEETFED_OFFSET");
        String second = dispatchOf(theirs);
        until(second, each -> planned(each) && begins(each).compareTo(begin) > 0);

        String part = sowing.one("select id from needs.part where need_id = :id", ours);
        assertThat(Caller.as(port, "rep-ne-1")
                        .post("/api/v1/needs/" + ours + "/parts/" + part + "/withdrawal", "{\"reason\":\"不要了\"}")
                        .status())
                .isEqualTo(204);
        until(second, each -> begins(each).equals(begin));
        letGo(theirs, 0);
    }

    private static String begins(JsonNode dispatch) {
        return dispatch.at("/line/places/0/from").asText();
    }

    private Caller.Answer asked(String need) {
        return Caller.as(port, "rep-ne-1").post("/api/v1/dispatches", "{\"needId\":\"%s\"}".formatted(need));
    }

    private void rule(int preference, String factory) {
        assertThat(desk().put(
                                "/api/v1/routing-rules",
                                "{\"productClass\":\"PRINTING.WEB_OFFSET\",%s\"preference\":%d}"
                                        .formatted(factory, preference))
                        .status())
                .isBetween(200, 204);
    }

    private void delivers(String need, String factory) {
        sowing.order(factory, """
                {"orderNo":"DD-%1$s","orderedAt":"2026-03-10T09:00:00+08:00","zone":"东北区",
                 "customer":{"name":"%2$s","province":"辽宁"},"demandId":"%3$s","currency":"CNY",
                 "lines":[{"lineNo":"1","productCode":"YS9","productClass":"PRINTING","qty":"1","unitPrice":"100.00"}],
                 "shipments":[{"shipmentNo":"FH-%1$s","shippedAt":"2026-05-10T09:00:00+08:00","lines":[{"lineNo":"1","qty":"1"}]}]}""".formatted(need, Brands.firm(), demandAt(need, factory)));
    }

    private void pays(String need, String factory) {
        sowing.order(factory, """
                {"orderNo":"DD-%1$s","payments":[{"paymentNo":"FK-%1$s","amount":"100.00","receivedAt":"2026-05-20T09:00:00+08:00"}]}""".formatted(need));
    }

    private String demandAt(String need, String factory) {
        return sowing.one("select id from demand.demand where need_id = :id and factory = '" + factory + "'", need);
    }

    @Test
    @Tag("S0-03")
    @DisplayName(
            "a need graded anew asks for the team of its new grade; graded C it needs none, and is served again when it rises")
    void gradedAnew() {
        String need = need("SWITCHGEAR.LV");
        String id = dispatchOf(need);
        assertThat(list(dispatch(id).at("/line/places"))).hasSize(1);

        regrade(need, "A");
        assertThat(list(dispatch(id).at("/line/places")).stream()
                        .map(place -> place.path("trade").asText()))
                .containsExactly("SELECTION", "DESIGN", "ELECTRICAL");
        regrade(need, "C");
        assertThat(dispatch(id).at("/line/closedWhy").asText()).isEqualTo("GRADE_LOWERED");
        regrade(need, "B");
        assertThat(dispatch(id).at("/line/state").asText()).isEqualTo("OPEN");
        assertThat(dispatch(id).at("/line/grade").asText()).isEqualTo("B");
    }

    private void regrade(String need, String grade) {
        wall.run(Scope.WORKER, () -> {
            jdbc.sql("update needs.need set grade = :grade where id = :id")
                    .param("grade", grade)
                    .param("id", need)
                    .update();
            String message = sowing.one("select message_id from needs.need where id = :id", need);
            events.publishEvent(new NeedGraded(need, message, true, Instant.now()));
        });
    }

    private void away(String technician, LocalDate from, LocalDate until) {
        Caller.Answer away = desk().post(
                        "/api/v1/technicians/" + technician + "/absences",
                        "{\"from\":\"%s\",\"until\":\"%s\",\"why\":\"年假\"}".formatted(from, until));
        assertThat(away.status()).as(away.text()).isEqualTo(201);
    }

    private static LocalDate monday() {
        LocalDate soon = LocalDate.now(Columns.HOUSE_ZONE).plusWeeks(1);
        LocalDate monday = soon.minusDays(soon.getDayOfWeek().getValue() - 1L);
        return monday.getMonth() == monday.plusDays(4).getMonth() ? monday : monday.plusWeeks(1);
    }

    private String standardNeed(String productClass) {
        String tag = "S" + Sowing.number() + Long.toString(System.nanoTime(), 36);
        String message = sowing.visit("rep-ne-1", "NE", """
                {"formatVersion":1,"visitNo":"NE-%1$s","rep":"rep-ne-1","visitedAt":"2026-03-02T09:30:00+08:00",
                 "customer":{"name":"%2$s","province":"辽宁"},
                 "needs":[{"needNo":"1","summary":"常规 %1$s","parts":[{"productClass":"%3$s","productCode":"X%1$s","qty":"1"}]}]}""".formatted(tag, Brands.firm(), productClass));
        return sowing.one("select id from needs.need where message_id = :id", message);
    }
}
