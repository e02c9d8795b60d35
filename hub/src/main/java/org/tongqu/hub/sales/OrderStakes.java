package org.tongqu.hub.sales;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tongqu.hub.customers.Stakes;

/** What was ordered, in the newest revision of each order; other currencies than yuan are left out. */
@Component
class OrderStakes implements Stakes {
    private final StakesStore store;

    OrderStakes(StakesStore store) {
        this.store = store;
    }

    @Override
    public Map<String, BigDecimal> of(Collection<String> sourceRecordIds) {
        return store.ordered(sourceRecordIds);
    }
}
