package org.tongqu.hub.demand;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.HubTest;
import org.tongqu.hub.Sowing;
import org.tongqu.hub.clocks.WorkClock;
import org.tongqu.hub.needs.Needs;
import org.tongqu.hub.platform.Scope;

@DisplayName("A need becomes one demand a factory, and the factory's words move it")
class DemandTest extends HubTest {
    private static final String CRANE = "factory-crane";
    private static final Duration WORKING_DAY = Duration.ofHours(8);
    private static final Sender DESK = new Sender("desk", Sender.Role.DESK, null, null);

    @Autowired
    Sowing sowing;

    @Autowired
    Routing routing;

    @Autowired
    Needs needs;

    @Autowired
    DemandStore store;

    @Autowired
    DemandPages pages;

    @Autowired
    Clock clock;

    @Autowired
    WorkClock workClock;

    @Test
    @DisplayName("parts for one factory are one demand, parts for two are two, each with its parcel in the outbox")
    @Tag("S4-10")
    void oneDemandAFactory() {
        NeedBed bed = new NeedBed(sowing, "CRANE", "CRANE.BRIDGE", "MACHINE_TOOL");

        assertThat(sowing.one(
                        "select string_agg(factory, ' ' order by factory) from demand.demand where need_id = :id",
                        bed.need()))
                .isEqualTo(CRANE + " factory-mt1");
        assertThat(sowing.one(
                        "select count(*) from platform.outbox where effect_key = 'ask|' || :id", bed.demandTo(CRANE)))
                .isEqualTo("1");
        assertThat(bed.partStates()).isEqualTo("ASKED ASKED ASKED");
        assertThat(bed.ofNeed("state || ' ' || grade")).isEqualTo("ASKED A");
    }

    @Test
    @DisplayName("two equal parts of one need are two parts")
    @Tag("S4-10")
    void twoEqualParts() {
        NeedBed bed = new NeedBed(sowing, "CRANE", "CRANE");

        assertThat(bed.partStates()).isEqualTo("ASKED ASKED");
    }

    @Test
    @DisplayName("the nearest class with a rule speaks, and a changed rule counts for later needs alone")
    @Tag("S4-10")
    void routingByNearestClass() {
        NeedBed before = new NeedBed(sowing, "PRINTING.FLEXO");
        assertThat(before.demandTo("factory-printing")).isNotBlank();
        rule("PRINTING.FLEXO", "factory-mt2");
        try {
            NeedBed after = new NeedBed(sowing, "PRINTING.FLEXO", "PRINTING.WEB_OFFSET");

            assertThat(sowing.one(
                            "select string_agg(factory, ' ' order by factory) from demand.demand where need_id = :id",
                            after.need()))
                    .isEqualTo("factory-mt2 factory-printing");
            assertThat(sowing.one(
                            "select string_agg(factory, ' ') from demand.demand where need_id = :id", before.need()))
                    .isEqualTo("factory-printing");
            assertThat(wall.read(Scope.WORKER, routing::rules))
                    .containsAllEntriesOf(Map.of("PRINTING.FLEXO", "factory-mt2", "PRINTING", "factory-printing"));
        } finally {
            rule("PRINTING.FLEXO", "factory-printing");
        }
        assertThat(sowing.one(
                        "select count(*) from demand.routing_rule where product_class = :id and until is not null",
                        "PRINTING.FLEXO"))
                .as("a rule ends, it is not changed")
                .isNotEqualTo("0");
    }

    private void rule(String productClass, String factory) {
        wall.run(Scope.WORKER, () -> routing.rule(productClass, factory, "desk"));
    }

    @Test
    @DisplayName("acknowledged twice it is acknowledged once, at the first time")
    @Tag("S4-10")
    void acknowledgedTwice() {
        NeedBed bed = new NeedBed(sowing, "CRANE");
        bed.acknowledge(CRANE, "2026-03-02T11:00:00+08:00");
        String first = bed.ofDemand(CRANE, "acknowledged_at");

        bed.acknowledge(CRANE, "2026-03-02T12:00:00+08:00");

        assertThat(bed.ofDemand(CRANE, "acknowledged_at")).isEqualTo(first);
        assertThat(bed.ofDemand(CRANE, "state")).isEqualTo("ACKNOWLEDGED");
        assertThat(bed.ofNeed("state")).isEqualTo("ACKNOWLEDGED");
        assertThat(words(bed)).isEqualTo("ACKNOWLEDGED:true ACKNOWLEDGED:false");
    }

    @Test
    @DisplayName("an answer older than the one that speaks is kept and changes nothing")
    @Tag("S4-10")
    void anOlderAnswer() {
        NeedBed bed = new NeedBed(sowing, "CRANE");
        bed.quote(CRANE, "465000.00", "2026-03-05T10:00:00+08:00");

        bed.refuse(CRANE, "没有产能", "2026-03-04T10:00:00+08:00");
        bed.quote(CRANE, "999.00", "2026-03-03T10:00:00+08:00");

        assertThat(bed.ofDemand(CRANE, "state || ' ' || price || ' ' || coalesce(refusal_reason, '-')"))
                .isEqualTo("QUOTED 465000.0000 -");
        assertThat(bed.ofNeed("state")).isEqualTo("QUOTED");
        assertThat(words(bed)).isEqualTo("QUOTED:true REFUSED:false QUOTED:false");
    }

    @Test
    @DisplayName("refused, and later quoted after all: the newer word speaks")
    @Tag("S4-10")
    void refusedThenQuoted() {
        NeedBed bed = new NeedBed(sowing, "CRANE", "MACHINE_TOOL");
        bed.refuse(CRANE, "没有产能", "2026-03-04T10:00:00+08:00");
        assertThat(bed.ofDemand(CRANE, "state || ' ' || refusal_reason")).isEqualTo("REFUSED 没有产能");
        assertThat(bed.ofNeed("state")).as("the other part is still open").isEqualTo("ASKED");

        bed.quote(CRANE, "465000.00", "2026-03-05T10:00:00+08:00");
        bed.quote("factory-mt1", "1000.00", "2026-03-05T10:00:00+08:00");

        assertThat(bed.ofDemand(CRANE, "state || ' ' || coalesce(refusal_reason, '-')"))
                .isEqualTo("QUOTED -");
        assertThat(bed.ofNeed("state")).isEqualTo("QUOTED");
    }

    @Test
    @DisplayName(
            "with every part refused the need is refused; an acknowledgement that comes after does not bring it back")
    @Tag("S4-10")
    void acknowledgedAfterRefusal() {
        NeedBed bed = new NeedBed(sowing, "CRANE");
        bed.refuse(CRANE, "没有产能", "2026-03-04T10:00:00+08:00");

        bed.acknowledge(CRANE, "2026-03-02T11:00:00+08:00");

        assertThat(bed.ofDemand(CRANE, "state")).isEqualTo("REFUSED");
        assertThat(bed.partStates()).isEqualTo("REFUSED");
        assertThat(bed.ofNeed("state")).isEqualTo("REFUSED");
    }

    @Test
    @DisplayName("an order that names the factory's own demand closes the loop")
    @Tag("S4-10")
    void anOrderClosesTheLoop() {
        NeedBed bed = new NeedBed(sowing, "CRANE");
        bed.quote(CRANE, "465000.00", "2026-03-05T10:00:00+08:00");

        bed.order(CRANE, bed.demandTo(CRANE));

        assertThat(bed.ofDemand(CRANE, "state || ' ' || order_no")).isEqualTo("ORDERED O-" + bed.tag() + "-" + CRANE);
        assertThat(bed.ofNeed("state")).isEqualTo("ORDERED");
    }

    @Test
    @DisplayName("what is ordered a late refusal does not undo")
    void refusedAfterTheOrder() {
        NeedBed bed = new NeedBed(sowing, "CRANE");
        bed.order(CRANE, bed.demandTo(CRANE));

        bed.refuse(CRANE, "没有产能", "2026-04-04T10:00:00+08:00");

        assertThat(bed.ofDemand(CRANE, "state")).isEqualTo("ORDERED");
        assertThat(bed.ofNeed("state")).isEqualTo("ORDERED");
    }

    @Test
    @DisplayName("an order that names another factory's demand closes nothing")
    @Tag("S4-10")
    void anOrderOfAnother() {
        NeedBed bed = new NeedBed(sowing, "CRANE");
        String demand = bed.demandTo(CRANE);
        try {
            bed.order("factory-boiler", demand);
        } catch (AssertionError refusedAtTheDoor) {
            assertThat(refusedAtTheDoor).hasMessageContaining("demandId");
        }

        assertThat(bed.ofDemand(CRANE, "state || ' ' || coalesce(order_no, '-')"))
                .endsWith(" -");
        assertThat(bed.ofNeed("state")).isEqualTo("ASKED");
    }

    @Test
    @DisplayName("overdue shows as a flag beside the state, and goes with the answer")
    @Tag("S4-10")
    void late() {
        NeedBed bed = new NeedBed(sowing, "CRANE");
        String demand = bed.demandTo(CRANE);
        assertThat(isLate(demand)).isFalse();
        wall.run(
                Scope.WORKER,
                () -> jdbc.sql("update demand.demand set due_at = :past where id = :id")
                        .param(
                                "past",
                                clock.instant().minus(Duration.ofMinutes(1)).atOffset(java.time.ZoneOffset.UTC))
                        .param("id", demand)
                        .update());

        assertThat(isLate(demand)).isTrue();
        assertThat(bed.ofDemand(CRANE, "state")).isNotEqualTo("LATE");
    }

    private boolean isLate(String demand) {
        return pages.demand(DESK, demand).orElseThrow().demand().late();
    }

    @Test
    @DisplayName("a need of the highest grade must be answered soonest: one working day for an A, three for a C")
    @Tag("S0-01")
    void dueByGrade() {
        NeedBed a = new NeedBed(sowing, "CRANE", "MACHINE_TOOL");
        NeedBed c = new NeedBed(sowing, "CRANE");

        assertThat(moment(a, "due_at")).isEqualTo(workClock.calendar().plus(moment(a, "asked_at"), WORKING_DAY));
        assertThat(moment(c, "due_at"))
                .isEqualTo(workClock.calendar().plus(moment(c, "asked_at"), WORKING_DAY.multipliedBy(3)));
    }

    private static Instant moment(NeedBed bed, String column) {
        return Instant.parse(
                bed.ofDemand(CRANE, "to_char(" + column + " at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"));
    }

    @Test
    @DisplayName("the reason of a grade stands with the need, in both languages")
    @Tag("S0-01")
    void gradeWithItsReason() {
        NeedBed bed = new NeedBed(sowing, "CRANE", "MACHINE_TOOL");

        assertThat(sowing.one(
                        "select rule || ': ' || zh || ' / ' || en from needs.grading where need_id = :id", bed.need()))
                .startsWith("CLASSES: 成套需求")
                .contains("A complete set over 2 product classes");
    }

    private String words(NeedBed bed) {
        return sowing.one(
                "select string_agg(kind || ':' || took, ' ' order by message_id) from demand.word where demand_id = :id",
                bed.demandTo(CRANE));
    }
}
