package org.tongqu.hub.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tongqu.connectors.canon.Sluice;
import org.tongqu.hub.HandClock;

@DisplayName("The sluice of one process")
class IntakeSluiceTest {
    private static final long HEAP = 800;
    private static final long A_LOT = 1L << 40;

    private IntakeReading reading = new IntakeReading(0.5, A_LOT, 0, 0, false);
    private final IntakeSluice sluice = new IntakeSluice(() -> reading, IntakeJudgementTest.limits(0.10, 0.06), HEAP);

    @Test
    @DisplayName("stands as the last reading set it, and rings once each time that it opens, slows or shuts")
    void rings() {
        List<Sluice.State> rung = new ArrayList<>();
        sluice.onChange(() -> rung.add(sluice.state()));
        sluice.look();
        backlog(1500);
        backlog(1600);
        backlog(5000);
        backlog(5001);
        backlog(0);
        assertThat(rung)
                .containsExactly(
                        new Sluice.Slow(Sluice.Cause.BACKLOG, Duration.ofSeconds(1)),
                        new Sluice.Shut(Sluice.Cause.BACKLOG, Duration.ofSeconds(30)),
                        new Sluice.Open());
    }

    private void backlog(long waiting) {
        reading = new IntakeReading(0.5, A_LOT, waiting, 0, false);
        sluice.look();
    }

    @Test
    @DisplayName("lets so many be worked on at once, and the next as soon as one is done")
    void soManyAtOnce() {
        List<Sluice.Load> three = List.of(sluice.load(), sluice.load(), sluice.load());
        assertThat(three).allMatch(Sluice.Load::works);
        try (Sluice.Load fourth = sluice.load()) {
            assertThat(fourth.works()).isFalse();
        }
        assertThat(sluice.working()).isEqualTo(3);
        three.getFirst().close();
        three.getFirst().close();
        try (Sluice.Load fourth = sluice.load()) {
            assertThat(fourth.works()).isTrue();
        }
        assertThat(sluice.working()).isEqualTo(2);
    }

    @Test
    @DisplayName(
            "lets bodies hold an eighth of the heap together, one alone whatever it has, and takes back what the others held")
    void soMuchHeld() {
        try (Sluice.Load large = sluice.load()) {
            assertThat(large.holds(700)).as("alone").isTrue();
            try (Sluice.Load small = sluice.load()) {
                assertThat(small.holds(1)).isFalse();
            }
        }
        assertThat(sluice.held()).isZero();
        try (Sluice.Load one = sluice.load();
                Sluice.Load other = sluice.load()) {
            assertThat(one.holds(20)).isTrue();
            assertThat(one.holds(60)).isTrue();
            assertThat(other.holds(40)).isTrue();
            assertThat(other.holds(41)).isFalse();
            assertThat(sluice.held()).isEqualTo(101);
        }
        assertThat(sluice.held()).isZero();
    }

    @Test
    @DisplayName(
            "knows a database without disk by its word for it, however deep in what broke, and forgets it after a while")
    void theStoresOwnWord() {
        HandClock clock = new HandClock(Instant.parse("2026-03-04T02:00:00Z"));
        StoreFull full = new StoreFull(clock, Duration.ofSeconds(30));
        full.saw(new IllegalStateException(new SQLException("gone", "08006")));
        assertThat(full.isFull()).isFalse();
        full.saw(new IllegalStateException(new RuntimeException(new SQLException("could not extend file", "53100"))));
        assertThat(full.isFull()).isTrue();
        clock.pass(Duration.ofSeconds(30));
        assertThat(full.isFull()).isFalse();
    }
}
