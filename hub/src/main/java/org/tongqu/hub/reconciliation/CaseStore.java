package org.tongqu.hub.reconciliation;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.platform.Columns;

/** SQL by which the worker opens, moves and settles cases, many at once. */
@Repository
class CaseStore {
    private static final String COVERING = """
            select c.case_id from unnest(:agents::text[], :products::text[], :months::date[], :customers::text[]) as w(agent, product, month, customer)
            join reconciliation.case_cell c on c.agent = w.agent and c.product = w.product and c.month = w.month and c.customer_id = w.customer
            """;

    private final JdbcClient jdbc;

    CaseStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Open cases that any of these stand in, with all their cells, the oldest first. */
    Map<String, Open> over(Collection<CellKey> keys) {
        Map<String, Open> open = new LinkedHashMap<>();
        keyed(jdbc.sql("""
                        select d.id, d.reading, c.* from reconciliation.discrepancy d join reconciliation.case_cell c on c.case_id = d.id
                        where d.state = 'OPEN' and d.id in (%s and c.state = 'OPEN') order by d.number
                        """.formatted(COVERING)), keys)
                .query((row, n) -> {
                    String id = row.getString("id");
                    Reading reading = Reading.valueOf(row.getString("reading"));
                    return open.computeIfAbsent(id, none -> new Open(id, reading, new HashMap<>()))
                            .cells()
                            .put(FigureStore.key(row), Held.of(row));
                })
                .list();
        return open;
    }

    /** What persons have decided of these, by cell: the newest verdict on each. */
    Map<CellKey, Held> decided(Collection<CellKey> keys) {
        Map<CellKey, Held> decided = new HashMap<>();
        keyed(jdbc.sql("""
                        select c.* from reconciliation.case_cell c join reconciliation.discrepancy d on d.id = c.case_id
                        where c.state = 'DECIDED' and c.case_id in (%s and c.state = 'DECIDED') order by d.number
                        """.formatted(COVERING)), keys)
                .query((row, n) -> decided.put(FigureStore.key(row), Held.of(row)) == null)
                .list();
        return decided;
    }

    void open(List<Found> cases, Instant now) {
        if (cases.isEmpty()) {
            return;
        }
        figured(jdbc.sql("""
                        insert into reconciliation.discrepancy (id, agent, product, month, customer_id, region, reading, amount, sold, shipped,
                            stated, state, owner, due, opened_at, moved_at)
                        select w.id, w.agent, w.product, w.month, w.customer, w.region, w.reading, w.amount::numeric, w.sold::numeric,
                            w.shipped::numeric, w.stated::numeric, 'OPEN', w.owner, w.due, :now, :now
                        from unnest(:ids::text[], :agents::text[], :products::text[], :months::date[], :customers::text[], :regions::text[],
                            :readings::text[], :amounts::text[], :solds::text[], :shippeds::text[], :stateds::text[], :owners::text[],
                            :dues::date[]) as w(id, agent, product, month, customer, region, reading, amount, sold, shipped, stated, owner, due)
                        """), cases)
                .param("owners", texts(cases, Found::owner))
                .param("dues", texts(cases, found -> found.due().toString()))
                .param("now", Columns.utc(now))
                .update();
    }

    void move(List<Found> cases, Instant now) {
        if (cases.isEmpty()) {
            return;
        }
        figured(jdbc.sql("""
                        update reconciliation.discrepancy d set agent = w.agent, product = w.product, month = w.month, customer_id = w.customer,
                            region = w.region, reading = w.reading, amount = w.amount::numeric, sold = w.sold::numeric,
                            shipped = w.shipped::numeric, stated = w.stated::numeric, moved_at = :now
                        from unnest(:ids::text[], :agents::text[], :products::text[], :months::date[], :customers::text[], :regions::text[],
                            :readings::text[], :amounts::text[], :solds::text[], :shippeds::text[], :stateds::text[])
                            as w(id, agent, product, month, customer, region, reading, amount, sold, shipped, stated)
                        where d.id = w.id
                        """), cases).param("now", Columns.utc(now)).update();
    }

    void settle(Collection<String> cases, Instant now) {
        if (cases.isEmpty()) {
            return;
        }
        String[] ids = new TreeSet<>(cases).toArray(String[]::new);
        jdbc.sql("update reconciliation.case_cell set state = 'SETTLED' where case_id = any(:ids) and state = 'OPEN'")
                .param("ids", ids)
                .update();
        jdbc.sql("update reconciliation.discrepancy set state = 'SETTLED', settled_at = :now where id = any(:ids)")
                .param("ids", ids)
                .param("now", Columns.utc(now))
                .update();
    }

    /** Takes the cells off these cases, for others or themselves to hold them. */
    void letGo(Collection<String> cases) {
        if (cases.isEmpty()) {
            return;
        }
        jdbc.sql("delete from reconciliation.case_cell where case_id = any(:ids) and state = 'OPEN'")
                .param("ids", cases.toArray(String[]::new))
                .update();
    }

    void hold(Map<String, List<Cell>> cellsByCase) {
        List<Map.Entry<String, Cell>> all = cellsByCase.entrySet().stream()
                .flatMap(each -> each.getValue().stream().map(cell -> Map.entry(each.getKey(), cell)))
                .toList();
        if (all.isEmpty()) {
            return;
        }
        keyed(jdbc.sql("""
                        insert into reconciliation.case_cell (case_id, agent, product, month, customer_id, net, sold, shipped, stated, state)
                        select w.id, w.agent, w.product, w.month, w.customer, w.net::numeric, w.sold::numeric, w.shipped::numeric,
                            w.stated::numeric, 'OPEN'
                        from unnest(:ids::text[], :agents::text[], :products::text[], :months::date[], :customers::text[], :nets::text[],
                            :solds::text[], :shippeds::text[], :stateds::text[])
                            as w(id, agent, product, month, customer, net, sold, shipped, stated)
                        """), all.stream().map(each -> each.getValue().key()).toList())
                .param("ids", texts(all, Map.Entry::getKey))
                .param("nets", texts(all, each -> plain(each.getValue().net())))
                .param("solds", texts(all, each -> plain(each.getValue().sold())))
                .param("shippeds", texts(all, each -> plain(each.getValue().shipped())))
                .param("stateds", texts(all, each -> plain(each.getValue().stated())))
                .update();
    }

    private static JdbcClient.StatementSpec figured(JdbcClient.StatementSpec statement, List<Found> cases) {
        return keyed(statement, cases.stream().map(found -> found.first().key()).toList())
                .param("ids", texts(cases, Found::id))
                .param("regions", texts(cases, found -> found.first().region()))
                .param("readings", texts(cases, found -> found.reading().name()))
                .param("amounts", texts(cases, found -> plain(found.first().amount())))
                .param("solds", texts(cases, found -> plain(found.first().sold())))
                .param("shippeds", texts(cases, found -> plain(found.first().shipped())))
                .param("stateds", texts(cases, found -> plain(found.first().stated())));
    }

    private static JdbcClient.StatementSpec keyed(JdbcClient.StatementSpec statement, Collection<CellKey> keys) {
        List<CellKey> all = List.copyOf(keys);
        return statement
                .param("agents", texts(all, CellKey::agent))
                .param("products", texts(all, CellKey::product))
                .param("months", texts(all, key -> key.month().toString()))
                .param("customers", texts(all, CellKey::customer));
    }

    private static <T> String[] texts(List<T> all, Function<T, @Nullable String> text) {
        return all.stream().map(text).toArray(String[]::new);
    }

    private static @Nullable String plain(@Nullable BigDecimal figure) {
        return figure == null ? null : figure.toPlainString();
    }

    /** A case as it stands. */
    record Open(String id, Reading reading, Map<CellKey, Held> cells) {
        Set<CellKey> keys() {
            return cells.keySet();
        }
    }

    /** What was in question in a cell when its case was last looked at. */
    record Held(
            BigDecimal net,
            @Nullable BigDecimal sold,
            @Nullable BigDecimal shipped,
            @Nullable BigDecimal stated) {
        private static final Comparator<@Nullable BigDecimal> ORDER = Comparator.nullsFirst(Comparator.naturalOrder());

        static Held of(ResultSet row) throws SQLException {
            return new Held(
                    row.getBigDecimal("net"),
                    row.getBigDecimal("sold"),
                    row.getBigDecimal("shipped"),
                    row.getBigDecimal("stated"));
        }

        boolean isSame(Cell cell) {
            return same(net, cell.net())
                    && same(sold, cell.sold())
                    && same(shipped, cell.shipped())
                    && same(stated, cell.stated());
        }

        /** Whether as much is in question as then, whichever figures it is made of. */
        boolean covers(Cell cell) {
            return same(net, cell.net()) && same(stated, cell.stated());
        }

        private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
            return ORDER.compare(one, other) == 0;
        }
    }

    /** A case as it is found now. */
    record Found(
            String id,
            Reading reading,
            List<Cell> cells,
            @Nullable String owner,
            LocalDate due) {
        Cell first() {
            return cells.getFirst();
        }
    }
}
