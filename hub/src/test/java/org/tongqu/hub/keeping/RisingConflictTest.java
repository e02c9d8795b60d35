package org.tongqu.hub.keeping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.HandClock;
import org.tongqu.hub.HubTest;
import org.tongqu.hub.people.Colleagues;
import org.tongqu.hub.platform.AuditTrail;
import org.tongqu.hub.platform.Ids;
import org.tongqu.hub.platform.Policy;
import org.tongqu.hub.platform.Scope;

@DisplayName("A conflict that neither side does anything about rises")
class RisingConflictTest extends HubTest {
    private static final Sender DESK = new Sender("desk", Sender.Role.DESK, null, null);

    @Autowired
    private ConflictStore store;

    @Autowired
    private Lookups lookups;

    @Autowired
    private Awards awards;

    @Autowired
    private ConflictStory story;

    @Autowired
    private Colleagues colleagues;

    @Autowired
    private Policy policy;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private Ids ids;

    private final HandClock clock = new HandClock(Clock.systemUTC().instant());

    @Test
    @Tag("S3-01")
    @DisplayName("after 14 days without a visit of either it is marked and comes first; a visit of one lowers it again")
    void rises() {
        Conflicts conflicts = conflicts();
        String older = opened(clock.instant().minus(Duration.ofDays(20)));
        clock.pass(Duration.ofDays(1));
        String quiet = opened(clock.instant().minus(Duration.ofDays(5)));
        wall.run(Scope.WORKER, () -> store.contact(List.of(older), "rep-e-1", clock.instant()));
        assertThat(line(conflicts, quiet).risen()).isFalse();

        clock.pass(Duration.ofDays(9).plusHours(1));
        assertThat(line(conflicts, quiet).risen()).isTrue();
        assertThat(line(conflicts, older).risen()).as("visited since").isFalse();
        List<String> listed =
                conflicts.list(DESK).stream().map(Conflicts.Line::id).toList();
        assertThat(listed.indexOf(quiet + "-case")).isLessThan(listed.indexOf(older + "-case"));

        wall.run(Scope.WORKER, () -> store.contact(List.of(quiet), "nobody-of-both", clock.instant()));
        assertThat(line(conflicts, quiet).risen()).isTrue();
        wall.run(Scope.WORKER, () -> store.contact(List.of(quiet), "rep-ne-1", clock.instant()));
        assertThat(line(conflicts, quiet).risen()).isFalse();
    }

    private Conflicts conflicts() {
        ConflictTimes times = new ConflictTimes(Duration.ofDays(7), Duration.ofDays(14), clock);
        return new Conflicts(store, lookups, awards, story, colleagues, policy, trail, wall, ids, times);
    }

    /** A case about a customer that is nowhere else; the customer's id. */
    private String opened(Instant at) {
        String customer = ids.next();
        ConflictStore.Case about = new ConflictStore.Case(
                customer,
                Conflicts.Origin.VISIT,
                new ConflictStore.Side("rep-ne-1", "NE", customer),
                new ConflictStore.Side("rep-e-1", "E", null),
                null,
                "悬而未决",
                null,
                null);
        wall.run(
                Scope.WORKER,
                () -> store.open(
                        customer + "-case",
                        about,
                        List.of(customer),
                        java.time.LocalDate.ofInstant(at, java.time.ZoneOffset.UTC),
                        at));
        return customer;
    }

    private static Conflicts.Line line(Conflicts conflicts, String customer) {
        return conflicts.find(DESK, customer + "-case").orElseThrow();
    }
}
