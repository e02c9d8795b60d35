package org.tongqu.hub.demand;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.tongqu.hub.customers.Customers;
import org.tongqu.hub.customers.Portfolios;
import org.tongqu.hub.needs.Needs;
import org.tongqu.hub.platform.JobLease;
import org.tongqu.hub.platform.Jobs;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;

/** Tells agents the needs whose factories were asked before agents were told of any, until none is left. */
@Component
class Untold {
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final int PIECE = 50;

    private final ServedStore store;
    private final Serving serving;
    private final Needs needs;
    private final Customers customers;
    private final Portfolios portfolios;
    private final Wall wall;
    private final Jobs jobs;

    Untold(
            ServedStore store,
            Serving serving,
            Needs needs,
            Customers customers,
            Portfolios portfolios,
            Wall wall,
            Jobs jobs) {
        this.store = store;
        this.serving = serving;
        this.needs = needs;
        this.customers = customers;
        this.portfolios = portfolios;
        this.wall = wall;
        this.jobs = jobs;
    }

    /** A look at an empty table costs nothing. */
    @Scheduled(fixedRateString = "PT1M")
    void goOn() {
        jobs.run("untold", LEASE, lease -> {
            int done;
            do {
                done = piece(lease);
            } while (done == PIECE && !Thread.currentThread().isInterrupted());
        });
    }

    private int piece(JobLease lease) {
        return wall.within(Scope.WORKER, () -> {
            lease.hold();
            List<String> some = store.takeUntold(PIECE);
            tell(some);
            return some.size();
        });
    }

    private void tell(Collection<String> needIds) {
        Set<String> whose = Set.copyOf(customers
                .customersOf(needs.asked(needIds).values().stream()
                        .map(Needs.Asked::sourceRecordId)
                        .collect(Collectors.toSet()))
                .values());
        portfolios.hold(whose);
        serving.settle(whose);
    }
}
