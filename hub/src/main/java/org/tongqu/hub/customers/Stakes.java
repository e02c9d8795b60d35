package org.tongqu.hub.customers;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;

/** What customers are worth to the group; a room above knows, and says so through this. */
public interface Stakes {

    /** What was ordered under each of these source records, in yuan; those with no order are missing. */
    Map<String, BigDecimal> of(Collection<String> sourceRecordIds);
}
