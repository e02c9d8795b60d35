package org.tongqu.hub.reconciliation;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of figures, many at once. */
@Repository
class FigureStore {
    private final JdbcClient jdbc;

    FigureStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where they stood. */
    Set<CellKey> drop(Collection<String> origins) {
        return keys(jdbc.sql("""
                        delete from reconciliation.figure where origin = any(:origins::text[])
                        returning agent, product, month, customer_id
                        """).param("origins", origins.toArray(String[]::new)));
    }

    void add(List<Counted> figures) {
        if (figures.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into reconciliation.figure (id, origin, kind, agent, source_record_id, customer_id, region, said, product, unit,
                            said_qty, qty, day, month, message_id, row_no, reference, received_at, guessed)
                        select w.id, w.origin, w.kind, w.agent, w.record, w.customer, w.region, w.said, w.product, w.unit,
                            w.said_qty::numeric, w.qty::numeric, w.day::date, w.month::date, w.message, w.row_no, w.reference, w.received::timestamptz,
                            w.agent = ''
                        from unnest(:ids::text[], :origins::text[], :kinds::text[], :agents::text[], :records::text[], :customers::text[],
                            :regions::text[], :saids::text[], :products::text[], :units::text[], :saidQtys::text[], :qtys::text[],
                            :days::text[], :months::text[], :messages::text[], :rows::bigint[], :references::text[], :receiveds::text[])
                            as w(id, origin, kind, agent, record, customer, region, said, product, unit, said_qty, qty, day, month,
                                message, row_no, reference, received)
                        on conflict (id) do nothing
                        """)
                .param("ids", texts(figures, each -> each.figure().id()))
                .param("origins", texts(figures, each -> each.figure().origin()))
                .param("kinds", texts(figures, each -> each.figure().kind().name()))
                .param("agents", texts(figures, each -> each.figure().agent()))
                .param("records", texts(figures, each -> each.figure().sourceRecordId()))
                .param("customers", texts(figures, Counted::customer))
                .param("regions", texts(figures, Counted::region))
                .param("saids", texts(figures, each -> each.figure().said()))
                .param("products", texts(figures, Counted::product))
                .param("units", texts(figures, each -> each.figure().unit()))
                .param("saidQtys", texts(figures, each -> each.figure().qty().toPlainString()))
                .param("qtys", texts(figures, each -> each.qty().toPlainString()))
                .param("days", texts(figures, each -> each.figure().day().toString()))
                .param("months", texts(figures, each -> each.figure().month().toString()))
                .param("messages", texts(figures, each -> each.figure().messageId()))
                .param(
                        "rows",
                        figures.stream().map(each -> each.figure().rowNo()).toArray(Long[]::new))
                .param("references", texts(figures, each -> each.figure().reference()))
                .param(
                        "receiveds",
                        texts(figures, each -> each.figure().receivedAt().toString()))
                .update();
    }

    /** Customers' words that name no agent stand with the only one that has figures there; the cells they left and those they came to. */
    Set<CellKey> place(Collection<CellKey> touched) {
        List<CellKey> all = List.copyOf(touched);
        Set<CellKey> cells = new HashSet<>();
        jdbc.sql("""
                        with w as (select distinct product, month, customer from unnest(:products::text[], :months::date[], :customers::text[])
                                as w(product, month, customer)),
                        placed as (
                            select f.id, f.agent as before, coalesce(single.agent, '') as now
                            from w join reconciliation.figure f
                                on f.guessed and f.customer_id = w.customer and f.product = w.product and f.month = w.month
                            left join lateral (
                                select min(o.agent) as agent from reconciliation.figure o
                                where o.customer_id = w.customer and o.product = w.product and o.month = w.month and not o.guessed
                                having count(distinct o.agent) = 1) single on true)
                        update reconciliation.figure f set agent = placed.now from placed where f.id = placed.id and placed.now <> placed.before
                        returning f.agent, f.product, f.month, f.customer_id, placed.before
                        """)
                .param("products", all.stream().map(CellKey::product).toArray(String[]::new))
                .param("months", all.stream().map(key -> key.month().toString()).toArray(String[]::new))
                .param("customers", all.stream().map(CellKey::customer).toArray(String[]::new))
                .query((row, n) -> {
                    CellKey now = key(row);
                    cells.add(now);
                    return cells.add(new CellKey(row.getString("before"), now.product(), now.month(), now.customer()));
                })
                .list();
        return cells;
    }

    Set<CellKey> cellsOfSaid(Collection<String> said) {
        return keys(jdbc.sql("""
                        select distinct agent, product, month, customer_id from reconciliation.figure where said = any(:said::text[])
                        """).param("said", said.toArray(String[]::new)));
    }

    void rename(Collection<String> said) {
        jdbc.sql("""
                        update reconciliation.figure f set product = coalesce(
                            (select s.product from reconciliation.synonym s where s.said = f.said and s.until is null), f.said)
                        where f.said = any(:said::text[])
                        """).param("said", said.toArray(String[]::new)).update();
    }

    /** Figures that a rule of units may count: agents' and customers'. */
    List<Unitary> inUnits(String agent) {
        return jdbc.sql("""
                        select id, case kind when 'SOLD' then agent else '' end as counted_by, agent, product, month, customer_id, unit, said_qty, qty
                        from reconciliation.figure where kind <> 'SHIPPED' and (:agent = '' or agent = :agent)
                        """)
                .param("agent", agent)
                .query((row, n) -> new Unitary(
                        row.getString("id"),
                        row.getString("counted_by"),
                        key(row),
                        row.getString("unit"),
                        row.getBigDecimal("said_qty"),
                        row.getBigDecimal("qty")))
                .list();
    }

    void recount(List<Unitary> changed) {
        jdbc.sql("""
                        update reconciliation.figure f set qty = w.qty::numeric
                        from unnest(:ids::text[], :qtys::text[]) as w(id, qty) where f.id = w.id
                        """)
                .param("ids", changed.stream().map(Unitary::id).toArray(String[]::new))
                .param(
                        "qtys",
                        changed.stream().map(each -> each.qty().toPlainString()).toArray(String[]::new))
                .update();
    }

    /** Source records that stand under these customers. */
    List<String> recordsUnder(Collection<String> customers) {
        return jdbc.sql(
                        "select distinct source_record_id from reconciliation.figure where customer_id = any(:ids::text[])")
                .param("ids", customers.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    /** Puts the figures of records under the customers they belong to today; the cells they left and those they came to. */
    Set<CellKey> move(Collection<String> from, Map<String, String> customerByRecord) {
        List<String> records = List.copyOf(customerByRecord.keySet());
        Set<CellKey> cells = new HashSet<>();
        jdbc.sql("""
                        with went as (
                            select f.id, f.customer_id as before, w.customer
                            from unnest(:records::text[], :customers::text[]) as w(record, customer)
                            join reconciliation.figure f on f.source_record_id = w.record and f.customer_id <> w.customer
                            where f.customer_id = any(:from::text[]))
                        update reconciliation.figure f set customer_id = went.customer from went where f.id = went.id
                        returning f.agent, f.product, f.month, f.customer_id, went.before
                        """)
                .param("records", records.toArray(String[]::new))
                .param("customers", records.stream().map(customerByRecord::get).toArray(String[]::new))
                .param("from", from.toArray(String[]::new))
                .query((row, n) -> {
                    CellKey now = key(row);
                    cells.add(now);
                    return cells.add(new CellKey(now.agent(), now.product(), now.month(), row.getString("before")));
                })
                .list();
        return cells;
    }

    private static Set<CellKey> keys(JdbcClient.StatementSpec statement) {
        return new HashSet<>(statement.query((row, n) -> key(row)).list());
    }

    static CellKey key(ResultSet row) throws SQLException {
        return new CellKey(
                row.getString("agent"),
                row.getString("product"),
                row.getObject("month", LocalDate.class),
                row.getString("customer_id"));
    }

    private static String[] texts(List<Counted> figures, Function<Counted, @Nullable String> text) {
        return figures.stream().map(text).toArray(String[]::new);
    }

    /** A figure as the rules count it. */
    record Counted(
            Figure figure,
            String product,
            BigDecimal qty,
            String customer,
            @Nullable String region) {
        CellKey cell() {
            return new CellKey(figure.agent(), product, figure.month(), customer);
        }
    }

    /** @param agent whose way of counting it is in; empty for a customer's */
    record Unitary(String id, String agent, CellKey cell, String unit, BigDecimal saidQty, BigDecimal qty) {
        Unitary counted(BigDecimal factor) {
            return new Unitary(id, agent, cell, unit, saidQty, UnitRule.counted(saidQty, factor));
        }

        String product() {
            return cell.product();
        }
    }
}
