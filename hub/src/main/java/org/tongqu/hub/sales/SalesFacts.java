package org.tongqu.hub.sales;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What agents reported and factories shipped through them, as it stands now, for rooms that hold one against the other. */
@Component
public final class SalesFacts {
    private final SalesFactsStore store;

    SalesFacts(SalesFactsStore store) {
        this.store = store;
    }

    /** Those of these lines that speak. */
    public List<Sold> sold(Collection<String> lineIds) {
        return store.sold(lineIds);
    }

    /** What left the factory of orders that came through an agent; where a factory tells no shipments, the whole order on the day it said so. */
    public List<Shipped> shipped(Collection<String> orderIds) {
        return store.shipped(orderIds);
    }

    /** How many orders rest on these source records. */
    public int orders(Collection<String> sourceRecordIds) {
        return store.orders(sourceRecordIds);
    }

    /** What was ordered in yuan from one day until before another, by source record; records without an order then are missing. */
    public Map<String, BigDecimal> ordered(Collection<String> sourceRecordIds, LocalDate from, LocalDate until) {
        return store.ordered(sourceRecordIds, from, until);
    }

    /** Who ordered since a day, and what classes; only of the latest orders. */
    public List<Bought> bought(LocalDate since, int most) {
        return store.bought(since, most);
    }

    /**
     * What one source record ordered.
     *
     * @param first the first day of it
     */
    public record Bought(String sourceRecordId, LocalDate first, List<String> classes) {}

    /**
     * One line of an agent.
     *
     * @param code as the agent wrote it; one of code, model and product is there
     * @param unit of the quantity, where the file has a column for it; else empty
     * @param reference the contract, else the report it stands in; empty where it has neither
     */
    public record Sold(
            String lineId,
            String agent,
            String sourceRecordId,
            @Nullable String code,
            @Nullable String model,
            @Nullable String product,
            String unit,
            BigDecimal qty,
            LocalDate soldOn,
            String messageId,
            long rowNo,
            String reference,
            OffsetDateTime receivedAt) {}

    /** Units of one order line that left the factory; a return is less than nothing. */
    public record Shipped(
            String orderId,
            String part,
            String agent,
            String sourceRecordId,
            String code,
            @Nullable String model,
            BigDecimal qty,
            OffsetDateTime shippedAt,
            String messageId,
            String reference,
            OffsetDateTime receivedAt) {}
}
