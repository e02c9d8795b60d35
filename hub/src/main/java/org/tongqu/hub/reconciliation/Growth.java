package org.tongqu.hub.reconciliation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 增长: an agent's last three months whose reports were due, against the same months a year before.
 *
 * @param from first day of the three months
 * @param until last day of them
 * @param told of the six months, those the agent reported
 * @param sold as the agent says
 * @param shipped through it, as factories say
 */
public record Growth(LocalDate from, LocalDate until, int told, Side sold, Side shipped) {
    static final int MONTHS = 3;

    /** What the agent says is compared only where it spoke of every month; what was shipped, only where the agent was there a year before. */
    static Growth of(LocalDate from, Sums sums) {
        LocalDate until = from.plusMonths(MONTHS).minusDays(1);
        LocalDate first = sums.first();
        boolean known = first != null && !first.isAfter(from.minusYears(1));
        return new Growth(
                from,
                until,
                sums.told(),
                Side.of(sums.sold(), sums.soldBefore(), sums.told() == 2 * MONTHS),
                Side.of(sums.shipped(), sums.shippedBefore(), known));
    }

    /**
     * Units of both years.
     *
     * @param value part by which it grew, less than nought where it shrank; absent where there is no base to compare with
     */
    public record Side(
            BigDecimal now, BigDecimal before, @Nullable Double value) {
        static Side of(BigDecimal now, BigDecimal before, boolean comparable) {
            boolean base = comparable && before.signum() > 0;
            return new Side(
                    now,
                    before,
                    base
                            ? now.subtract(before)
                                    .divide(before, MathContext.DECIMAL64)
                                    .doubleValue()
                            : null);
        }

        /** Hundredths with their sign, for people. */
        public String percent() {
            long hundredths = Math.round(100 * (value == null ? 0 : value));
            return hundredths > 0 ? "+" + hundredths : String.valueOf(hundredths);
        }
    }

    /** @param first month the agent is known from; absent where there is none */
    record Sums(
            int told,
            BigDecimal sold,
            BigDecimal soldBefore,
            BigDecimal shipped,
            BigDecimal shippedBefore,
            @Nullable LocalDate first) {
        static final Sums NONE = new Sums(0, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, null);
    }
}
