package org.tongqu.hub.sales;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was shipped and what agents say they sold, as the channel counts it; within the scope at hand. */
@Component
public class ChannelFacts {
    private final ChannelFactsStore store;

    ChannelFacts(ChannelFactsStore store) {
        this.store = store;
    }

    /** Orders under these source records and machines with a number that left with them. */
    public Held held(Collection<String> sourceRecordIds) {
        return store.held(sourceRecordIds);
    }

    /** Goods that were shipped in orders of these agents, or in orders of which the customer is one of these records. */
    public List<Moved> shipped(Collection<String> agents, Collection<String> own) {
        return store.shipped(agents, own);
    }

    /** Goods that these agents say they sold, and goods that anybody says it sold to one of these records. */
    public List<Moved> reported(Collection<String> agents, Collection<String> own) {
        return store.reported(agents, own);
    }

    /** Machines with a number that left in orders of an agent, or in orders of which the customer is one of these records, newest first. */
    public List<Unit> units(String agent, Collection<String> own, int most) {
        return store.units(agent, own, most);
    }

    /**
     * How much of a product went one way, all in all; returns count against it.
     *
     * @param ownRecord the record it went to, where that was among those asked for
     * @param productCode absent where only a model or a name was said
     */
    public record Moved(
            @Nullable String agent,
            @Nullable String ownRecord,
            @Nullable String productCode,
            @Nullable String model,
            BigDecimal qty) {}

    /** @param sourceRecordId the order's customer */
    public record Unit(
            String machine,
            @Nullable String serial,
            String productCode,
            @Nullable String model,
            String orderId,
            String orderNo,
            OffsetDateTime shippedAt,
            String sourceRecordId,
            String customerName) {}

    /** How many orders, and machines by their serial numbers. */
    public record Held(long orders, long machines) {}
}
