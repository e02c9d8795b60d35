package org.tongqu.hub.reconciliation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of what waits for the worker. */
@Repository
class TouchedStore {
    private final JdbcClient jdbc;

    TouchedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void cells(Collection<CellKey> cells) {
        if (cells.isEmpty()) {
            return;
        }
        List<CellKey> all = List.copyOf(cells);
        jdbc.sql("""
                        insert into reconciliation.touched (agent, product, month, customer_id)
                        select w.agent, w.product, w.month::date, w.customer
                        from unnest(:agents::text[], :products::text[], :months::text[], :customers::text[]) as w(agent, product, month, customer)
                        """)
                .param("agents", all.stream().map(CellKey::agent).toArray(String[]::new))
                .param("products", all.stream().map(CellKey::product).toArray(String[]::new))
                .param("months", all.stream().map(key -> key.month().toString()).toArray(String[]::new))
                .param("customers", all.stream().map(CellKey::customer).toArray(String[]::new))
                .update();
    }

    /** Records may have left these or come to them. */
    void customers(Set<String> customers) {
        jdbc.sql("insert into reconciliation.touched (customer_id) select unnest(:ids::text[])")
                .param("ids", new TreeSet<>(customers).toArray(String[]::new))
                .update();
    }

    /** Every cell that is kept, e.g. when the rules are others. */
    void all() {
        jdbc.sql("""
                        insert into reconciliation.touched (agent, product, month, customer_id)
                        select agent, product, month, customer_id from reconciliation.cell
                        """).update();
    }

    boolean any() {
        return jdbc.sql("select exists (select 1 from reconciliation.touched)")
                .query(Boolean.class)
                .single();
    }

    /** The oldest, taken off the list with the transaction at hand. */
    Some take(int most) {
        Set<CellKey> cells = new HashSet<>();
        Set<String> customers = new HashSet<>();
        jdbc.sql("""
                        delete from reconciliation.touched
                        where no in (select no from reconciliation.touched order by no limit :most)
                        returning agent, product, month, customer_id
                        """)
                .param("most", most)
                .query((row, n) -> row.getObject("month", LocalDate.class) == null
                        ? customers.add(row.getString("customer_id"))
                        : cells.add(FigureStore.key(row)))
                .list();
        return new Some(cells, customers);
    }

    record Some(Set<CellKey> cells, Set<String> customers) {
        boolean isEmpty() {
            return cells.isEmpty() && customers.isEmpty();
        }
    }
}
