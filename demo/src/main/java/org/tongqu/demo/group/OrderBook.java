package org.tongqu.demo.group;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tongqu.demo.line.Words.Customer;
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
import org.tongqu.demo.trade.Zones;

/** 历史订单: what the six factories sold before the hub was there, each order with all that has become of it since. */
final class OrderBook {
    /** Orders a factory brings along. */
    static final int PER_FACTORY = 7;

    private static final Customer ABROAD = new Customer("PT Karya Uap Nusantara", null, null, "Surabaya", null, null);

    private final LocalDate founded;

    OrderBook(LocalDate founded) {
        this.founded = founded;
    }

    List<Order> of(String factory) {
        List<Order> orders = new ArrayList<>();
        for (int place = 1; place <= PER_FACTORY; place++) {
            orders.add(order(factory, place));
        }
        return orders;
    }

    private Order order(String factory, int place) {
        String orderNo =
                "HT-%s-L%04d".formatted(factory.replaceFirst("^factory-", "").toUpperCase(Locale.ROOT), place);
        Luck luck = Luck.of(orderNo);
        Firm firm = luck.oneOf(Firm.all());
        boolean export = factory.equals("factory-boiler") && place == PER_FACTORY;
        int daysAgo = 15 + (PER_FACTORY - place) * 45 + luck.between(0, 20);
        History history = new History(orderNo, lines(factory, luck), daysAgo);
        return new Order(
                orderNo,
                null,
                history.day(0),
                Zones.of(factory, export ? null : firm.province()),
                export ? ABROAD : firm.asOrdered(),
                export ? null : agentOf(factory, firm, luck),
                null,
                null,
                "CNY",
                history.lines,
                history.milestones(),
                history.shipments(),
                history.payments());
    }

    private static List<Line> lines(String factory, Luck luck) {
        List<Product> range = Product.madeBy(factory);
        List<Line> lines = new ArrayList<>();
        int first = luck.between(0, range.size() - 1);
        int count = luck.between(1, 2);
        for (int place = 0; place < count; place++) {
            lines.add(line(range.get((first + place) % range.size()), place + 1, luck));
        }
        return lines;
    }

    private static Line line(Product product, int lineNo, Luck luck) {
        String price = product.listPrice()
                .multiply(BigDecimal.valueOf(luck.between(93, 100)))
                .movePointLeft(2)
                .setScale(2, RoundingMode.HALF_UP)
                .toPlainString();
        String quantity = String.valueOf(luck.between(1, 4));
        return new Line(
                String.valueOf(lineNo), product.code(), product.productClass(), product.code(), quantity, price);
    }

    /** The second machine works and the press works sell through agents first. */
    private static @Nullable String agentOf(String factory, Firm firm, Luck luck) {
        boolean agentsFirst = factory.equals("factory-mt2") || factory.equals("factory-printing");
        return agentsFirst && luck.falls(0.7) ? Branch.of(firm.region()).agent() : null;
    }

    /** What has become of one order by the day the demo was founded. */
    private final class History {
        private final String orderNo;
        private final List<Line> lines;
        private final int age;

        History(String orderNo, List<Line> lines, int age) {
            this.orderNo = orderNo;
            this.lines = lines;
            this.age = age;
        }

        String day(int after) {
            return BeijingTime.written(BeijingTime.on(founded.minusDays(age).plusDays(after), 10, 0));
        }

        List<Milestone> milestones() {
            List<Milestone> reached = new ArrayList<>();
            reach(reached, "ACCEPTED", 1);
            reach(reached, "SCHEDULED", 5);
            reach(reached, "MADE", 60);
            reach(reached, "SHIPPED", 66);
            reach(reached, "INSTALLED", 95);
            reach(reached, "CUSTOMER_ACCEPTED", 110);
            return reached;
        }

        private void reach(List<Milestone> reached, String kind, int after) {
            if (after < age) {
                reached.add(new Milestone(kind, day(after)));
            }
        }

        List<Shipment> shipments() {
            List<ShippedLine> goods = lines.stream()
                    .map(line -> new ShippedLine(line.lineNo(), line.qty(), null))
                    .toList();
            return age > 66 ? List.of(new Shipment(orderNo + "-F1", day(66), goods)) : List.of();
        }

        List<Payment> payments() {
            BigDecimal total = lines.stream()
                    .map(line -> new BigDecimal(line.qty()).multiply(new BigDecimal(line.unitPrice())))
                    .reduce(BigDecimal.ZERO, BigDecimal::add)
                    .setScale(2, RoundingMode.HALF_UP);
            BigDecimal deposit = total.multiply(new BigDecimal("0.30")).setScale(2, RoundingMode.HALF_UP);
            List<Payment> received = new ArrayList<>();
            received.add(new Payment(orderNo + "-S1", Money.yuan(deposit), day(7)));
            if (age > 120) {
                received.add(new Payment(orderNo + "-S2", Money.yuan(total.subtract(deposit)), day(115)));
            }
            return received;
        }
    }
}
