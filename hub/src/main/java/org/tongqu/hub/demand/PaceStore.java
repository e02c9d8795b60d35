package org.tongqu.hub.demand;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.platform.Columns;

/** SQL of how fast demands went. */
@Repository
class PaceStore {
    private final JdbcClient jdbc;

    PaceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<String, Paces.Pace> of(Collection<String> demandIds) {
        Map<String, Paces.Pace> paces = new HashMap<>();
        jdbc.sql("""
                        select id, asked_at, sent_at, acknowledged_at, answered_at, ordered_at, price, currency
                        from demand.demand where id = any(:ids::text[])
                        """)
                .param("ids", demandIds.toArray(String[]::new))
                .query((row, n) -> paces.put(row.getString("id"), pace(row)))
                .list();
        return paces;
    }

    private static Paces.Pace pace(ResultSet row) throws SQLException {
        return new Paces.Pace(
                Columns.time(row, "asked_at"),
                Columns.timeOrNull(row, "sent_at"),
                Columns.timeOrNull(row, "acknowledged_at"),
                Columns.timeOrNull(row, "answered_at"),
                Columns.timeOrNull(row, "ordered_at"),
                Columns.amountOrNull(row, "price", "currency"));
    }
}
