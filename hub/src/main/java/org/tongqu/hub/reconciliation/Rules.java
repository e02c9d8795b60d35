package org.tongqu.hub.reconciliation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * 对账规则: what is tolerated, in one version.
 *
 * @param toleranceUnits that two figures may lie apart
 * @param tolerancePercent of the larger one, 0 to 100; the wider of both tolerances counts
 * @param lagDays on either side of a month's end in which a shipment and a sale may fall into different months, 0 to 15
 * @param graceDays after a month's end until its figures are held against one another, 0 to 90
 * @param from first day of the first month that is compared; absent for all
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Rules(
        int version,
        BigDecimal toleranceUnits,
        BigDecimal tolerancePercent,
        int lagDays,
        int graceDays,
        @Nullable LocalDate from,
        String by,
        String why,
        OffsetDateTime since) {
    private static final int HUNDREDTHS = 2;

    /** Of months before the first one; later than any clock. */
    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    boolean tolerates(BigDecimal apart, @Nullable BigDecimal one, @Nullable BigDecimal other) {
        BigDecimal larger = Cell.figure(one).abs().max(Cell.figure(other).abs());
        BigDecimal share = larger.multiply(tolerancePercent).movePointLeft(HUNDREDTHS);
        return apart.abs().compareTo(toleranceUnits.max(share)) <= 0;
    }

    boolean compares(LocalDate month) {
        return !month.isBefore(firstMonth());
    }

    LocalDate firstMonth() {
        return from == null ? LocalDate.EPOCH : from;
    }

    /** The last day on which figures of a month may still come in. */
    LocalDate due(LocalDate month) {
        if (!compares(month)) {
            return NEVER;
        }
        return month.plusMonths(1).minusDays(1).plusDays(graceDays);
    }
}
