package org.tongqu.hub.sales;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.customers.Customers;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Slice;
import org.tongqu.hub.platform.Wall;
import org.tongqu.hub.platform.Window;

/**
 * Orders and reported sales as shown: money is text with two decimals or more, quantities are text without idle zeros, and the customer is
 * today's, as far as the asker may know it.
 */
@Component
public final class SalesPages {
    /** How far an order is: what was told last of the goods, and PAID once they have left and all is paid; UNSAID while only facts have come. */
    public static final List<String> STAGES = List.of(
            "UNSAID", "ORDERED", "ACCEPTED", "SCHEDULED", "MADE", "SHIPPED", "INSTALLED", "CUSTOMER_ACCEPTED", "PAID");

    private final OrderPagesStore orders;
    private final OrderPastStore past;
    private final LinePagesStore lines;
    private final Customers customers;
    private final Wall wall;

    SalesPages(OrderPagesStore orders, OrderPastStore past, LinePagesStore lines, Customers customers, Wall wall) {
        this.orders = orders;
        this.past = past;
        this.lines = lines;
        this.customers = customers;
        this.wall = wall;
    }

    /** Orders by when the hub first heard of them, each as its highest revision says. */
    public Slice<Order> orders(Sender sender, OrdersAsked asked, Window window) {
        return wall.read(
                Scope.of(sender), () -> whole(orders.heads(asked, recordsOf(asked.customerId()), window), window));
    }

    /** Orders under the filters of the list, newest first. */
    public Slice<Order> orders(Sender sender, OrdersSought sought, Window window) {
        return wall.read(Scope.of(sender), () -> whole(orders.sought(sought, window), window));
    }

    /** Orders of a number, and those a machine of a serial number left with, newest first; of many numbers, those of any. */
    public List<Order> ordersCalled(Sender sender, List<String> numbers, Window window) {
        return wall.read(
                Scope.of(sender),
                () -> whole(orders.called(numbers, window), window).items());
    }

    /** Reported lines of a contract that speak, newest first. */
    public List<Line> linesCalled(Sender sender, List<String> contractNumbers, Window window) {
        return wall.read(Scope.of(sender), () -> {
            List<LinePagesStore.Row> rows = lines.called(contractNumbers, window);
            Map<String, String> customerByRecord = customersOf(
                    rows.stream().map(LinePagesStore.Row::sourceRecordId).toList());
            return rows.stream()
                    .map(row -> row.line(customerByRecord.get(row.sourceRecordId())))
                    .toList();
        });
    }

    /** One order with everything that was ever told of it. */
    public Optional<OrderPast> order(Sender sender, String id) {
        return wall.read(
                Scope.of(sender),
                () -> whole(orders.one(id), Window.first(1)).items().stream()
                        .findFirst()
                        .map(order -> new OrderPast(order, past.revisions(id), past.facts(id))));
    }

    private Slice<Order> whole(List<OrderPagesStore.Head> heads, Window window) {
        Slice<OrderPagesStore.Head> page = Slice.of(heads, window, OrderPagesStore.Head::id);
        OrderPagesStore.Parts parts =
                orders.parts(page.items().stream().map(OrderPagesStore.Head::id).toList());
        Map<String, String> customerByRecord = customersOf(page.items().stream()
                .map(OrderPagesStore.Head::sourceRecordId)
                .filter(Objects::nonNull)
                .toList());
        return page.map(head -> head.order(customerOf(head.sourceRecordId(), customerByRecord), parts));
    }

    /** Lines that speak; those superseded are kept and not shown. */
    public Slice<Line> lines(Sender sender, LinesAsked asked, Window window) {
        return wall.read(Scope.of(sender), () -> {
            List<LinePagesStore.Row> rows = lines.rows(asked, recordsOf(asked.customerId()), window);
            Slice<LinePagesStore.Row> page = Slice.of(rows, window, LinePagesStore.Row::id);
            Map<String, String> customerByRecord = customersOf(page.items().stream()
                    .map(LinePagesStore.Row::sourceRecordId)
                    .toList());
            return page.map(row -> row.line(customerByRecord.get(row.sourceRecordId())));
        });
    }

    /** Which days the taken lines of these files speak of, by message; files without one are missing. */
    public Map<String, Days> daysOf(Sender sender, List<String> messageIds) {
        return wall.read(Scope.of(sender), () -> lines.daysOf(messageIds));
    }

    private @Nullable List<String> recordsOf(@Nullable String customerId) {
        return customerId == null ? null : customers.recordsOf(customerId);
    }

    private static @Nullable String customerOf(@Nullable String record, Map<String, String> customerByRecord) {
        return record == null ? null : customerByRecord.get(record);
    }

    private Map<String, String> customersOf(List<String> records) {
        return records.isEmpty() ? Map.of() : customers.customersOf(records);
    }

    /** Which orders are wanted; what is absent does not matter. */
    public record OrdersAsked(
            @Nullable String orderNo,
            @Nullable String factory,
            @Nullable String customerId,
            @Nullable String demandId) {}

    /**
     * Which orders a list shows; what is absent does not matter.
     *
     * @param number part of the order number
     * @param stage one of {@link #STAGES}
     */
    public record OrdersSought(
            @Nullable String number,
            @Nullable String factory,
            @Nullable String region,
            @Nullable String stage) {}

    /**
     * An order and how it came to be what it is.
     *
     * @param revisions newest first
     * @param facts as they were told, oldest first
     */
    public record OrderPast(Order order, List<Revision> revisions, List<Fact> facts) {}

    /** What one revision said, each still kept when the next replaced it. */
    public record Revision(
            int revision,
            OffsetDateTime orderedAt,
            @Nullable String zone,
            String customerName,
            @Nullable String agent,
            String currency,
            String total,
            List<OrderLine> lines,
            String messageId,
            OffsetDateTime receivedAt) {}

    /**
     * A milestone, a shipment or a payment, with the message that told it.
     *
     * @param kind MILESTONE SHIPMENT PAYMENT
     * @param name the milestone's kind, or the number of the shipment or payment
     */
    public record Fact(String kind, String name, OffsetDateTime at, String messageId) {}

    /** Which reported lines are wanted; what is absent does not matter. */
    public record LinesAsked(
            @Nullable String agent,
            @Nullable String reportNo,
            @Nullable String customerId) {}

    /**
     * An order; where only facts have come so far, everything the order itself would say is absent.
     *
     * @param region NE N E CS SW NW or EXPORT; absent where neither the province nor the factory's zone tells it
     * @param flags ZONE_CONTRADICTS_PROVINCE, ZONE_UNKNOWN: taken all the same, for a person to look at
     * @param customerId absent where the customer is out of the asker's sight
     * @param paid in the order's currency
     * @param stage one of {@link #STAGES}
     */
    public record Order(
            String id,
            String factory,
            String orderNo,
            @Nullable Integer revision,
            @Nullable OffsetDateTime orderedAt,
            @Nullable String zone,
            @Nullable String region,
            List<String> flags,
            @Nullable String customerId,
            @Nullable String customerName,
            @Nullable String agent,
            @Nullable String needId,
            @Nullable String demandId,
            @Nullable String currency,
            @Nullable String total,
            @Nullable String paid,
            List<OrderLine> lines,
            List<Milestone> milestones,
            List<Shipment> shipments,
            List<Payment> payments,
            @Nullable String messageId,
            @JsonIgnore String stage) {}

    public record OrderLine(
            String lineNo,
            String productCode,
            @Nullable String productClass,
            @Nullable String model,
            String qty,
            String unitPrice) {}

    /** @param kind ACCEPTED SCHEDULED MADE SHIPPED INSTALLED CUSTOMER_ACCEPTED */
    public record Milestone(String kind, OffsetDateTime at) {}

    public record Shipment(String shipmentNo, OffsetDateTime shippedAt, List<ShippedLine> lines) {}

    /** @param machine its serial number in any writing */
    public record ShippedLine(
            String lineNo,
            String qty,
            @Nullable String serial,
            @JsonIgnore @Nullable String machine) {}

    public record Payment(String paymentNo, String amount, String currency, OffsetDateTime receivedAt) {}

    /** First and last day of sale. */
    public record Days(LocalDate first, LocalDate last) {}

    /** One reported line that speaks. */
    public record Line(
            String id,
            String agent,
            @Nullable String reportNo,
            @Nullable String lineNo,
            LocalDate soldOn,
            String customerName,
            @Nullable String customerId,
            @Nullable String productCode,
            @Nullable String model,
            @Nullable String productName,
            String qty,
            @Nullable String unitPrice,
            @Nullable String amount,
            @Nullable String contractNo,
            @Nullable String paid,
            @Nullable String remark,
            Map<String, String> extras,
            List<String> flags,
            String messageId,
            long rowNo) {}
}
