package org.tongqu.hub.console.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongqu.hub.demand.DemandPages;
import org.tongqu.hub.sales.SalesPages;
import org.tongqu.hub.sales.SalesPages.OrderLine;
import org.tongqu.hub.sales.SalesPages.Revision;

/**
 * 一张订单: how far it is, what was ordered and left, what each revision changed, and the messages that told it.
 *
 * @param demand which it answers, where the reader may see it
 */
record OrderStory(
        SalesPages.Order order,
        OrderWait waiting,
        OrderRoad road,
        DemandPages.@Nullable Demand demand,
        List<Line> lines,
        List<Change> changes,
        List<Told> told,
        BigDecimal total,
        BigDecimal paid,
        int paidShare) {

    static OrderStory of(
            SalesPages.OrderPast past, DemandPages.@Nullable Demand demand, Set<String> visible, Say say, Names names) {
        SalesPages.Order order = past.order();
        OrderWait waiting = OrderWait.of(order, demand, say, names);
        return new OrderStory(
                order,
                waiting,
                OrderRoad.of(order, waiting, say),
                demand,
                order.lines().stream().map(line -> Line.of(line, order)).toList(),
                changes(past.revisions(), visible, say, names),
                past.facts().reversed().stream()
                        .map(fact -> new Told(fact, visible.contains(fact.messageId()), say))
                        .toList(),
                OrderWait.total(order),
                OrderWait.paid(order),
                OrderWait.paidShare(order));
    }

    private static List<Change> changes(List<Revision> revisions, Set<String> visible, Say say, Names names) {
        List<Change> changes = new ArrayList<>();
        for (int n = 0; n < revisions.size(); n++) {
            Revision now = revisions.get(n);
            List<String> says = n + 1 == revisions.size()
                    ? List.of(say.word("order.revision.first"))
                    : OrderChanges.between(revisions.get(n + 1), now, say, names);
            changes.add(new Change(now, says, visible.contains(now.messageId())));
        }
        return changes;
    }

    /**
     * An ordered line with what has left of it.
     *
     * @param share shipped, 0 to 100
     */
    record Line(OrderLine line, BigDecimal qty, BigDecimal shipped, BigDecimal price, BigDecimal sum, int share) {
        static Line of(OrderLine line, SalesPages.Order order) {
            BigDecimal qty = new BigDecimal(line.qty());
            BigDecimal price = new BigDecimal(line.unitPrice());
            BigDecimal shipped = order.shipments().stream()
                    .flatMap(shipment -> shipment.lines().stream())
                    .filter(each -> each.lineNo().equals(line.lineNo()))
                    .map(each -> new BigDecimal(each.qty()))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            return new Line(line, qty, shipped, price, qty.multiply(price), share(shipped, qty));
        }

        private static int share(BigDecimal shipped, BigDecimal qty) {
            if (qty.signum() <= 0) {
                return 0;
            }
            BigDecimal hundredths = shipped.multiply(BigDecimal.valueOf(100));
            return Math.clamp(hundredths.divideToIntegralValue(qty).longValue(), 0, 100);
        }
    }

    /** @param readable whether the reader may open the message */
    record Change(Revision revision, List<String> says, boolean readable) {}

    /** A fact in words, newest first. */
    record Told(SalesPages.Fact fact, String says, boolean readable) {
        Told(SalesPages.Fact fact, boolean readable, Say say) {
            this(fact, says(fact, say), readable);
        }

        private static String says(SalesPages.Fact fact, Say say) {
            return switch (fact.kind()) {
                case "MILESTONE" -> say.word("order.stage." + fact.name());
                case "SHIPMENT" -> say.word("order.told.shipment", fact.name());
                default -> say.word("order.told.payment", fact.name());
            };
        }
    }

    /** Payments as shown beside their number. */
    public String payment(SalesPages.Fact fact, Say say) {
        Map<String, SalesPages.Payment> byNumber =
                order.payments().stream().collect(Collectors.toMap(SalesPages.Payment::paymentNo, Function.identity()));
        SalesPages.Payment payment = fact.kind().equals("PAYMENT") ? byNumber.get(fact.name()) : null;
        return payment == null ? "" : say.money(new BigDecimal(payment.amount()), payment.currency());
    }

    public @Nullable String needId() {
        return demand == null ? order.needId() : Objects.requireNonNull(demand).needId();
    }
}
