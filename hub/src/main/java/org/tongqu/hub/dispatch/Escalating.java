package org.tongqu.hub.dispatch;

import java.time.Clock;
import java.time.Duration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.tongqu.hub.platform.JobLease;
import org.tongqu.hub.platform.Jobs;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;

/** Tells the desk and the region's manager, once, that a deadline went by without a whole team. */
@Service
class Escalating {
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final NoticeStore notices;
    private final Wall wall;
    private final Jobs jobs;
    private final Clock clock;

    Escalating(NoticeStore notices, Wall wall, Jobs jobs, Clock clock) {
        this.notices = notices;
        this.wall = wall;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Scheduled(fixedRateString = "PT2S")
    void look() {
        if (wall.read(Scope.WORKER, () -> !notices.missed(clock.instant()).isEmpty())) {
            jobs.run("dispatch-deadlines", LEASE, this::tell);
        }
    }

    private void tell(JobLease lease) {
        wall.run(Scope.WORKER, () -> {
            lease.hold();
            notices.missed(clock.instant()).forEach(each -> notices.tellMissed(each, clock.instant()));
        });
    }
}
