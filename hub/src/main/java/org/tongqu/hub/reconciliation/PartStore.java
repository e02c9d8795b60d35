package org.tongqu.hub.reconciliation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of the single figures of cells. */
@Repository
class PartStore {
    private final JdbcClient jdbc;

    PartStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<CellKey, List<Readings.Part>> of(Collection<CellKey> keys) {
        Map<CellKey, List<Readings.Part>> parts = new HashMap<>();
        List<CellKey> all = List.copyOf(keys);
        if (all.isEmpty()) {
            return parts;
        }
        jdbc.sql("""
                        select f.agent, f.product, f.month, f.customer_id, f.kind, f.qty, f.day, f.reference
                        from unnest(:agents::text[], :products::text[], :months::date[], :customers::text[]) as w(agent, product, month, customer)
                        join reconciliation.figure f
                            on f.agent = w.agent and f.product = w.product and f.month = w.month and f.customer_id = w.customer
                        """)
                .param("agents", all.stream().map(CellKey::agent).toArray(String[]::new))
                .param("products", all.stream().map(CellKey::product).toArray(String[]::new))
                .param("months", all.stream().map(key -> key.month().toString()).toArray(String[]::new))
                .param("customers", all.stream().map(CellKey::customer).toArray(String[]::new))
                .query((row, n) -> parts.computeIfAbsent(FigureStore.key(row), none -> new ArrayList<>())
                        .add(new Readings.Part(
                                Figure.Kind.valueOf(row.getString("kind")),
                                row.getBigDecimal("qty"),
                                row.getObject("day", LocalDate.class),
                                row.getString("reference"))))
                .list();
        return parts;
    }
}
