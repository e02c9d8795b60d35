package org.tongqu.connectors.rest;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.CustomerSaid;
import org.tongqu.connectors.canon.MessageKind;
import org.tongqu.connectors.canon.Money;
import org.tongqu.connectors.canon.OrderReport;
import org.tongqu.connectors.canon.OrderReport.Head;
import org.tongqu.connectors.canon.OrderReport.Line;
import org.tongqu.connectors.canon.OrderReport.Milestone;
import org.tongqu.connectors.canon.OrderReport.MilestoneKind;
import org.tongqu.connectors.canon.OrderReport.Payment;
import org.tongqu.connectors.canon.OrderReport.Shipment;
import org.tongqu.connectors.canon.OrderReport.ShippedLine;
import org.tongqu.connectors.canon.Reading;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Wording;

/** Reads a factory's order: with lines, time or customer it states the order, without them it adds later facts to one stated before. */
public final class OrderWording implements Wording<OrderReport> {
    private static final int NUMBER = 64;
    private static final int NAME = 200;
    private static final String HOME_CURRENCY = "CNY";

    @Override
    public MessageKind kind() {
        return MessageKind.ORDER;
    }

    @Override
    public String format() {
        return Document.FORMAT;
    }

    @Override
    public Reading<OrderReport> read(byte[] raw) {
        return Document.read(raw, OrderWording::order);
    }

    private static @Nullable OrderReport order(Fields said) {
        String orderNo = said.required("orderNo", field -> said.label(field, NUMBER));
        boolean stated = Stream.of("lines", "orderedAt", "customer").anyMatch(said::said);
        Head head = stated ? head(said) : null;
        String currency = currency(said, head);
        List<Milestone> milestones = said.objects("milestones", OrderWording::milestone);
        List<Shipment> shipments = said.objects("shipments", OrderWording::shipment);
        List<Payment> payments = said.objects("payments", payment -> payment(payment, currency));
        said.unique("shipments", "shipmentNo");
        said.unique("payments", "paymentNo");
        notEmpty(said, stated);
        return orderNo == null || (stated && head == null)
                ? null
                : new OrderReport(orderNo, head, milestones, shipments, payments);
    }

    private static String currency(Fields said, @Nullable Head head) {
        if (head != null) {
            return head.currency();
        }
        boolean statedWithoutHead = Stream.of("lines", "orderedAt", "customer").anyMatch(said::said);
        String currency = statedWithoutHead ? null : said.currency("currency");
        return currency == null ? HOME_CURRENCY : currency;
    }

    private static void notEmpty(Fields said, boolean stated) {
        if (!stated && Stream.of("milestones", "shipments", "payments").noneMatch(said::said)) {
            said.refuse(
                    new Refusal(
                            "",
                            "EMPTY_ORDER",
                            "订单没有内容:请给出订单本身(orderedAt、customer、currency、lines),或至少一项 milestones、shipments、payments",
                            "the order says nothing: give the order itself (orderedAt, customer, currency, lines) or at least one of milestones, shipments, payments"));
        }
    }

    private static @Nullable Head head(Fields said) {
        Integer revision = said.said("revision") ? said.whole("revision", 1, Integer.MAX_VALUE) : Integer.valueOf(1);
        OffsetDateTime orderedAt = said.required("orderedAt", said::time);
        String zone = said.text("zone", NAME);
        CustomerSaid customer = CustomerFields.required(said);
        String agent = said.text("agent", NUMBER);
        String needId = said.text("needId", NUMBER);
        String demandId = said.text("demandId", NUMBER);
        String currency = said.required("currency", said::currency);
        List<Line> lines = lines(said);
        if (revision == null || orderedAt == null || customer == null || currency == null) {
            return null;
        }
        return new Head(revision, orderedAt, zone, customer, agent, needId, demandId, currency, lines);
    }

    private static List<Line> lines(Fields said) {
        if (!said.said("lines")) {
            said.refuse(Words.required(said.at("lines"), "lines"));
        }
        said.unique("lines", "lineNo");
        return said.objects("lines", OrderWording::line);
    }

    private static @Nullable Line line(Fields said) {
        String lineNo = said.required("lineNo", field -> said.label(field, NUMBER));
        String productCode = said.required("productCode", field -> said.label(field, NAME));
        String productClass = said.text("productClass", NUMBER);
        String model = said.text("model", NAME);
        BigDecimal qty = said.required("qty", said::notZero);
        BigDecimal unitPrice = said.required("unitPrice", said::notNegative);
        return lineNo == null || productCode == null || qty == null || unitPrice == null
                ? null
                : new Line(lineNo, productCode, productClass, model, qty, unitPrice);
    }

    private static @Nullable Milestone milestone(Fields said) {
        MilestoneKind kind = said.required("kind", field -> kind(said, field));
        OffsetDateTime at = said.required("at", said::time);
        return kind == null || at == null ? null : new Milestone(kind, at);
    }

    private static @Nullable MilestoneKind kind(Fields said, String field) {
        String name = said.text(field, NUMBER);
        if (name == null) {
            return null;
        }
        for (MilestoneKind kind : MilestoneKind.values()) {
            if (kind.name().equals(name)) {
                return kind;
            }
        }
        String known = Arrays.stream(MilestoneKind.values()).map(Enum::name).collect(Collectors.joining(", "));
        said.refuse(new Refusal(
                said.at(field), "UNKNOWN_MILESTONE", "没有这个进度节点,可用:" + known, "no such milestone; known are " + known));
        return null;
    }

    private static @Nullable Shipment shipment(Fields said) {
        String shipmentNo = said.required("shipmentNo", field -> said.label(field, NUMBER));
        OffsetDateTime shippedAt = said.required("shippedAt", said::time);
        List<ShippedLine> lines = said.objects("lines", OrderWording::shippedLine);
        return shipmentNo == null || shippedAt == null ? null : new Shipment(shipmentNo, shippedAt, lines);
    }

    private static @Nullable ShippedLine shippedLine(Fields said) {
        String lineNo = said.required("lineNo", field -> said.label(field, NUMBER));
        BigDecimal qty = said.required("qty", said::notZero);
        String serial = said.label("serial", NAME);
        return lineNo == null || qty == null ? null : new ShippedLine(lineNo, qty, serial);
    }

    private static @Nullable Payment payment(Fields said, String orderCurrency) {
        String paymentNo = said.required("paymentNo", field -> said.label(field, NUMBER));
        Money amount = said.required("amount", field -> amount(said, field, orderCurrency));
        OffsetDateTime receivedAt = said.required("receivedAt", said::time);
        return paymentNo == null || amount == null || receivedAt == null
                ? null
                : new Payment(paymentNo, amount, receivedAt);
    }

    /** Either {amount, currency}, or a plain figure with the currency beside it or the order's; a refund is negative. */
    private static @Nullable Money amount(Fields said, String field, String orderCurrency) {
        Fields object = said.isObject(field) ? said.object(field) : null;
        BigDecimal figure = object == null ? said.notZero(field) : object.required("amount", object::notZero);
        String stated = object == null ? said.currency("currency") : object.required("currency", object::currency);
        String currency = stated == null && object == null ? orderCurrency : stated;
        return figure == null || currency == null ? null : new Money(figure, currency);
    }
}
