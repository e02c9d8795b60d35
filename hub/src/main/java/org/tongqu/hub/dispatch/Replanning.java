package org.tongqu.hub.dispatch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.tongqu.hub.clocks.WorkClock;
import org.tongqu.hub.platform.Columns;
import org.tongqu.hub.platform.JobLease;
import org.tongqu.hub.platform.Jobs;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;

/** Plans anew when something moved: reads, thinks outside any transaction, and writes only where nobody was faster meanwhile. */
@Service
class Replanning {
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final PlanStore store;
    private final NoticeStore notices;
    private final Planner planner;
    private final WorkClock workClock;
    private final Wall wall;
    private final Jobs jobs;
    private final Clock clock;
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private final AtomicReference<Instant> restsUntil = new AtomicReference<>(Instant.MIN);

    Replanning(
            PlanStore store,
            NoticeStore notices,
            Planner planner,
            WorkClock workClock,
            Wall wall,
            Jobs jobs,
            Clock clock) {
        this.store = store;
        this.notices = notices;
        this.planner = planner;
        this.workClock = workClock;
        this.wall = wall;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Where needs come all the time it rests four times as long as it thought, so that planning never takes more than a fifth of a hand. */
    @Scheduled(fixedRateString = "PT1S")
    void look() {
        if (!clock.instant().isBefore(restsUntil.get()) && wall.read(Scope.WORKER, store::isStale)) {
            now().ifPresent(done -> restsUntil.set(clock.instant().plusMillis(4 * done.millis())));
        }
    }

    /** At once; empty where another hub plans at this moment. */
    Optional<Planned> now() {
        Planned[] done = new Planned[1];
        oneAtATime.lock();
        try {
            jobs.run("dispatch-plan", LEASE, lease -> done[0] = plan(lease));
        } finally {
            oneAtATime.unlock();
        }
        return Optional.ofNullable(done[0]);
    }

    private Planned plan(JobLease lease) {
        long began = clock.millis();
        Seen seen = wall.read(Scope.WORKER, this::see);
        Plan plan = planner.solve(seen.places());
        Map<String, List<Planner.Reason>> reasons = planner.reasons(plan);
        Clashes clashes = new Clashes(plan.places());
        List<PlanStore.Found> found = plan.places().stream()
                .map(place -> found(place, reasons.getOrDefault(place.id(), List.of()), clashes))
                .toList();
        wall.run(Scope.WORKER, () -> {
            lease.hold();
            store.save(found, seen.versions());
            notices.clashes(clock.instant());
        });
        long filled = plan.places().stream().filter(PlanPlace::filled).count();
        return new Planned(plan.places().size(), filled, plan.score().toString(), clock.millis() - began);
    }

    private Seen see() {
        return new Seen(store.versions(), pool().places(store.places()));
    }

    /** All open places with whoever could take them, of the moment. */
    List<PlanPlace> places() {
        return wall.read(Scope.WORKER, () -> see().places());
    }

    private Pool pool() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Columns.HOUSE_ZONE);
        return new Pool(store.people(today.withDayOfMonth(1)), store.lowestLevels(), workClock.calendar(), today);
    }

    private static PlanStore.Found found(PlanPlace place, List<Planner.Reason> reasons, Clashes clashes) {
        boolean filled = place.filled();
        return new PlanStore.Found(
                place.id(),
                place.wanted().dispatchId(),
                filled ? place.personId() : null,
                filled ? place.person().name() : null,
                filled ? place.person().login() : null,
                filled ? place.turn().from().toString() : null,
                filled ? place.turn().until().toString() : null,
                clashes.at(place).map(Clashes.Clash::line).orElse(null),
                why(place, reasons));
    }

    /** Rule, points and what it is about, in words that the page fills in. */
    private static String why(PlanPlace place, List<Planner.Reason> reasons) {
        return reasons.stream()
                .map(reason ->
                        String.join("|", reason.rule(), String.valueOf(points(reason)), about(reason.rule(), place)))
                .collect(Collectors.joining(";"));
    }

    private static long points(Planner.Reason reason) {
        return reason.points().hardScore()
                + reason.points().mediumScore()
                + reason.points().softScore();
    }

    private static String about(String rule, PlanPlace place) {
        return switch (rule) {
            case PlanRules.TRAVEL ->
                place.person().region() + "|" + place.wanted().region();
            case PlanRules.DELAY -> String.valueOf(place.turn().delay());
            case PlanRules.EMPTY -> place.turns().size() > 1 ? "BUSY" : "NOBODY";
            case PlanRules.RANK -> String.valueOf(place.person().level());
            case PlanRules.WISH -> String.valueOf(place.wanted().wantedBy());
            default -> "";
        };
    }

    private record Seen(Map<String, Integer> versions, List<PlanPlace> places) {}

    /** @param score hard, medium and soft, as the solver writes it */
    record Planned(long places, long filled, @Nullable String score, long millis) {}
}
