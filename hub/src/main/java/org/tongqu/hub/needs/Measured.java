package org.tongqu.hub.needs;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What rules look at in a need, as it stood when it was raised.
 *
 * @param classes how many product classes of the top
 * @param budget in yuan; absent where none was said or in another currency
 * @param daysLeft from the visit to the day it is required by
 * @param faults of the machine that had most, by the visit
 * @param words all that was told, for rules that look for words
 * @param ordersBefore of the customer
 * @param classOrdersBefore of the class ordered least, by anybody
 */
record Measured(
        int classes,
        boolean noProductCode,
        @Nullable BigDecimal budget,
        @Nullable Integer daysLeft,
        int faults,
        String words,
        @Nullable Integer ordersBefore,
        @Nullable Integer classOrdersBefore) {}
