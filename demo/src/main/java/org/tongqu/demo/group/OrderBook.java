package org.tongqu.demo.group;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongqu.demo.group.OrderHistory.Fact;
import org.tongqu.demo.line.Words.Customer;
import org.tongqu.demo.line.Words.Line;
import org.tongqu.demo.line.Words.Milestone;
import org.tongqu.demo.line.Words.Order;
import org.tongqu.demo.trade.Agent;
import org.tongqu.demo.trade.BeijingTime;
import org.tongqu.demo.trade.Firm;
import org.tongqu.demo.trade.Luck;
import org.tongqu.demo.trade.Product;
import org.tongqu.demo.trade.Request;
import org.tongqu.demo.trade.Zones;

/** 订单: what the six factories sold before the hub was there, each order with all that has become of it since, and what they sell by the day. */
final class OrderBook {
    private static final Customer ABROAD = new Customer("PT Karya Uap Nusantara", null, null, "Surabaya", null, null);
    private static final int TRIES_TO_FIND_A_BUYER = 6;
    private final LocalDate founded;
    private final Size size;
    private final Seasons seasons;

    OrderBook(LocalDate founded, Size size) {
        this.founded = founded;
        this.size = size;
        this.seasons = new Seasons(founded.minusDays(1), size.months());
    }

    /** In the order a factory says them: of an order that was changed first what it was, then what it is. */
    List<Order> of(String factory) {
        return IntStream.rangeClosed(1, size.orders())
                .boxed()
                .flatMap(place -> said(factory, place))
                .toList();
    }

    /** What was still to come on the day the demo was founded, what is due first before all. */
    List<Order> toCome(String factory, OffsetDateTime now) {
        record Due(LocalDate on, Order said) {}
        return IntStream.rangeClosed(1, size.orders())
                .boxed()
                .flatMap(place -> {
                    OrderHistory history = history(factory, place);
                    return history.facts().stream()
                            .filter(fact -> !fact.on().isBefore(founded))
                            .map(fact -> new Due(fact.on(), history.later(fact, now)));
                })
                .sorted((one, other) -> one.on().compareTo(other.on()))
                .map(Due::said)
                .toList();
    }

    /** An order of today. */
    Order live(String factory, int number, OffsetDateTime now) {
        String orderNo = "HT-%s-D%05d".formatted(shortly(factory), number);
        Luck luck = Luck.of(orderNo);
        Firm firm = buyer(factory, luck);
        String at = BeijingTime.written(now);
        return new Order(
                orderNo,
                null,
                at,
                Zones.of(factory, firm.province()),
                firm.asOrdered(),
                agentOf(factory, firm, luck),
                null,
                null,
                "CNY",
                lines(factory, firm, luck),
                List.of(new Milestone("ACCEPTED", at)),
                null,
                null);
    }

    private Stream<Order> said(String factory, int place) {
        Order now = order(factory, place);
        Luck luck = Luck.of("change " + now.orderNo());
        return luck.falls(0.08) ? Stream.of(before(now, luck), revised(now)) : Stream.of(now);
    }

    private Order order(String factory, int place) {
        OrderHistory history = history(factory, place);
        List<Fact> facts = history.facts().stream()
                .filter(fact -> fact.on().isBefore(founded))
                .toList();
        Luck luck = Luck.of("head " + history.orderNo());
        boolean export = isExport(factory, place);
        Firm firm = history.firm();
        return new Order(
                history.orderNo(),
                null,
                history.day(0),
                Zones.of(factory, export ? null : firm.province()),
                export ? ABROAD : firm.asOrdered(),
                export ? null : agentOf(factory, firm, luck),
                null,
                null,
                "CNY",
                history.lines(),
                OrderHistory.present(facts, Fact::milestone),
                OrderHistory.present(facts, Fact::shipment),
                OrderHistory.present(facts, Fact::payment));
    }

    private boolean isExport(String factory, int place) {
        return factory.equals("factory-boiler") && place % 7 == 0;
    }

    /** The boilers' customer abroad lies in no region. */
    private OrderHistory history(String factory, int place) {
        String orderNo = "HT-%s-L%04d".formatted(shortly(factory), place);
        Luck luck = Luck.of(orderNo);
        LocalDate on = seasons.day((place - luck.between(2, 8) / 10.0) / size.orders());
        Firm firm = buyer(factory, luck);
        return new OrderHistory(orderNo, firm, lines(factory, firm, luck), on);
    }

    private static String shortly(String factory) {
        return factory.replaceFirst("^factory-", "").toUpperCase(Locale.ROOT);
    }

    /** Every other one is a key account; most buy what firms of their trade need. */
    private Firm buyer(String factory, Luck luck) {
        List<Firm> firms =
                luck.falls(0.5) ? Firm.regulars(luck.oneOf(Branch.ALL).region(), size.regulars()) : Firm.all();
        return Stream.generate(() -> luck.oneOf(firms))
                .limit(TRIES_TO_FIND_A_BUYER)
                .filter(firm -> !wanted(factory, firm).isEmpty())
                .findFirst()
                .orElseGet(() -> luck.oneOf(firms));
    }

    private static List<Product> wanted(String factory, Firm firm) {
        return Request.productsFor(firm).stream()
                .filter(product -> product.factory().equals(factory))
                .toList();
    }

    private static List<Line> lines(String factory, Firm firm, Luck luck) {
        List<Product> wanted = wanted(factory, firm);
        List<Product> range = wanted.isEmpty() ? Product.madeBy(factory) : wanted;
        int first = luck.between(0, range.size() - 1);
        int count = Math.min(range.size(), luck.falls(0.35) ? 2 : 1);
        List<Line> lines = new ArrayList<>();
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
        String quantity = String.valueOf(product.usualQuantity(luck));
        return new Line(
                String.valueOf(lineNo), product.code(), product.productClass(), product.code(), quantity, price);
    }

    /** The second machine works and the press works sell through agents first. */
    private static @Nullable String agentOf(String factory, Firm firm, Luck luck) {
        boolean agentsFirst = factory.equals("factory-mt2") || factory.equals("factory-printing");
        return luck.falls(agentsFirst ? 0.7 : 0.1) ? Agent.covering(firm).code() : null;
    }

    /** What was signed first: one more of everything. */
    private static Order before(Order now, Luck luck) {
        List<Line> more = Optional.ofNullable(now.lines()).orElse(List.of()).stream()
                .map(line -> new Line(
                        line.lineNo(),
                        line.productCode(),
                        line.productClass(),
                        line.model(),
                        String.valueOf(Integer.parseInt(line.qty()) + luck.between(1, 2)),
                        line.unitPrice()))
                .toList();
        return with(now, 1, more, false);
    }

    private static Order revised(Order now) {
        return with(now, 2, Optional.ofNullable(now.lines()).orElse(List.of()), true);
    }

    private static Order with(Order order, int revision, List<Line> lines, boolean facts) {
        return new Order(
                order.orderNo(),
                revision,
                order.orderedAt(),
                order.zone(),
                order.customer(),
                order.agent(),
                null,
                null,
                order.currency(),
                lines,
                facts ? order.milestones() : null,
                facts ? order.shipments() : null,
                facts ? order.payments() : null);
    }
}
