package org.tongqu.hub.reconciliation;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.tongqu.hub.platform.Columns;
import org.tongqu.hub.platform.Jobs;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;

/** Holds the figures against one another as they arrive, one hub at a time, so that no two judge by figures the other is about to change. */
@Service
class Reconciler {
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final int AT_ONCE = 1_000;

    private final TouchedStore touched;
    private final CellStore cells;
    private final Comparison comparison;
    private final Scores scores;
    private final Wall wall;
    private final Jobs jobs;
    private final Clock clock;

    Reconciler(
            TouchedStore touched,
            CellStore cells,
            Comparison comparison,
            Scores scores,
            Wall wall,
            Jobs jobs,
            Clock clock) {
        this.touched = touched;
        this.cells = cells;
        this.comparison = comparison;
        this.scores = scores;
        this.wall = wall;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Scheduled(fixedRateString = "PT0.5S")
    void look() {
        if (wall.read(Scope.WORKER, touched::any)) {
            jobs.drain("reconciliation", LEASE, this::lookAtSome);
        }
    }

    /** A month is judged when its time is over, whether or not anything arrives. */
    @Scheduled(fixedRateString = "PT1M")
    void fallDue() {
        jobs.run(
                "reconciliation-due",
                LEASE,
                lease -> wall.run(Scope.WORKER, () -> {
                    lease.hold();
                    cells.fallDue(LocalDate.ofInstant(clock.instant(), Columns.HOUSE_ZONE), 10 * AT_ONCE);
                }));
    }

    @Scheduled(fixedRateString = "PT2S")
    void count() {
        if (wall.read(Scope.WORKER, scores::areStale)) {
            jobs.run(
                    "reconciliation-scores",
                    LEASE,
                    lease -> wall.run(Scope.WORKER, () -> {
                        lease.hold();
                        scores.count();
                    }));
        }
    }

    private boolean lookAtSome() {
        TouchedStore.Some some = touched.take(AT_ONCE);
        if (some.isEmpty()) {
            return false;
        }
        comparison.look(some);
        return true;
    }
}
