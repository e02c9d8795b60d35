package org.tongqu.hub.customers;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.tongqu.hub.platform.Jobs;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;

/** What a source says once more is its newest word again, and wins over what was said in between. */
@Service
class SaidAgain {
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final int AT_ONCE = 200;

    private final SaidAgainStore store;
    private final CustomerStore customers;
    private final GoldenStore golden;
    private final SettlingStore settling;
    private final Wall wall;
    private final Jobs jobs;
    private final Clock clock;

    SaidAgain(
            SaidAgainStore store,
            CustomerStore customers,
            GoldenStore golden,
            SettlingStore settling,
            Wall wall,
            Jobs jobs,
            Clock clock) {
        this.store = store;
        this.customers = customers;
        this.golden = golden;
        this.settling = settling;
        this.wall = wall;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Scheduled(fixedRateString = "PT1S")
    void choose() {
        if (wall.read(Scope.WORKER, store::any)) {
            jobs.drain("said-again", LEASE, this::chooseSome);
        }
    }

    private boolean chooseSome() {
        List<String> some = store.customersOfSome(AT_ONCE);
        if (some.isEmpty()) {
            store.forgetWithdrawn();
            return false;
        }
        customers.hold(some);
        store.settle(some);
        golden.choose(some, clock.instant());
        settling.settle(some, clock.instant());
        return true;
    }
}
