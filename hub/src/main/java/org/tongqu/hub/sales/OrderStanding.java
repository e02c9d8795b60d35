package org.tongqu.hub.sales;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How an order stands by its newest revision and all facts told so far.
 *
 * @param paid in the order's currency; payments in another one do not count
 * @param saidShipped a milestone says so, or one that implies it
 * @param quantitiesShipped every ordered quantity has left the factory
 */
record OrderStanding(
        String orderId,
        int revision,
        @Nullable String demandId,
        @Nullable String needId,
        String sourceRecordId,
        BigDecimal total,
        BigDecimal paid,
        boolean saidShipped,
        boolean quantitiesShipped) {

    boolean isShipped() {
        return saidShipped || quantitiesShipped;
    }

    /** A free order is paid up from the start; an order of returns alone has nothing to reach. */
    boolean isPaidUp() {
        return total.signum() >= 0 && paid.compareTo(total) >= 0;
    }
}
