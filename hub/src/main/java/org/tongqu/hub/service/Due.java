package org.tongqu.hub.service;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 保养到期: the day a machine is to be looked after before it fails, whichever of months and hours comes first.
 *
 * @param why MONTHS or HOURS
 */
record Due(LocalDate on, String why) {
    /** What is further away than this is not foreseen from a rate of hours. */
    private static final BigDecimal FURTHEST = new BigDecimal(3650);

    static Optional<Due> of(Basis basis) {
        return Stream.of(byMonths(basis), byHours(basis))
                .flatMap(Optional::stream)
                .min(Comparator.comparing(Due::on));
    }

    private static Optional<Due> byMonths(Basis basis) {
        Integer months = basis.planMonths();
        LocalDate since = basis.since();
        return months == null || since == null
                ? Optional.empty()
                : Optional.of(new Due(since.plusMonths(months), "MONTHS"));
    }

    /** Past the mark it is due on the day that was read; before it, when the machine will be there at the pace of its last readings. */
    private static Optional<Due> byHours(Basis basis) {
        BigDecimal every = basis.planHours();
        BigDecimal hours = basis.hours();
        LocalDate read = basis.read();
        if (every == null || hours == null || read == null) {
            return Optional.empty();
        }
        BigDecimal done = basis.doneHours();
        BigDecimal left = (done == null ? BigDecimal.ZERO : done).add(every).subtract(hours);
        if (left.signum() <= 0) {
            return Optional.of(new Due(read, "HOURS"));
        }
        BigDecimal pace = basis.hoursADay();
        if (pace == null || pace.signum() <= 0) {
            return Optional.empty();
        }
        BigDecimal days = left.divide(pace, 0, RoundingMode.CEILING).min(FURTHEST);
        return Optional.of(new Due(read.plusDays(days.longValueExact()), "HOURS"));
    }

    /**
     * What it is reckoned from.
     *
     * @param since the last maintenance, else the commissioning, else the installing
     * @param doneHours hours at the last maintenance
     * @param read the day the hours were read
     */
    record Basis(
            @Nullable Integer planMonths,
            @Nullable BigDecimal planHours,
            @Nullable LocalDate since,
            @Nullable BigDecimal doneHours,
            @Nullable BigDecimal hours,
            @Nullable LocalDate read,
            @Nullable BigDecimal hoursADay) {}
}
