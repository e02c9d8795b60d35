package org.tongqu.hub.sales;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** News of an order, told in the transaction that makes it true; revisions that change nothing are not told. */
public sealed interface OrderNews {
    String orderId();

    String factory();

    String orderNo();

    /** The demand the order answers, as its newest revision says. */
    @Nullable
    String demandId();

    String messageId();

    record Taken(
            String orderId,
            String factory,
            String orderNo,
            @Nullable String demandId,
            @Nullable String needId,
            String sourceRecordId,
            String messageId,
            Instant at)
            implements OrderNews {}

    /** All ordered quantities have left the factory. */
    record Shipped(
            String orderId,
            String factory,
            String orderNo,
            @Nullable String demandId,
            String messageId,
            Instant at) implements OrderNews {}

    /** Payments have reached the order's total. */
    record PaidUp(
            String orderId,
            String factory,
            String orderNo,
            @Nullable String demandId,
            String messageId,
            Instant at) implements OrderNews {}
}
