package org.tongqu.hub.sales;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.connectors.canon.OrderReport.Head;
import org.tongqu.connectors.canon.OrderReport.Line;
import org.tongqu.hub.journal.Arrival;

/** SQL of orders and their revisions. */
@Repository
class OrderStore {
    private final JdbcClient jdbc;

    OrderStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The order's row, made where it is not there yet, and held to the end of the transaction: two reports of one order take turns. */
    String lock(String newId, OrderKeys order, Instant now) {
        jdbc.sql("""
                        insert into sales.sales_order (id, factory, order_no, created_at)
                        values (:id, :factory, :orderNo, :now) on conflict (factory, order_no) do nothing
                        """)
                .param("id", newId)
                .param("factory", order.factory())
                .param("orderNo", order.orderNo())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        return jdbc.sql("select id from sales.sales_order where factory = :factory and order_no = :orderNo for update")
                .param("factory", order.factory())
                .param("orderNo", order.orderNo())
                .query(String.class)
                .single();
    }

    void keepRevision(String orderId, Head head, String sourceRecordId, Arrival arrival) {
        jdbc.sql("""
                        insert into sales.order_revision
                            (order_id, revision, ordered_at, zone, source_record_id, customer_name, agent, need_id, demand_id, currency,
                             total, message_id, received_at)
                        values (:orderId, :revision, :orderedAt, :zone, :record, :customer, :agent, :needId, :demandId, :currency,
                             :total, :messageId, :receivedAt)
                        """)
                .param("orderId", orderId)
                .param("revision", head.revision())
                .param("orderedAt", head.orderedAt())
                .param("zone", head.zone())
                .param("record", sourceRecordId)
                .param("customer", head.customer().name())
                .param("agent", head.agent())
                .param("needId", head.needId())
                .param("demandId", head.demandId())
                .param("currency", head.currency())
                .param("total", total(head))
                .param("messageId", arrival.messageId())
                .param("receivedAt", arrival.receivedAt().atOffset(ZoneOffset.UTC))
                .update();
        head.lines().forEach(line -> keepLine(orderId, head.revision(), line));
    }

    static BigDecimal total(Head head) {
        return head.lines().stream()
                .map(line -> line.qty().multiply(line.unitPrice()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void keepLine(String orderId, int revision, Line line) {
        jdbc.sql("""
                        insert into sales.order_line (order_id, revision, line_no, product_code, product_class, model, qty, unit_price)
                        values (:orderId, :revision, :lineNo, :productCode, :productClass, :model, :qty, :unitPrice)
                        """)
                .param("orderId", orderId)
                .param("revision", revision)
                .param("lineNo", line.lineNo())
                .param("productCode", line.productCode())
                .param("productClass", line.productClass())
                .param("model", line.model())
                .param("qty", line.qty())
                .param("unitPrice", line.unitPrice())
                .update();
    }

    /** Lets a revision speak for its order if none higher does; says whether it now does. */
    boolean speaks(String orderId, Head head, OrderPlace place) {
        return jdbc.sql("""
                                update sales.sales_order set revision = :revision, region = :region, flags = :flags, agent = :agent
                                where id = :id and (revision is null or revision < :revision)
                                """)
                        .param("revision", head.revision())
                        .param("region", place.region())
                        .param("flags", place.flags().toArray(String[]::new))
                        .param("agent", head.agent())
                        .param("id", orderId)
                        .update()
                == 1;
    }

    /** The revision that speaks for an order, within the scope at hand. */
    Optional<Spoken> spoken(String factory, String orderNo) {
        return jdbc.sql("""
                        select r.revision, r.currency
                        from sales.sales_order o join sales.order_revision r on r.order_id = o.id and r.revision = o.revision
                        where o.factory = :factory and o.order_no = :orderNo
                        """)
                .param("factory", factory)
                .param("orderNo", orderNo)
                .query(Spoken.class)
                .optional();
    }

    /** Empty while only facts have come and no order. */
    Optional<OrderStanding> standing(String orderId) {
        return jdbc.sql("""
                        select o.id as order_id, r.revision, r.demand_id, r.need_id, r.source_record_id, r.total,
                            (select coalesce(sum(p.amount), 0) from sales.payment p
                             where p.order_id = o.id and p.currency = r.currency) as paid,
                            exists (select 1 from sales.milestone m
                                    where m.order_id = o.id and m.kind in ('SHIPPED', 'INSTALLED', 'CUSTOMER_ACCEPTED')) as said_shipped,
                            coalesce((
                                select bool_and(l.qty <= (select coalesce(sum(s.qty), 0) from sales.shipped_line s
                                                          where s.order_id = l.order_id and s.line_no = l.line_no))
                                from sales.order_line l
                                where l.order_id = o.id and l.revision = r.revision and l.qty > 0), false) as quantities_shipped
                        from sales.sales_order o join sales.order_revision r on r.order_id = o.id and r.revision = o.revision
                        where o.id = :id
                        """).param("id", orderId).query(OrderStanding.class).optional();
    }

    record Spoken(int revision, String currency) {}
}
