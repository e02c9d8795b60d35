package org.tongqu.hub.sales;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.CustomerSaid;
import org.tongqu.connectors.canon.CustomerSaid.ContactSaid;
import org.tongqu.connectors.canon.OrderReport;
import org.tongqu.hub.journal.BusinessKey;
import org.tongqu.hub.journal.Claim;
import org.tongqu.hub.journal.Statement;

/**
 * Parts an order report into what it states, piece by piece: a report that repeats the head and adds a payment is no second order,
 * and a payment told again beside a new shipment is no second payment.
 */
final class OrderClaims {
    private OrderClaims() {}

    static Statement of(String factory, OrderReport said, String contentHash) {
        List<Claim> claims = claims(new OrderKeys(factory, said.orderNo()), said);
        return new Statement(claims.isEmpty() ? List.of(nothing(factory, said, contentHash)) : claims, keys(said));
    }

    /** A report that says nothing is refused by the check; it needs a name all the same. */
    private static Claim nothing(String factory, OrderReport said, String contentHash) {
        return new Claim(Digest.key("order-nothing", factory, said.orderNo()), contentHash);
    }

    private static List<Claim> claims(OrderKeys keys, OrderReport said) {
        List<Claim> claims = new ArrayList<>();
        OrderReport.Head head = said.head();
        if (head != null) {
            claims.add(new Claim(keys.head(head.revision()), hash(head)));
        }
        said.milestones().forEach(step -> claims.add(new Claim(keys.milestone(step), hash(step))));
        said.shipments().forEach(shipment -> claims.add(new Claim(keys.shipment(shipment), hash(shipment))));
        said.payments().forEach(payment -> claims.add(new Claim(keys.payment(payment), hash(said.orderNo(), payment))));
        return claims;
    }

    static String hash(OrderReport.Head head) {
        Digest digest = new Digest()
                .add(Integer.toString(head.revision()))
                .add(head.orderedAt())
                .add(head.zone())
                .add(head.agent())
                .add(head.needId())
                .add(head.demandId())
                .add(head.currency());
        add(digest, head.customer());
        head.lines().forEach(line -> add(digest, line));
        return digest.hex();
    }

    private static void add(Digest digest, CustomerSaid customer) {
        digest.add(customer.name())
                .add(customer.uscc())
                .add(customer.province())
                .add(customer.city())
                .add(customer.address());
        ContactSaid contact = customer.contact();
        if (contact != null) {
            digest.add(contact.name()).add(contact.phone()).add(contact.title());
        }
    }

    private static void add(Digest digest, OrderReport.Line line) {
        digest.add(line.lineNo())
                .add(line.productCode())
                .add(line.productClass())
                .add(line.model())
                .add(line.qty())
                .add(line.unitPrice());
    }

    private static String hash(OrderReport.Milestone step) {
        return new Digest().add(step.kind().name()).hex();
    }

    static String hash(OrderReport.Shipment shipment) {
        Digest digest = new Digest().add(shipment.shippedAt());
        shipment.lines()
                .forEach(line -> digest.add(line.lineNo()).add(line.qty()).add(line.serial()));
        return digest.hex();
    }

    static String hash(String orderNo, OrderReport.Payment payment) {
        return new Digest()
                .add(orderNo)
                .add(payment.amount().amount())
                .add(payment.amount().currency())
                .add(payment.receivedAt())
                .hex();
    }

    static List<BusinessKey> keys(OrderReport said) {
        List<BusinessKey> keys = new ArrayList<>();
        add(keys, "ORDER_NO", said.orderNo());
        OrderReport.Head head = said.head();
        if (head != null) {
            add(keys, "CUSTOMER", head.customer().name());
            add(keys, "USCC", upper(head.customer().uscc()));
            add(keys, "AGENT", head.agent());
            add(keys, "DEMAND", head.demandId());
            add(keys, "NEED", head.needId());
        }
        said.payments().forEach(payment -> add(keys, "PAYMENT_NO", payment.paymentNo()));
        said.shipments().forEach(shipment -> shipment.lines().forEach(line -> add(keys, "SERIAL_NO", line.serial())));
        return keys;
    }

    private static void add(List<BusinessKey> keys, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            keys.add(new BusinessKey(name, value.strip()));
        }
    }

    private static @Nullable String upper(@Nullable String text) {
        return text == null ? null : text.toUpperCase(Locale.ROOT);
    }
}
