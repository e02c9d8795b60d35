package org.tongqu.demo.factory;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.tongqu.demo.line.Words.Asked;
import org.tongqu.demo.trade.BeijingTime;
import org.tongqu.demo.trade.Luck;

/**
 * 补录: a demand for goods that should long be ordered, as a hub asks that was opened after the visit; the factory looks up in its own books what
 * became of it and says all of that at once.
 */
record Backlog(OffsetDateTime ordered, int leadTimeDays, OffsetDateTime now) {
    private static final int NEWS_DAYS = 5;

    /** Absent for a demand of today: what is wanted can still be ordered in time. */
    static Optional<Backlog> of(Asked asked, OffsetDateTime now) {
        return Optional.ofNullable(asked.requiredBy())
                .map(by -> new Backlog(ordered(asked, LocalDate.parse(by)), lead(asked), now))
                .filter(backlog -> backlog.ordered.isBefore(now.minusDays(NEWS_DAYS)));
    }

    private static OffsetDateTime ordered(Asked asked, LocalDate requiredBy) {
        Luck luck = Luck.of("ordered " + asked.demandId());
        return BeijingTime.on(
                requiredBy.minusDays(lead(asked) + luck.between(10, 20)), luck.between(9, 16), luck.between(0, 59));
    }

    private static int lead(Asked asked) {
        return new Pricing(asked).leadTimeDays();
    }

    OffsetDateTime answered() {
        return ordered.minusDays(6);
    }

    /** When that step was taken; absent where it still lies ahead. */
    Optional<OffsetDateTime> taken(Step step) {
        return Optional.of(ordered.plusDays(daysAfter(step))).filter(at -> at.isBefore(now));
    }

    private int daysAfter(Step step) {
        return switch (step) {
            case ACKNOWLEDGEMENT, ANSWER, ORDER -> 0;
            case DEPOSIT -> 7;
            case SCHEDULED -> 9;
            case MADE -> leadTimeDays;
            case SHIPPED -> leadTimeDays + 3;
            case INSTALLED -> leadTimeDays + 24;
            case BALANCE -> leadTimeDays + 40;
            case CUSTOMER_ACCEPTED -> leadTimeDays + 50;
        };
    }
}
