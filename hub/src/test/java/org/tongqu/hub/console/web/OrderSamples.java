package org.tongqu.hub.console.web;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.demand.DemandPages;
import org.tongqu.hub.partners.Partners;
import org.tongqu.hub.platform.Slice;
import org.tongqu.hub.sales.SalesPages;

/** Invented orders: one late, one shipped and half paid, one done, one of which only facts have come. */
final class OrderSamples {
    private OrderSamples() {}

    static Samples.Sample list(Say say, Names names) {
        List<OrdersList.Row> rows = List.of(
                row(order("o-2", "QD-2602-17", "MADE", "0.00"), MadeUp.quoted().demand(), say, names),
                row(order("o-1", "MT1-251203-02", "SHIPPED", "760000.00"), null, say, names),
                row(order("o-3", "MT1-251101-07", "PAID", "1520000.00"), null, say, names),
                row(facts(), null, say, names));
        return sample("orders", new OrdersList(SOUGHT, null, null, FACTORIES, true, new Slice<>(rows, "0123")));
    }

    static Samples.Sample none() {
        return sample(
                "orders-none", new OrdersList(NOTHING, null, null, List.of(), false, new Slice<>(List.of(), null)));
    }

    static List<Samples.Sample> single(Say say, Names names) {
        return List.of(
                one("order", order("o-1", "MT1-251203-02", "SHIPPED", "760000.00"), null, say, names),
                one(
                        "order-late",
                        order("o-2", "QD-2602-17", "MADE", "0.00"),
                        MadeUp.quoted().demand(),
                        say,
                        names),
                one("order-facts", facts(), null, say, names));
    }

    private static final SalesPages.OrdersSought NOTHING = new SalesPages.OrdersSought(null, null, null, null);
    private static final SalesPages.OrdersSought SOUGHT = new SalesPages.OrdersSought("25", "factory-mt1", "NE", null);
    private static final List<Partners.Partner> FACTORIES = List.of(
            new Partners.Partner("factory-mt1", "FACTORY", "机床一厂", null, true),
            new Partners.Partner("factory-crane", "FACTORY", "起重机厂", null, true));

    private static Samples.Sample sample(String name, OrdersList list) {
        return new Samples.Sample(name, "console/orders", Sender.Role.DESK, "/orders", Map.of("list", list));
    }

    private static Samples.Sample one(
            String name, SalesPages.Order order, DemandPages.@Nullable Demand demand, Say say, Names names) {
        SalesPages.OrderPast past = new SalesPages.OrderPast(order, revisions(order), facts(order));
        OrderStory story = OrderStory.of(past, demand, Set.of("m-9"), say, names);
        return new Samples.Sample(
                name, "console/order", Sender.Role.DESK, "/orders/" + order.id(), Map.of("page", story));
    }

    private static OrdersList.Row row(
            SalesPages.Order order, DemandPages.@Nullable Demand demand, Say say, Names names) {
        return OrdersList.Row.of(order, OrderWait.of(order, demand, say, names));
    }

    private static List<SalesPages.Fact> facts(SalesPages.Order order) {
        return order.payments().stream()
                .map(payment -> new SalesPages.Fact("PAYMENT", payment.paymentNo(), payment.receivedAt(), "m-10"))
                .toList();
    }

    private static List<SalesPages.Revision> revisions(SalesPages.Order order) {
        return order.revision() == null
                ? List.of()
                : List.of(revision(2, "2", "1520000.00"), revision(1, "1", "760000.00"));
    }

    private static SalesPages.Revision revision(int no, String qty, String total) {
        return new SalesPages.Revision(
                no,
                OffsetDateTime.parse("2025-11-03T10:00:00+08:00"),
                "东北区",
                "沈阳第一机床厂",
                "agent-a001",
                "CNY",
                total,
                List.of(line(qty)),
                "m-9",
                OffsetDateTime.parse("2025-11-03T10:00:05+08:00"));
    }

    private static SalesPages.OrderLine line(String qty) {
        return new SalesPages.OrderLine("1", "CK6150", "MACHINE_TOOL", "CK6150/1500", qty, "760000.00");
    }

    static SalesPages.Order order(String id, String number, String stage, String paid) {
        boolean shipped = !stage.equals("MADE");
        return new SalesPages.Order(
                id,
                "factory-mt1",
                number,
                2,
                OffsetDateTime.parse("2025-11-03T10:00:00+08:00"),
                "东北区",
                "NE",
                List.of("ZONE_UNKNOWN"),
                "c-1",
                "沈阳第一机床厂",
                "agent-a001",
                null,
                null,
                "CNY",
                "1520000.00",
                paid,
                List.of(line("2")),
                List.of(
                        new SalesPages.Milestone("ACCEPTED", OffsetDateTime.parse("2025-11-04T10:00:00+08:00")),
                        new SalesPages.Milestone("MADE", MadeUp.at("01-15T10:00"))),
                shipped ? List.of(shipment()) : List.of(),
                List.of(new SalesPages.Payment("P-1", "760000.00", "CNY", MadeUp.at("02-27T15:06"))),
                "m-9",
                stage);
    }

    private static SalesPages.Shipment shipment() {
        return new SalesPages.Shipment(
                "S-1", MadeUp.at("01-22T14:20"), List.of(new SalesPages.ShippedLine("1", "1", "SN-1", "SN1")));
    }

    private static SalesPages.Order facts() {
        return new SalesPages.Order(
                "o-4",
                "factory-crane",
                "QD-2603-01",
                null,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                "UNSAID");
    }
}
