package org.tongqu.hub.sales;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.platform.Columns;
import org.tongqu.hub.sales.SalesPages.Fact;
import org.tongqu.hub.sales.SalesPages.OrderLine;
import org.tongqu.hub.sales.SalesPages.Revision;

/** SQL of everything that was ever told of one order, each with its message. */
@Repository
class OrderPastStore {
    private final JdbcClient jdbc;

    OrderPastStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Newest first. */
    List<Revision> revisions(String order) {
        Map<Integer, List<OrderLine>> lines = lines(order);
        return jdbc.sql("select * from sales.order_revision where order_id = :order order by revision desc")
                .param("order", order)
                .query((row, n) -> new Revision(
                        row.getInt("revision"),
                        Columns.time(row, "ordered_at"),
                        row.getString("zone"),
                        row.getString("customer_name"),
                        row.getString("agent"),
                        row.getString("currency"),
                        Figures.money(row, "total"),
                        lines.getOrDefault(row.getInt("revision"), List.of()),
                        row.getString("message_id"),
                        Columns.time(row, "received_at")))
                .list();
    }

    private Map<Integer, List<OrderLine>> lines(String order) {
        Map<Integer, List<OrderLine>> lines = new HashMap<>();
        jdbc.sql("select * from sales.order_line where order_id = :order order by revision, length(line_no), line_no")
                .param("order", order)
                .query(row -> {
                    lines.computeIfAbsent(row.getInt("revision"), revision -> new ArrayList<>())
                            .add(new OrderLine(
                                    row.getString("line_no"),
                                    row.getString("product_code"),
                                    row.getString("product_class"),
                                    row.getString("model"),
                                    Figures.quantity(row, "qty"),
                                    Figures.money(row, "unit_price")));
                });
        return lines;
    }

    /** In the order they happened. */
    List<Fact> facts(String order) {
        return jdbc.sql("""
                        select 'MILESTONE' as kind, kind as name, at, message_id from sales.milestone where order_id = :order
                        union all select 'SHIPMENT', shipment_no, shipped_at, message_id from sales.shipment where order_id = :order
                        union all select 'PAYMENT', payment_no, received_at, message_id from sales.payment where order_id = :order
                        order by at, kind, name
                        """)
                .param("order", order)
                .query((row, n) -> new Fact(
                        row.getString("kind"),
                        row.getString("name"),
                        Columns.time(row, "at"),
                        row.getString("message_id")))
                .list();
    }
}
