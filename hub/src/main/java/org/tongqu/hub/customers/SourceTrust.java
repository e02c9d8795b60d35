package org.tongqu.hub.customers;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.tongqu.hub.platform.Jobs;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;

/** 代理商信用: those who hold agents' words against others' tell here how far each holds; golden values follow. */
@Component
public class SourceTrust {
    /** Below this, an agent's word comes after every other agent's. */
    public static final int DOUBTED_BELOW = 60;

    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final int AT_ONCE = 200;

    private final TrustStore store;
    private final GoldenStore golden;
    private final Wall wall;
    private final Jobs jobs;
    private final Clock clock;

    SourceTrust(TrustStore store, GoldenStore golden, Wall wall, Jobs jobs, Clock clock) {
        this.store = store;
        this.golden = golden;
        this.wall = wall;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * @param source an agent's code
     * @param percent hundredths that its word holds at the least
     * @param most hundredths at the most: one is doubted only where even that is too little
     */
    public void told(String source, int percent, int most) {
        store.keep(source, percent, most < DOUBTED_BELOW, clock.instant());
    }

    /** Values that rest on a source which is doubted since, or no more, are chosen anew. */
    @Scheduled(fixedRateString = "PT2S")
    void choose() {
        if (wall.read(Scope.WORKER, store::anyUnchosen)) {
            jobs.drain("source-trust", LEASE, this::chooseSome);
        }
    }

    private boolean chooseSome() {
        return store.unchosen()
                .map(next -> {
                    List<String> some = store.customersOf(next.source(), next.chosen(), AT_ONCE);
                    if (!some.isEmpty()) {
                        golden.choose(some, clock.instant());
                    }
                    store.chosen(next.source(), some.size() < AT_ONCE ? null : some.getLast());
                    return true;
                })
                .orElse(false);
    }
}
