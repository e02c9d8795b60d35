package org.tongqu.hub.customers;

import java.time.Duration;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.tongqu.hub.platform.JobLease;
import org.tongqu.hub.platform.Jobs;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;

/** Writes down what source records from before there was a search are found by, the newest first, until none is left. */
@Component
class Unfound {
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final int PIECE = 500;

    private final FindingStore finding;
    private final SourceRecordStore records;
    private final Wall wall;
    private final Jobs jobs;

    Unfound(FindingStore finding, SourceRecordStore records, Wall wall, Jobs jobs) {
        this.finding = finding;
        this.records = records;
        this.wall = wall;
        this.jobs = jobs;
    }

    /** A look at an empty table costs nothing, and one filled by hand is worked off as well. */
    @Scheduled(fixedRateString = "PT1M")
    void goOn() {
        jobs.run("unfound", LEASE, lease -> {
            int done;
            do {
                done = piece(lease);
            } while (done == PIECE && !Thread.currentThread().isInterrupted());
        });
    }

    private int piece(JobLease lease) {
        return wall.within(Scope.WORKER, () -> {
            lease.hold();
            List<String> some = finding.takeUnfound(PIECE);
            finding.keep(records.said(some).entrySet().stream()
                    .map(said -> FoundBy.of(said.getKey(), said.getValue()))
                    .toList());
            return some.size();
        });
    }
}
