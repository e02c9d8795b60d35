package org.tongqu.hub.sales;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.platform.Columns;

/** SQL of facts as the channel counts them. */
@Repository
class ChannelFactsStore {
    private final JdbcClient jdbc;

    ChannelFactsStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    ChannelFacts.Held held(Collection<String> records) {
        return jdbc.sql("""
                        with held as materialized (
                            select o.id from sales.order_revision r join sales.sales_order o on o.id = r.order_id and o.revision = r.revision
                            where r.source_record_id = any(:records::text[]))
                        select (select count(*) from held) as orders,
                               (select count(distinct s.machine) from sales.shipped_line s join held h on h.id = s.order_id) as machines
                        """)
                .param("records", records.toArray(String[]::new))
                .query((row, n) -> new ChannelFacts.Held(row.getLong("orders"), row.getLong("machines")))
                .single();
    }

    List<ChannelFacts.Moved> shipped(Collection<String> agents, Collection<String> own) {
        return moved("""
                select o.agent, case when r.source_record_id = any(:own::text[]) then r.source_record_id end as own,
                       l.product_code, max(l.model) as model, sum(s.qty) as qty
                from sales.sales_order o
                join sales.order_revision r on r.order_id = o.id and r.revision = o.revision
                join sales.shipped_line s on s.order_id = o.id
                join sales.order_line l on l.order_id = o.id and l.revision = o.revision and l.line_no = s.line_no
                where o.id in (select a.id from sales.sales_order a where a.agent = any(:agents::text[])
                               union select b.order_id from sales.order_revision b where b.source_record_id = any(:own::text[]))
                group by 1, 2, 3
                """, agents, own);
    }

    List<ChannelFacts.Moved> reported(Collection<String> agents, Collection<String> own) {
        return moved("""
                select agent, case when source_record_id = any(:own::text[]) then source_record_id end as own,
                       product_code, coalesce(model, product_name) as model, sum(qty) as qty
                from sales.report_line
                where superseded_by is null and (agent = any(:agents::text[]) or source_record_id = any(:own::text[]))
                group by 1, 2, 3, 4
                """, agents, own);
    }

    private List<ChannelFacts.Moved> moved(String sql, Collection<String> agents, Collection<String> own) {
        return jdbc.sql(sql)
                .param("agents", agents.toArray(String[]::new))
                .param("own", own.toArray(String[]::new))
                .query((row, n) -> new ChannelFacts.Moved(
                        row.getString("agent"),
                        row.getString("own"),
                        row.getString("product_code"),
                        row.getString("model"),
                        Columns.quantity(row, "qty")))
                .list();
    }

    List<ChannelFacts.Unit> units(String agent, Collection<String> own, int most) {
        return jdbc.sql("""
                        select s.machine, s.serial, l.product_code, l.model, o.id, o.order_no, sh.shipped_at, r.source_record_id, r.customer_name
                        from sales.sales_order o
                        join sales.order_revision r on r.order_id = o.id and r.revision = o.revision
                        join sales.shipped_line s on s.order_id = o.id
                        join sales.shipment sh on sh.order_id = o.id and sh.shipment_no = s.shipment_no
                        join sales.order_line l on l.order_id = o.id and l.revision = o.revision and l.line_no = s.line_no
                        where s.machine is not null and o.id in (
                            select a.id from sales.sales_order a where a.agent = :agent
                            union select b.order_id from sales.order_revision b where b.source_record_id = any(:own::text[]))
                        order by sh.shipped_at desc, s.machine limit :most
                        """)
                .param("agent", agent)
                .param("own", own.toArray(String[]::new))
                .param("most", most)
                .query((row, n) -> new ChannelFacts.Unit(
                        row.getString("machine"),
                        row.getString("serial"),
                        row.getString("product_code"),
                        row.getString("model"),
                        row.getString("id"),
                        row.getString("order_no"),
                        Columns.time(row, "shipped_at"),
                        row.getString("source_record_id"),
                        row.getString("customer_name")))
                .list();
    }
}
