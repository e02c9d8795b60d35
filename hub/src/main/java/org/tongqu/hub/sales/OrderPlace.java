package org.tongqu.hub.sales;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whose branch an order belongs to, and what is odd about that.
 *
 * @param region NE N E CS SW NW or EXPORT; absent where neither province nor zone tells it, so that headquarters alone sees it
 * @param flags {@link #ZONE_CONTRADICTS_PROVINCE}, {@link #ZONE_UNKNOWN}
 */
record OrderPlace(@Nullable String region, List<String> flags) {
    static final String EXPORT = "EXPORT";

    /** The customer's province does not lie in the zone the factory wrote. */
    static final String ZONE_CONTRADICTS_PROVINCE = "ZONE_CONTRADICTS_PROVINCE";

    /** The factory's cut of that day has no such zone. */
    static final String ZONE_UNKNOWN = "ZONE_UNKNOWN";

    OrderPlace {
        flags = List.copyOf(flags);
    }

    boolean isExport() {
        return EXPORT.equals(region);
    }
}
