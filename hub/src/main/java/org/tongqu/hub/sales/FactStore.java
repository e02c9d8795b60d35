package org.tongqu.hub.sales;

import java.time.temporal.ChronoUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.connectors.canon.OrderReport.Milestone;
import org.tongqu.connectors.canon.OrderReport.Payment;
import org.tongqu.connectors.canon.OrderReport.Shipment;
import org.tongqu.connectors.canon.OrderReport.ShippedLine;

/** SQL of what happened to orders; rows are added and never changed. */
@Repository
class FactStore {
    private final JdbcClient jdbc;

    FactStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(String orderId, Milestone step, String messageId) {
        jdbc.sql(
                        "insert into sales.milestone (order_id, kind, at, message_id) values (:orderId, :kind, :at, :messageId)")
                .param("orderId", orderId)
                .param("kind", step.kind().name())
                .param("at", step.at().truncatedTo(ChronoUnit.MICROS))
                .param("messageId", messageId)
                .update();
    }

    void keep(String orderId, Shipment shipment, String messageId) {
        jdbc.sql("""
                        insert into sales.shipment (order_id, shipment_no, shipped_at, message_id)
                        values (:orderId, :shipmentNo, :shippedAt, :messageId)
                        """)
                .param("orderId", orderId)
                .param("shipmentNo", shipment.shipmentNo())
                .param("shippedAt", shipment.shippedAt())
                .param("messageId", messageId)
                .update();
        int n = 0;
        for (ShippedLine line : shipment.lines()) {
            keep(orderId, shipment.shipmentNo(), n++, line);
        }
    }

    private void keep(String orderId, String shipmentNo, int n, ShippedLine line) {
        jdbc.sql("""
                        insert into sales.shipped_line (order_id, shipment_no, n, line_no, qty, serial)
                        values (:orderId, :shipmentNo, :n, :lineNo, :qty, :serial)
                        """)
                .param("orderId", orderId)
                .param("shipmentNo", shipmentNo)
                .param("n", n)
                .param("lineNo", line.lineNo())
                .param("qty", line.qty())
                .param("serial", line.serial())
                .update();
    }

    void keep(String orderId, String factory, Payment payment, String messageId) {
        jdbc.sql("""
                        insert into sales.payment (factory, payment_no, order_id, amount, currency, received_at, message_id)
                        values (:factory, :paymentNo, :orderId, :amount, :currency, :receivedAt, :messageId)
                        """)
                .param("factory", factory)
                .param("paymentNo", payment.paymentNo())
                .param("orderId", orderId)
                .param("amount", payment.amount().amount())
                .param("currency", payment.amount().currency())
                .param("receivedAt", payment.receivedAt())
                .param("messageId", messageId)
                .update();
    }
}
