package org.tongqu.hub.reminders;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.tongqu.hub.clocks.Wait;
import org.tongqu.hub.clocks.Waits;
import org.tongqu.hub.clocks.WorkClock;
import org.tongqu.hub.coverage.Coverage;
import org.tongqu.hub.people.Colleagues;
import org.tongqu.hub.people.People;
import org.tongqu.hub.platform.JobLease;
import org.tongqu.hub.platform.Jobs;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;

/** Looks at all waits every minute: opens what is to be said of them and ends what no longer is. */
@Service
class Reminding {
    private static final Duration LEASE = Duration.ofMinutes(2);
    /** No warning comes earlier, whatever the holidays. */
    private static final Duration AHEAD = Duration.ofDays(21);

    private static final int MOST = 20_000;

    private final RemindersStore store;
    private final Waits waits;
    private final WorkClock workClock;
    private final Colleagues colleagues;
    private final Coverage coverage;
    private final Wall wall;
    private final Jobs jobs;
    private final Clock clock;

    Reminding(
            RemindersStore store,
            Waits waits,
            WorkClock workClock,
            Colleagues colleagues,
            Coverage coverage,
            Wall wall,
            Jobs jobs,
            Clock clock) {
        this.store = store;
        this.waits = waits;
        this.workClock = workClock;
        this.colleagues = colleagues;
        this.coverage = coverage;
        this.wall = wall;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Scheduled(fixedRateString = "PT1M")
    void look() {
        jobs.run("reminders", LEASE, lease -> remind(lease, clock.instant()));
    }

    /** At that moment; false where another hub does so. */
    boolean look(Instant now) {
        return jobs.run("reminders", LEASE, lease -> remind(lease, now));
    }

    private void remind(JobLease lease, Instant now) {
        Instant until = now.plus(AHEAD);
        wall.run(Scope.WORKER, () -> {
            lease.hold();
            List<Wait> running = waits.before(until, MOST);
            List<String> needs = running.stream()
                    .flatMap(wait -> Stream.ofNullable(wait.needId()))
                    .distinct()
                    .toList();
            open(running, colleagues.everybody(), coverage.alsoOwn(needs), now);
            store.endWarnings(now);
            store.endAllBut(running.stream().map(Wait::cause).toList(), seenUntil(running, until), now);
        });
    }

    private void open(List<Wait> running, List<People.User> people, Map<String, Set<String>> alsoOwn, Instant now) {
        Ladders ladders = new Ladders(workClock, people, alsoOwn);
        List<Ladders.Reminded> reminded =
                running.stream().flatMap(wait -> ladders.of(wait, now).stream()).toList();
        reminded.forEach(each -> store.open(each, now));
        store.endFormerOwners(
                reminded.stream().filter(Ladders.Reminded::isOwners).toList(), now);
    }

    /** Where there are more waits than are looked at, nothing is said of the later ones. */
    private static Instant seenUntil(List<Wait> running, Instant until) {
        return running.size() < MOST
                ? until
                : Objects.requireNonNull(running.get(MOST - 1)).due().toInstant();
    }
}
