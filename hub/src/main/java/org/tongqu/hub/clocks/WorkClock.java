package org.tongqu.hub.clocks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongqu.hub.partners.Partners;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;

/** 时限: when a thing is due by the rules and the calendar; both are read anew after a few seconds, so that asking costs nothing. */
@Component
public class WorkClock {
    private static final Duration GOOD_FOR = Duration.ofSeconds(10);
    private static final int LONGEST = 24;

    private final ClocksStore store;
    private final Partners partners;
    private final Wall wall;
    private final Clock clock;
    private final AtomicReference<@Nullable Seen> last = new AtomicReference<>();

    WorkClock(ClocksStore store, Partners partners, Wall wall, Clock clock) {
        this.store = store;
        this.partners = partners;
        this.wall = wall;
        this.clock = clock;
    }

    public WorkCalendar calendar() {
        return seen().calendar();
    }

    /** When a hop that begins then is due; of several classes the shortest time counts. */
    public Instant due(Hop hop, Collection<@Nullable String> classes, String grade, Instant from) {
        int hours = classes.stream()
                .map(each -> rule(hop, each, grade).map(TimeRule::hours).orElse(LONGEST))
                .min(Comparator.naturalOrder())
                .orElse(LONGEST);
        return calendar().plus(from, Duration.ofHours(hours));
    }

    /** When a wait is warned of and goes up, by the rule of its own class and grade. */
    public Ladder ladder(Wait wait) {
        Instant due = wait.due().toInstant();
        if (wait.hop() == Hop.COVERAGE) {
            return new Ladder(due, due, due, due);
        }
        WorkCalendar calendar = calendar();
        TimeRule rule = rule(wait.hop(), wait.productClass(), wait.grade())
                .orElseGet(() -> new TimeRule(wait.hop(), "", wait.grade(), LONGEST, 4, 8, 16, null, null));
        return new Ladder(
                calendar.minus(due, Duration.ofHours(rule.warnHours())),
                due,
                calendar.plus(due, Duration.ofHours(rule.managerHours())),
                calendar.plus(due, Duration.ofHours(rule.deskHours())));
    }

    private Optional<TimeRule> rule(Hop hop, @Nullable String productClass, String grade) {
        List<TimeRule> rules = seen().rules().stream()
                .filter(rule -> rule.hop() == hop && rule.grade().equals(grade))
                .toList();
        boolean ofClasses = rules.stream().anyMatch(rule -> !rule.productClass().isEmpty());
        List<String> classes = new ArrayList<>(
                productClass == null || !ofClasses ? List.of() : partners.classAndAncestors(productClass));
        classes.add("");
        return classes.stream()
                .flatMap(each ->
                        rules.stream().filter(rule -> rule.productClass().equals(each)))
                .findFirst();
    }

    /** What was changed here counts at once; other hubs see it within seconds. */
    void forget() {
        last.set(null);
    }

    private Seen seen() {
        Seen seen = last.get();
        if (seen != null && clock.instant().isBefore(seen.until())) {
            return seen;
        }
        Seen now = wall.read(wall.scopeOr(Scope.WORKER), this::look);
        last.set(now);
        return now;
    }

    private Seen look() {
        return new Seen(
                new WorkCalendar(
                        store.days().stream()
                                .collect(Collectors.toMap(
                                        SpecialDay::day, day -> day.kind().equals("WORK"))),
                        store.shifts()),
                store.rules(),
                clock.instant().plus(GOOD_FOR));
    }

    private record Seen(WorkCalendar calendar, List<TimeRule> rules, Instant until) {}

    /** The steps of a wait: its owner is warned and told, then the manager, then the desk. */
    public record Ladder(Instant warning, Instant late, Instant manager, Instant desk) {}
}
