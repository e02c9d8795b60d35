package org.tongqu.hub.reconciliation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of cells, many at once. */
@Repository
class CellStore {
    private static final String WANTED = """
            unnest(:agents::text[], :products::text[], :months::date[], :customers::text[]) as w(agent, product, month, customer)
            """;

    /** By words of how far apart, and a cell at a time: only so is it found by its index behind the wall. */
    static final String OPPOSITE = """
            with wanted as (
                select w.*, n.net_said from unnest(:agents::text[], :products::text[], :months::date[], :customers::text[], :nets::text[])
                    as w(agent, product, month, customer, said)
                cross join lateral (select (-w.said::numeric(22, 4))::text as net_said) n)
            select c.* from wanted w cross join lateral (
                select * from reconciliation.cell c where c.agent = w.agent and c.product = w.product and c.net_said = w.net_said
                    and c.month between (w.month - interval '1 month')::date and (w.month + interval '1 month')::date
                    and c.state = 'DIFFERS' and (c.customer_id = w.customer or c.month = w.month) offset 0) c
            union
            select c.* from wanted w cross join lateral (
                select * from reconciliation.cell c where c.agent = w.agent and c.customer_id = w.customer and c.month = w.month
                    and c.net_said = w.net_said and c.product <> w.product and c.state = 'DIFFERS' offset 0) c
            union
            select c.* from wanted w cross join lateral (
                select * from reconciliation.cell c where c.customer_id = w.customer and c.product = w.product and c.net_said = w.net_said
                    and c.month = w.month and c.agent <> w.agent and c.state = 'DIFFERS' offset 0) c
            """;

    private final JdbcClient jdbc;

    CellStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds their figures up anew; a customer's latest word on a month is the one that counts. Cells without figures end. */
    void sum(Set<CellKey> wanted, Rules rules) {
        List<CellKey> all = List.copyOf(wanted);
        keyed(jdbc.sql("""
                        with summed as (
                        select w.agent, w.product, w.month, w.customer, s.many, s.region, s.sold, s.shipped, t.stated,
                            s.sold_early, s.sold_late, s.shipped_early, s.shipped_late,
                            case when w.month >= :from then (w.month + interval '1 month')::date - 1 + :grace
                                 else date '9999-12-31' end as due
                        from %s
                        cross join lateral (
                            select count(*) as many, count(*) filter (where f.kind = 'STATED') as statements, max(f.region) as region,
                                sum(f.qty) filter (where f.kind = 'SOLD') as sold,
                                sum(f.qty) filter (where f.kind = 'SHIPPED') as shipped,
                                coalesce(sum(f.qty) filter (where f.kind = 'SOLD' and f.day < w.month + :lag), 0) as sold_early,
                                coalesce(sum(f.qty) filter (where f.kind = 'SHIPPED' and f.day < w.month + :lag), 0) as shipped_early,
                                coalesce(sum(f.qty) filter (where f.kind = 'SOLD'
                                    and f.day >= (w.month + interval '1 month')::date - :lag), 0) as sold_late,
                                coalesce(sum(f.qty) filter (where f.kind = 'SHIPPED'
                                    and f.day >= (w.month + interval '1 month')::date - :lag), 0) as shipped_late
                            from reconciliation.figure f
                            where f.agent = w.agent and f.product = w.product and f.month = w.month and f.customer_id = w.customer) s
                        left join lateral (
                            select sum(f.qty) as stated from reconciliation.figure f
                            where f.agent = w.agent and f.product = w.product and f.month = w.month and f.customer_id = w.customer
                              and f.kind = 'STATED' and s.statements > 0
                            group by f.origin order by max(f.day) desc, max(f.received_at) desc, f.origin desc limit 1) t on true),
                        ended as (
                        delete from reconciliation.cell c using summed w
                        where w.many = 0 and c.agent = w.agent and c.product = w.product and c.month = w.month and c.customer_id = w.customer)
                        insert into reconciliation.cell (agent, product, month, customer_id, region, sold, shipped, stated,
                            sold_early, sold_late, shipped_early, shipped_late, due, rules)
                        select agent, product, month, customer, region, sold, shipped, stated,
                            sold_early, sold_late, shipped_early, shipped_late, due, :version
                        from summed where many > 0
                        on conflict (agent, product, month, customer_id) do update set region = excluded.region, sold = excluded.sold,
                            shipped = excluded.shipped, stated = excluded.stated, sold_early = excluded.sold_early,
                            sold_late = excluded.sold_late, shipped_early = excluded.shipped_early, shipped_late = excluded.shipped_late,
                            due = excluded.due, rules = excluded.rules
                        """.formatted(WANTED)), all)
                .param("lag", rules.lagDays())
                .param("grace", rules.graceDays())
                .param("from", rules.firstMonth())
                .param("version", rules.version())
                .update();
    }

    /** All months of these lines. */
    List<Cell> ofLines(Collection<CellKey.Line> lines) {
        List<CellKey.Line> all = List.copyOf(lines);
        return jdbc.sql("""
                        select c.* from unnest(:agents::text[], :products::text[], :customers::text[]) as w(agent, product, customer)
                        join reconciliation.cell c on c.customer_id = w.customer and c.agent = w.agent and c.product = w.product
                        """)
                .param("agents", texts(all, CellKey.Line::agent))
                .param("products", texts(all, CellKey.Line::product))
                .param("customers", texts(all, CellKey.Line::customer))
                .query(CellStore::cell)
                .list();
    }

    List<Cell> of(Collection<CellKey> keys) {
        return keyed(jdbc.sql("""
                        select c.* from %s
                        join reconciliation.cell c on c.agent = w.agent and c.product = w.product and c.month = w.month and c.customer_id = w.customer
                        """.formatted(WANTED)), List.copyOf(keys))
                .query(CellStore::cell)
                .list();
    }

    /** Cells of these customers that may be judged otherwise where a name of theirs is known: those that lie apart or hold stock. */
    Set<CellKey> apartUnder(Collection<String> customers) {
        return Set.copyOf(jdbc.sql("""
                        select c.agent, c.product, c.month, c.customer_id from unnest(:ids::text[]) as w(customer)
                        join reconciliation.cell c on c.customer_id = w.customer
                        where c.state = 'DIFFERS' or c.stock_of <> ''
                        """)
                .param("ids", customers.toArray(String[]::new))
                .query((row, n) -> FigureStore.key(row))
                .list());
    }

    /** Those that differ by as much the other way: another month, another customer, another agent, or another product of the same. */
    List<Cell> opposite(List<Cell> differing) {
        return keyed(jdbc.sql(OPPOSITE), differing.stream().map(Cell::key).toList())
                .param(
                        "nets",
                        differing.stream()
                                .map(cell -> cell.net().toPlainString())
                                .toArray(String[]::new))
                .query(CellStore::cell)
                .list();
    }

    void settle(List<Cell> judged) {
        if (judged.isEmpty()) {
            return;
        }
        keyed(jdbc.sql("""
                        update reconciliation.cell c set net = w.net::numeric, state = w.state, stock_of = w.stock_of,
                            from_stock = w.from_stock::numeric
                        from unnest(:agents::text[], :products::text[], :months::date[], :customers::text[], :nets::text[], :states::text[],
                            :owners::text[], :drawn::text[]) as w(agent, product, month, customer, net, state, stock_of, from_stock)
                        where c.agent = w.agent and c.product = w.product and c.month = w.month and c.customer_id = w.customer
                        """), judged.stream().map(Cell::key).toList())
                .param(
                        "nets",
                        judged.stream().map(cell -> cell.net().toPlainString()).toArray(String[]::new))
                .param(
                        "states",
                        judged.stream().map(cell -> cell.state().name()).toArray(String[]::new))
                .param("owners", judged.stream().map(Cell::stockOf).toArray(String[]::new))
                .param("drawn", judged.stream().map(CellStore::drawn).toArray(String[]::new))
                .update();
    }

    private static @Nullable String drawn(Cell cell) {
        return cell.fromStock() == null ? null : cell.fromStock().toPlainString();
    }

    /** Agents that keep or kept one of these products in stock. */
    List<Shelf> shelves(Collection<String> products) {
        return jdbc.sql("""
                        select distinct c.product, coalesce(nullif(c.stock_of, ''), c.agent) as agent
                        from unnest(:products::text[]) as w(product)
                        join reconciliation.cell c on c.product = w.product and (c.stock_of <> '' or c.drawn)
                        """)
                .param("products", products.toArray(String[]::new))
                .query((row, n) -> new Shelf(row.getString("agent"), row.getString("product")))
                .list();
    }

    /** What came into stock at these agents, and what they sold without a shipment. */
    List<Cell> ofStock(Collection<Shelf> shelves) {
        return jdbc.sql("""
                        with w as (select * from unnest(:agents::text[], :products::text[]) as w(agent, product))
                        select c.* from w join reconciliation.cell c on c.product = w.product and c.stock_of = w.agent and c.stock_of <> ''
                        union
                        select c.* from w join reconciliation.cell c on c.agent = w.agent and c.product = w.product and c.shipped is null
                        """)
                .param("agents", shelves.stream().map(Shelf::agent).toArray(String[]::new))
                .param("products", shelves.stream().map(Shelf::product).toArray(String[]::new))
                .query(CellStore::cell)
                .list();
    }

    /** Notes those whose time has come for the worker. */
    int fallDue(LocalDate today, int most) {
        return jdbc.sql("""
                        insert into reconciliation.touched (agent, product, month, customer_id)
                        select agent, product, month, customer_id from reconciliation.cell
                        where state = 'PENDING' and due < :today order by due limit :most
                        """).param("today", today).param("most", most).update();
    }

    private static JdbcClient.StatementSpec keyed(JdbcClient.StatementSpec statement, List<CellKey> all) {
        return statement
                .param("agents", texts(all, CellKey::agent))
                .param("products", texts(all, CellKey::product))
                .param("months", texts(all, key -> key.month().toString()))
                .param("customers", texts(all, CellKey::customer));
    }

    private static <T> String[] texts(List<T> all, Function<T, String> text) {
        return all.stream().map(text).toArray(String[]::new);
    }

    /** One product in one agent's stock. */
    record Shelf(String agent, String product) {}

    static Cell cell(ResultSet row, int n) throws SQLException {
        return new Cell(
                FigureStore.key(row),
                row.getString("region"),
                row.getBigDecimal("sold"),
                row.getBigDecimal("shipped"),
                row.getBigDecimal("stated"),
                new Cell.Edge(row.getBigDecimal("sold_early"), row.getBigDecimal("shipped_early")),
                new Cell.Edge(row.getBigDecimal("sold_late"), row.getBigDecimal("shipped_late")),
                row.getBigDecimal("net"),
                Cell.State.valueOf(row.getString("state")),
                row.getObject("due", LocalDate.class),
                row.getString("stock_of"),
                row.getBigDecimal("from_stock"));
    }
}
