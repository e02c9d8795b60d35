package org.tongqu.connectors.canon;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 订单: what a factory tells of one of its own orders; the factory is the credential's, never a field.
 * A report with {@link #head} states or replaces the order at that revision; one without carries later facts only.
 */
public record OrderReport(
        String orderNo,
        @Nullable Head head,
        List<Milestone> milestones,
        List<Shipment> shipments,
        List<Payment> payments) {
    public OrderReport {
        requireNonNull(orderNo, "orderNo");
        milestones = List.copyOf(milestones);
        shipments = List.copyOf(shipments);
        payments = List.copyOf(payments);
    }

    /**
     * The order itself at one revision; a higher revision replaces, a lower one is kept and changes nothing.
     *
     * @param revision 1 and up; 1 where the sender gave none
     * @param zone the factory's own cut of the country
     * @param agent code of the agent the order came through
     */
    public record Head(
            int revision,
            OffsetDateTime orderedAt,
            @Nullable String zone,
            CustomerSaid customer,
            @Nullable String agent,
            @Nullable String needId,
            @Nullable String demandId,
            String currency,
            List<Line> lines) {
        public Head {
            requireNonNull(orderedAt, "orderedAt");
            requireNonNull(customer, "customer");
            requireNonNull(currency, "currency");
            lines = List.copyOf(lines);
        }
    }

    /** One order line; a return has a negative quantity. */
    public record Line(
            String lineNo,
            String productCode,
            @Nullable String productClass,
            @Nullable String model,
            BigDecimal qty,
            BigDecimal unitPrice) {}

    /** A step the order has reached. */
    public record Milestone(MilestoneKind kind, OffsetDateTime at) {}

    /** The six steps in the order they are meant to be reached. */
    public enum MilestoneKind {
        ACCEPTED,
        SCHEDULED,
        MADE,
        SHIPPED,
        INSTALLED,
        CUSTOMER_ACCEPTED
    }

    /** Goods that left the factory; {@code shipmentNo} is unique in its order. */
    public record Shipment(String shipmentNo, OffsetDateTime shippedAt, List<ShippedLine> lines) {
        public Shipment {
            lines = List.copyOf(lines);
        }
    }

    public record ShippedLine(
            String lineNo, BigDecimal qty, @Nullable String serial) {}

    /** 回款: money the factory received; {@code paymentNo} is unique in its factory; a fact, never an instruction to post. */
    public record Payment(String paymentNo, Money amount, OffsetDateTime receivedAt) {}
}
