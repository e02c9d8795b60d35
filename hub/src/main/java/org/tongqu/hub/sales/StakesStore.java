package org.tongqu.hub.sales;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of how much was ordered under which source records. */
@Repository
class StakesStore {
    private final JdbcClient jdbc;

    StakesStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<String, BigDecimal> ordered(Collection<String> records) {
        Map<String, BigDecimal> ordered = new HashMap<>();
        jdbc.sql("""
                        select r.source_record_id, sum(r.total)
                        from sales.order_revision r join sales.sales_order o on o.id = r.order_id and o.revision = r.revision
                        where r.source_record_id = any(:records::text[]) and r.currency = 'CNY' group by 1
                        """)
                .param("records", records.toArray(String[]::new))
                .query((row, n) -> ordered.put(row.getString(1), row.getBigDecimal(2)))
                .list();
        return ordered;
    }
}
