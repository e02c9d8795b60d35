package org.tongqu.hub.keeping;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongqu.hub.customers.Portfolios;
import org.tongqu.hub.platform.Columns;

/**
 * One kept customer beside its cadence.
 *
 * @param rule the shortest that fits; absent where none does, and then it is never due
 * @param visits days on which anybody was there, the first day first
 * @param planned the nearest day somebody means to go
 */
record Standing(
        Portfolios.Head customer,
        KeeperStore.Kept keeper,
        CadenceRules.@Nullable Rule rule,
        List<LocalDate> visits,
        @Nullable LocalDate planned) {

    /** The branch its keeper works for, or the customer's own region. */
    @Nullable
    String branch() {
        return keeper.branch() == null ? customer.region() : keeper.branch();
    }

    @Nullable
    LocalDate lastVisit() {
        return visits.isEmpty() ? null : visits.getLast();
    }

    /** The day it is to be visited by, counted from the last visit, or from the day it got its keeper where there was none. */
    Optional<LocalDate> due() {
        return due(visits.isEmpty() ? day(keeper.since()) : visits.getLast());
    }

    private Optional<LocalDate> due(LocalDate from) {
        return Optional.ofNullable(rule).map(each -> from.plusDays(each.days()));
    }

    boolean overdue(LocalDate today) {
        return due().filter(day -> day.isBefore(today)).isPresent();
    }

    /** Whether it was due by the end of that month, told by what had been visited before it began. */
    boolean due(YearMonth month) {
        return before(month)
                .flatMap(this::due)
                .filter(day -> !day.isAfter(month.atEndOfMonth()))
                .isPresent();
    }

    /** The last day before a month that counts; none for customers the house did not have yet. */
    private Optional<LocalDate> before(YearMonth month) {
        Optional<LocalDate> last = visits.reversed().stream()
                .filter(day -> day.isBefore(month.atDay(1)))
                .findFirst();
        boolean neverSeen = visits.isEmpty() && day(keeper.since()).isBefore(month.atDay(1));
        return last.isPresent() || !neverSeen ? last : Optional.of(day(keeper.since()));
    }

    boolean visited(YearMonth month) {
        return visits.stream().anyMatch(day -> YearMonth.from(day).equals(month));
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, Columns.HOUSE_ZONE);
    }
}
