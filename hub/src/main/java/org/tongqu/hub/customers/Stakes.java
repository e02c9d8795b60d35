package org.tongqu.hub.customers;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;

/** What customers are worth to the group; a room above knows, and says so through this. */
public interface Stakes {

    /** What has been ordered by each of these, in yuan; who has ordered nothing is missing. */
    Map<String, BigDecimal> of(Collection<String> customerIds);
}
