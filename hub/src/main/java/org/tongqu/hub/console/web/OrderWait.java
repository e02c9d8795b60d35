package org.tongqu.hub.console.web;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tongqu.hub.demand.DemandPages;
import org.tongqu.hub.sales.SalesPages;

/**
 * 在等谁: whom an order waits for, since when, and until when the goods were promised.
 *
 * @param due from the order to the lead time its quote promised; absent where nothing was promised or the goods have left
 * @param waited since the last that was told; empty where nobody has to move
 */
record OrderWait(String says, String waited, @Nullable Due due, String style) {
    private static final List<String> BEFORE_THE_ROAD = List.of("ORDERED", "ACCEPTED", "SCHEDULED", "MADE");

    static OrderWait of(SalesPages.Order order, DemandPages.@Nullable Demand demand, Say say, Names names) {
        return switch (order.stage()) {
            case "UNSAID" -> new OrderWait(say.word("order.wait.UNSAID"), "", null, "soon");
            case "PAID" -> new OrderWait(say.word("order.wait.PAID"), "", null, "ended");
            default -> BEFORE_THE_ROAD.contains(order.stage()) ? goods(order, demand, say, names) : money(order, say);
        };
    }

    private static OrderWait goods(SalesPages.Order order, DemandPages.@Nullable Demand demand, Say say, Names names) {
        Due due = due(order, demand, say);
        String says = say.word("order.wait.goods", names.partner(order.factory()));
        return new OrderWait(
                says, since(order, say), due, due == null ? "calm" : due.mood().style());
    }

    private static @Nullable Due due(SalesPages.Order order, DemandPages.@Nullable Demand demand, Say say) {
        OffsetDateTime ordered = order.orderedAt();
        if (ordered == null || demand == null || demand.quote() == null) {
            return null;
        }
        OffsetDateTime promised = ordered.plusDays(demand.quote().leadTimeDays());
        return Due.of(ordered.toInstant(), promised.toInstant(), say.now());
    }

    private static OrderWait money(SalesPages.Order order, Say say) {
        String left = say.money(total(order).subtract(paid(order)), order.currency());
        return new OrderWait(say.word("order.wait.money", left), since(order, say), null, "calm");
    }

    /** How long nothing new has been told. */
    private static String since(SalesPages.Order order, Say say) {
        OffsetDateTime last = order.milestones().isEmpty()
                ? order.orderedAt()
                : order.milestones().getLast().at();
        OffsetDateTime shipped =
                order.shipments().isEmpty() ? last : order.shipments().getLast().shippedAt();
        return say.since(last == null || (shipped != null && shipped.isAfter(last)) ? shipped : last);
    }

    static BigDecimal total(SalesPages.Order order) {
        return new BigDecimal(Objects.requireNonNullElse(order.total(), "0"));
    }

    static BigDecimal paid(SalesPages.Order order) {
        return new BigDecimal(Objects.requireNonNullElse(order.paid(), "0"));
    }

    /** 0 to 100; over-payment fills the bar and no more. */
    static int paidShare(SalesPages.Order order) {
        BigDecimal total = total(order);
        if (total.signum() <= 0) {
            return paid(order).signum() > 0 ? 100 : 0;
        }
        return Math.clamp(
                paid(order)
                        .multiply(BigDecimal.valueOf(100))
                        .divideToIntegralValue(total)
                        .longValue(),
                0,
                100);
    }
}
