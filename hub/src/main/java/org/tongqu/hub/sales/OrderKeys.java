package org.tongqu.hub.sales;

import java.time.temporal.ChronoUnit;
import org.tongqu.connectors.canon.OrderReport;

/** Names of what a factory can say once: its claims and its effects go by the same names. */
record OrderKeys(String factory, String orderNo) {

    String head(int revision) {
        return Digest.key("order", factory, orderNo, Integer.toString(revision));
    }

    /** Microseconds, as the store keeps no more. */
    String milestone(OrderReport.Milestone milestone) {
        String at = milestone.at().toInstant().truncatedTo(ChronoUnit.MICROS).toString();
        return Digest.key("milestone", factory, orderNo, milestone.kind().name(), at);
    }

    String shipment(OrderReport.Shipment shipment) {
        return Digest.key("shipment", factory, orderNo, shipment.shipmentNo());
    }

    /** Payment numbers are unique in the factory, so one cannot be told for two orders. */
    String payment(OrderReport.Payment payment) {
        return Digest.key("payment", factory, payment.paymentNo());
    }

    String news(String what, int revision) {
        return Digest.key("order-news", factory, orderNo, Integer.toString(revision), what);
    }
}
