package org.tongqu.hub.sales;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.platform.Clauses;
import org.tongqu.hub.platform.Columns;
import org.tongqu.hub.platform.Window;
import org.tongqu.hub.sales.SalesPages.Milestone;
import org.tongqu.hub.sales.SalesPages.Order;
import org.tongqu.hub.sales.SalesPages.OrderLine;
import org.tongqu.hub.sales.SalesPages.Payment;
import org.tongqu.hub.sales.SalesPages.Shipment;
import org.tongqu.hub.sales.SalesPages.ShippedLine;

/** SQL of orders as shown: one query for a page of orders and one for each kind of their parts. */
@Repository
class OrderPagesStore {
    private static final String HEADS = """
            select o.id, o.factory, o.order_no, r.revision, r.ordered_at, r.zone, o.region, o.flags, r.source_record_id, r.customer_name, o.agent,
                r.need_id, r.demand_id, r.currency, r.total, r.message_id, pay.paid, st.stage
            from sales.sales_order o left join sales.order_revision r on r.order_id = o.id and r.revision = o.revision
            cross join lateral (select coalesce(sum(p.amount), 0) as paid from sales.payment p
                                where p.order_id = o.id and p.currency = r.currency) pay
            cross join lateral (select max(array_position(array['ACCEPTED', 'SCHEDULED', 'MADE', 'SHIPPED', 'INSTALLED', 'CUSTOMER_ACCEPTED'],
                                                          m.kind)) as step
                                from sales.milestone m where m.order_id = o.id) told
            cross join lateral (select bool_and(l.qty <= (select coalesce(sum(s.qty), 0) from sales.shipped_line s
                                                          where s.order_id = l.order_id and s.line_no = l.line_no)) as gone
                                from sales.order_line l where l.order_id = o.id and l.revision = r.revision and l.qty > 0) goods
            cross join lateral (select case
                when r.revision is null then 'UNSAID'
                when (told.step >= 4 or goods.gone) and r.total >= 0 and pay.paid >= r.total then 'PAID'
                when goods.gone and coalesce(told.step, 0) < 4 then 'SHIPPED'
                when told.step is null then 'ORDERED'
                else (array['ACCEPTED', 'SCHEDULED', 'MADE', 'SHIPPED', 'INSTALLED', 'CUSTOMER_ACCEPTED'])[told.step] end as stage) st
            """;

    private final JdbcClient jdbc;

    OrderPagesStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @see SalesPages.OrdersSought */
    List<Head> sought(SalesPages.OrdersSought sought, Window window) {
        return new Clauses()
                .and("o.id < :before", "before", window.beforeId())
                .andIf(sought.number(), "number", "strpos(o.order_no, :number) > 0")
                .andIf(sought.factory(), "factory", "o.factory = :factory")
                .andIf(sought.region(), "region", "o.region = :region")
                .andIf(sought.stage(), "stage", "st.stage = :stage")
                .on(jdbc, HEADS, "order by o.id desc limit " + window.oneMore())
                .query(Head::of)
                .list();
    }

    List<Head> one(String id) {
        return new Clauses()
                .and("o.id = :id", "id", id)
                .on(jdbc, HEADS, "")
                .query(Head::of)
                .list();
    }

    /** By their own number, or by the serial number of a machine that left with them. */
    List<Head> called(List<String> numbers, Window window) {
        List<String> ids = jdbc.sql("""
                        select id from sales.sales_order where order_no = any(:numbers)
                        union select order_id from sales.shipped_line
                              where machine = any(array(select platform.machine(number) from unnest(:numbers::text[]) number))
                        order by id desc limit :most
                        """)
                .param("numbers", numbers.toArray(String[]::new))
                .param("most", window.limit())
                .query(String.class)
                .list();
        return ids.isEmpty()
                ? List.of()
                : new Clauses()
                        .and("o.id = any(:ids)", "ids", ids.toArray(String[]::new))
                        .on(jdbc, HEADS, "order by o.id desc")
                        .query(Head::of)
                        .list();
    }

    /** @param records the customer's source records, where one customer's orders are wanted */
    List<Head> heads(SalesPages.OrdersAsked asked, @Nullable List<String> records, Window window) {
        return new Clauses()
                .and("o.id < :before", "before", window.beforeId())
                .andIf(asked.orderNo(), "orderNo", "o.order_no = :orderNo")
                .andIf(asked.factory(), "factory", "o.factory = :factory")
                .andIf(asked.demandId(), "demandId", "r.demand_id = :demandId")
                .andIf(
                        records == null ? null : records.toArray(String[]::new),
                        "records",
                        "r.source_record_id = any(:records)")
                .on(jdbc, HEADS, "order by o.id desc limit " + window.oneMore())
                .query(Head::of)
                .list();
    }

    Parts parts(List<String> orders) {
        if (orders.isEmpty()) {
            return new Parts(Map.of(), Map.of(), Map.of(), Map.of());
        }
        String[] ids = orders.toArray(String[]::new);
        return new Parts(lines(ids), milestones(ids), shipments(ids), payments(ids));
    }

    private Map<String, List<OrderLine>> lines(String[] ids) {
        Map<String, List<OrderLine>> lines = new LinkedHashMap<>();
        jdbc.sql("""
                        select l.* from sales.sales_order o
                        join sales.order_line l on l.order_id = o.id and l.revision = o.revision
                        where o.id = any(:ids) order by l.order_id, length(l.line_no), l.line_no
                        """).param("ids", ids).query(row -> {
            add(
                    lines,
                    row.getString("order_id"),
                    new OrderLine(
                            row.getString("line_no"),
                            row.getString("product_code"),
                            row.getString("product_class"),
                            row.getString("model"),
                            Figures.quantity(row, "qty"),
                            Figures.money(row, "unit_price")));
        });
        return lines;
    }

    private Map<String, List<Milestone>> milestones(String[] ids) {
        Map<String, List<Milestone>> milestones = new LinkedHashMap<>();
        jdbc.sql(
                        "select order_id, kind, at from sales.milestone where order_id = any(:ids) order by order_id, at, kind")
                .param("ids", ids)
                .query(row -> {
                    add(
                            milestones,
                            row.getString("order_id"),
                            new Milestone(row.getString("kind"), Columns.time(row, "at")));
                });
        return milestones;
    }

    private Map<String, List<Shipment>> shipments(String[] ids) {
        Map<String, List<Shipment>> shipments = new LinkedHashMap<>();
        Map<String, List<ShippedLine>> lines = shippedLines(ids);
        jdbc.sql("""
                        select order_id, shipment_no, shipped_at from sales.shipment where order_id = any(:ids)
                        order by order_id, shipped_at, shipment_no
                        """).param("ids", ids).query(row -> {
            String no = row.getString("shipment_no");
            List<ShippedLine> shipped = lines.getOrDefault(Digest.key(row.getString("order_id"), no), List.of());
            add(shipments, row.getString("order_id"), new Shipment(no, Columns.time(row, "shipped_at"), shipped));
        });
        return shipments;
    }

    /** By order and shipment. */
    private Map<String, List<ShippedLine>> shippedLines(String[] ids) {
        Map<String, List<ShippedLine>> lines = new LinkedHashMap<>();
        jdbc.sql("select * from sales.shipped_line where order_id = any(:ids) order by order_id, shipment_no, n")
                .param("ids", ids)
                .query(row -> {
                    add(
                            lines,
                            Digest.key(row.getString("order_id"), row.getString("shipment_no")),
                            new ShippedLine(
                                    row.getString("line_no"),
                                    Figures.quantity(row, "qty"),
                                    row.getString("serial"),
                                    row.getString("machine")));
                });
        return lines;
    }

    private Map<String, List<Payment>> payments(String[] ids) {
        Map<String, List<Payment>> payments = new LinkedHashMap<>();
        jdbc.sql("select * from sales.payment where order_id = any(:ids) order by order_id, received_at, payment_no")
                .param("ids", ids)
                .query(row -> {
                    add(
                            payments,
                            row.getString("order_id"),
                            new Payment(
                                    row.getString("payment_no"),
                                    Figures.money(row, "amount"),
                                    row.getString("currency"),
                                    Columns.time(row, "received_at")));
                });
        return payments;
    }

    private static <T> void add(Map<String, List<T>> all, String key, T part) {
        all.computeIfAbsent(key, none -> new ArrayList<>()).add(part);
    }

    record Parts(
            Map<String, List<OrderLine>> lines,
            Map<String, List<Milestone>> milestones,
            Map<String, List<Shipment>> shipments,
            Map<String, List<Payment>> payments) {}

    /** An order without its parts. */
    record Head(
            String id,
            String factory,
            String orderNo,
            @Nullable Integer revision,
            @Nullable OffsetDateTime orderedAt,
            @Nullable String zone,
            @Nullable String region,
            List<String> flags,
            @Nullable String sourceRecordId,
            @Nullable String customerName,
            @Nullable String agent,
            @Nullable String needId,
            @Nullable String demandId,
            @Nullable String currency,
            @Nullable String total,
            @Nullable String paid,
            @Nullable String messageId,
            String stage) {

        static Head of(ResultSet row, int n) throws SQLException {
            return new Head(
                    row.getString("id"),
                    row.getString("factory"),
                    row.getString("order_no"),
                    Columns.intOrNull(row, "revision"),
                    Columns.timeOrNull(row, "ordered_at"),
                    row.getString("zone"),
                    row.getString("region"),
                    List.of((String[]) row.getArray("flags").getArray()),
                    row.getString("source_record_id"),
                    row.getString("customer_name"),
                    row.getString("agent"),
                    row.getString("need_id"),
                    row.getString("demand_id"),
                    row.getString("currency"),
                    Figures.moneyOrNull(row, "total"),
                    row.getString("currency") == null ? null : Figures.money(row, "paid"),
                    row.getString("message_id"),
                    row.getString("stage"));
        }

        Order order(@Nullable String customerId, Parts parts) {
            return new Order(
                    id,
                    factory,
                    orderNo,
                    revision,
                    orderedAt,
                    zone,
                    region,
                    flags,
                    customerId,
                    customerName,
                    agent,
                    needId,
                    demandId,
                    currency,
                    total,
                    paid,
                    parts.lines().getOrDefault(id, List.of()),
                    parts.milestones().getOrDefault(id, List.of()),
                    parts.shipments().getOrDefault(id, List.of()),
                    parts.payments().getOrDefault(id, List.of()),
                    messageId,
                    stage);
        }
    }
}
