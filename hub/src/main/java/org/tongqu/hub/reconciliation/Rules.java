package org.tongqu.hub.reconciliation;

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
 */
public record Rules(
        int version,
        BigDecimal toleranceUnits,
        BigDecimal tolerancePercent,
        int lagDays,
        int graceDays,
        String by,
        String why,
        OffsetDateTime since) {
    private static final int HUNDREDTHS = 2;

    boolean tolerates(BigDecimal apart, @Nullable BigDecimal one, @Nullable BigDecimal other) {
        BigDecimal larger = Cell.figure(one).abs().max(Cell.figure(other).abs());
        BigDecimal share = larger.multiply(tolerancePercent).movePointLeft(HUNDREDTHS);
        return apart.abs().compareTo(toleranceUnits.max(share)) <= 0;
    }

    /** The last day on which figures of a month may still come in. */
    LocalDate due(LocalDate month) {
        return month.plusMonths(1).minusDays(1).plusDays(graceDays);
    }
}
