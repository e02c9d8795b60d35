package org.tongqu.demo.group;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tongqu.demo.line.Words.Line;
import org.tongqu.demo.line.Words.Milestone;
import org.tongqu.demo.line.Words.Money;
import org.tongqu.demo.line.Words.Order;
import org.tongqu.demo.line.Words.Payment;
import org.tongqu.demo.line.Words.Shipment;
import org.tongqu.demo.line.Words.ShippedLine;
import org.tongqu.demo.trade.BeijingTime;
import org.tongqu.demo.trade.Firm;
import org.tongqu.demo.trade.Luck;
import org.tongqu.demo.trade.Product;

/** 执行过程: all that becomes of one order and when, from the day it was signed; one in six is late, one in eight is never paid to the end. */
record OrderHistory(String orderNo, Firm firm, List<Line> lines, LocalDate signed) {
    /** One thing that happens to an order; the words bear the planned day. */
    record Fact(
            LocalDate on,
            @Nullable Milestone milestone,
            @Nullable Shipment shipment,
            @Nullable Payment payment) {}

    /** Of all facts those of one sort. */
    static <T> List<T> present(List<Fact> facts, Function<Fact, @Nullable T> sort) {
        List<T> found = new ArrayList<>();
        for (Fact fact : facts) {
            T one = sort.apply(fact);
            if (one != null) {
                found.add(one);
            }
        }
        return found;
    }

    String day(int after) {
        return BeijingTime.written(BeijingTime.on(signed.plusDays(after), 10, 0));
    }

    List<Fact> facts() {
        Luck luck = Luck.of("course of " + orderNo);
        int lead = lines.stream()
                .map(line -> Product.named(line.productCode()).leadTimeDays())
                .max(Integer::compare)
                .orElse(60);
        int made = lead + (luck.falls(0.16) ? luck.between(12, 45) : luck.between(-6, 4));
        List<Fact> facts = new ArrayList<>();
        facts.add(milestone("ACCEPTED", 1));
        facts.add(payment("S1", deposit(), luck.between(3, 12)));
        facts.add(milestone("SCHEDULED", 9));
        facts.add(milestone("MADE", made));
        facts.add(milestone("SHIPPED", made + 4));
        facts.add(shipment(made + 4));
        facts.add(payment("S2", beforeShipping(), made + 3));
        facts.add(milestone("INSTALLED", made + 25));
        facts.add(milestone("CUSTOMER_ACCEPTED", made + 38));
        if (!luck.falls(0.12)) {
            facts.add(payment(
                    "S3", total().subtract(deposit()).subtract(beforeShipping()), made + luck.between(45, 150)));
        }
        return facts;
    }

    /** The fact as it is told while the demo runs. */
    Order later(Fact fact, OffsetDateTime now) {
        String at = BeijingTime.written(now);
        return Order.later(
                orderNo,
                fact.milestone() == null
                        ? null
                        : List.of(new Milestone(fact.milestone().kind(), at)),
                fact.shipment() == null
                        ? null
                        : List.of(new Shipment(
                                fact.shipment().shipmentNo(),
                                at,
                                fact.shipment().lines())),
                fact.payment() == null
                        ? null
                        : List.of(new Payment(
                                fact.payment().paymentNo(), fact.payment().amount(), at)));
    }

    private Fact milestone(String kind, int after) {
        return new Fact(signed.plusDays(after), new Milestone(kind, day(after)), null, null);
    }

    private Fact shipment(int after) {
        List<ShippedLine> goods = lines.stream()
                .map(line -> new ShippedLine(line.lineNo(), line.qty(), serial(line)))
                .toList();
        return new Fact(signed.plusDays(after), null, new Shipment(orderNo + "-F1", day(after), goods), null);
    }

    private @Nullable String serial(Line line) {
        return line.qty().equals("1") ? line.model() + "-" + orderNo.substring(orderNo.length() - 4) : null;
    }

    private Fact payment(String number, BigDecimal amount, int after) {
        Payment payment = new Payment(orderNo + "-" + number, Money.yuan(amount), day(after));
        return new Fact(signed.plusDays(after), null, null, payment);
    }

    private BigDecimal deposit() {
        return share("0.30");
    }

    private BigDecimal beforeShipping() {
        return share("0.60");
    }

    private BigDecimal share(String part) {
        return total().multiply(new BigDecimal(part)).setScale(2, RoundingMode.HALF_UP);
    }

    private BigDecimal total() {
        return lines.stream()
                .map(line -> new BigDecimal(line.qty()).multiply(new BigDecimal(line.unitPrice())))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(2, RoundingMode.HALF_UP);
    }
}
