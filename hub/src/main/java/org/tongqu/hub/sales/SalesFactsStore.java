package org.tongqu.hub.sales;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.platform.Columns;

/** SQL of what was sold and shipped, as the newest word has it. */
@Repository
class SalesFactsStore {
    private final JdbcClient jdbc;

    SalesFactsStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    int orders(Collection<String> records) {
        return jdbc.sql(
                        "select count(distinct order_id) from sales.order_revision where source_record_id = any(:records::text[])")
                .param("records", records.toArray(String[]::new))
                .query(Integer.class)
                .single();
    }

    Map<String, BigDecimal> ordered(Collection<String> records, LocalDate from, LocalDate until) {
        Map<String, BigDecimal> ordered = new HashMap<>();
        jdbc.sql("""
                        select r.source_record_id, sum(r.total)
                        from sales.order_revision r join sales.sales_order o on o.id = r.order_id and o.revision = r.revision
                        where r.source_record_id = any(:records::text[]) and r.currency = 'CNY'
                            and r.ordered_at >= :from and r.ordered_at < :until group by 1
                        """)
                .param("records", records.toArray(String[]::new))
                .param("from", Columns.utc(from.atStartOfDay(Columns.HOUSE_ZONE).toInstant()))
                .param(
                        "until",
                        Columns.utc(until.atStartOfDay(Columns.HOUSE_ZONE).toInstant()))
                .query((row, n) -> ordered.put(row.getString(1), row.getBigDecimal(2)))
                .list();
        return ordered;
    }

    List<SalesFacts.Bought> bought(LocalDate since, int most) {
        return jdbc.sql("""
                        select r.source_record_id, min(r.ordered_at) as first,
                            array_remove(array_agg(distinct l.product_class), null) as classes
                        from (select id, revision from sales.sales_order order by id desc limit :most) o
                        join sales.order_revision r on r.order_id = o.id and r.revision = o.revision and r.ordered_at >= :since
                        left join sales.order_line l on l.order_id = r.order_id and l.revision = r.revision
                        group by 1
                        """)
                .param("most", most)
                .param(
                        "since",
                        Columns.utc(since.atStartOfDay(Columns.HOUSE_ZONE).toInstant()))
                .query((row, n) -> new SalesFacts.Bought(row.getString(1), Columns.day(row, "first"), List.of((String[])
                        row.getArray("classes").getArray())))
                .list();
    }

    List<SalesFacts.Sold> sold(Collection<String> lineIds) {
        return jdbc.sql("""
                        select id as line_id, agent, source_record_id, product_code as code, model, product_name as product,
                            coalesce(extras ->> '单位', extras ->> '计量单位', extras ->> 'unit', extras ->> 'Unit', extras ->> 'UOM', '') as unit,
                            qty, sold_on, message_id, row_no, coalesce(contract_no, report_no, '') as reference, received_at
                        from sales.report_line where id = any(:ids::text[]) and superseded_by is null
                        """)
                .param("ids", lineIds.toArray(String[]::new))
                .query(SalesFacts.Sold.class)
                .list();
    }

    List<SalesFacts.Shipped> shipped(Collection<String> orderIds) {
        return jdbc.sql("""
                        with spoken as (
                            select o.id, o.factory, o.order_no, o.agent, r.revision, r.source_record_id, r.received_at
                            from sales.sales_order o join sales.order_revision r on r.order_id = o.id and r.revision = o.revision
                            where o.id = any(:ids::text[]) and o.agent is not null)
                        select s.id as order_id, h.shipment_no || '/' || p.n as part, s.agent, s.source_record_id, l.product_code as code, l.model,
                            p.qty, h.shipped_at, h.message_id, s.order_no || ' / ' || h.shipment_no as reference, s.received_at
                        from spoken s
                        join sales.shipment h on h.order_id = s.id
                        join sales.shipped_line p on p.order_id = h.order_id and p.shipment_no = h.shipment_no
                        join sales.order_line l on l.order_id = s.id and l.revision = s.revision and l.line_no = p.line_no
                        union all
                        select s.id, 'whole/' || l.line_no, s.agent, s.source_record_id, l.product_code, l.model,
                            l.qty, m.at, m.message_id, s.order_no, s.received_at
                        from spoken s
                        join sales.order_line l on l.order_id = s.id and l.revision = s.revision
                        join lateral (select at, message_id from sales.milestone m
                                      where m.order_id = s.id and m.kind in ('SHIPPED', 'INSTALLED', 'CUSTOMER_ACCEPTED')
                                      order by at limit 1) m on true
                        where not exists (select 1 from sales.shipment h where h.order_id = s.id)
                        """)
                .param("ids", orderIds.toArray(String[]::new))
                .query(SalesFacts.Shipped.class)
                .list();
    }
}
