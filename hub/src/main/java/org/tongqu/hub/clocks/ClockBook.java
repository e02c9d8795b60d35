package org.tongqu.hub.clocks;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.partners.Partners;
import org.tongqu.hub.platform.Act;
import org.tongqu.hub.platform.AuditTrail;
import org.tongqu.hub.platform.Ids;
import org.tongqu.hub.platform.Policy;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;

/** 日历与时限: read and changed by people; what is due already stays due when it was. */
@Component
public class ClockBook {
    private final ClocksStore store;
    private final WorkClock workClock;
    private final Partners partners;
    private final AuditTrail trail;
    private final Policy policy;
    private final Wall wall;
    private final Ids ids;
    private final Clock clock;

    ClockBook(
            ClocksStore store,
            WorkClock workClock,
            Partners partners,
            AuditTrail trail,
            Policy policy,
            Wall wall,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.workClock = workClock;
        this.partners = partners;
        this.trail = trail;
        this.policy = policy;
        this.wall = wall;
        this.ids = ids;
        this.clock = clock;
    }

    /** The calendar of one year with the hours and the rules. */
    public Shown of(Sender reader, int year) {
        policy.require(reader, Act.SEE_CLOCKS);
        return wall.read(Scope.of(reader), () -> {
            List<SpecialDay> days = store.days().stream()
                    .filter(day -> day.day().getYear() == year)
                    .toList();
            return new Shown(year, !days.isEmpty(), days, store.shifts(), store.rules());
        });
    }

    public boolean mayEdit(Sender reader) {
        return policy.allows(reader.role(), Act.EDIT_CLOCKS);
    }

    public Optional<Refusal> day(Sender by, SpecialDay day) {
        return change(by, ClockWords.wrong(day), () -> {
            store.put(day, clock.instant());
            trail.note(Act.EDIT_CLOCKS.name(), day.day().toString(), day.kind() + " " + day.name());
        });
    }

    public Optional<Refusal> hours(Sender by, List<WorkCalendar.Shift> shifts) {
        return change(by, ClockWords.wrong(shifts), () -> {
            store.shift(1, shifts.getFirst());
            store.shift(2, shifts.getLast());
            trail.note(Act.EDIT_CLOCKS.name(), "hours", shifts.toString());
        });
    }

    /** In place of the rule that stands for the same hop, class and grade. */
    public Optional<Refusal> rule(Sender by, TimeRule rule) {
        boolean known = rule.productClass().isEmpty() || partners.knowsClass(rule.productClass());
        return change(by, ClockWords.wrong(rule, known), () -> {
            store.end(rule.hop(), rule.productClass(), rule.grade(), clock.instant());
            store.add(ids.next(), rule, by.login(), clock.instant());
            trail.note(Act.EDIT_CLOCKS.name(), rule.hop() + " " + rule.productClass(), rule.grade() + rule.hours());
        });
    }

    private Optional<Refusal> change(Sender by, Optional<Refusal> wrong, Runnable work) {
        policy.require(by, Act.EDIT_CLOCKS);
        if (wrong.isEmpty()) {
            wall.run(Scope.of(by), work);
            workClock.forget();
        }
        return wrong;
    }

    /** @param known whether the year's holidays are entered; where not, weekends only are free */
    public record Shown(
            int year, boolean known, List<SpecialDay> days, List<WorkCalendar.Shift> hours, List<TimeRule> rules) {}
}
