package org.tongqu.hub.reconciliation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.platform.Columns;

/** SQL of three months of agents and the same three a year before, from the months already counted. */
@Repository
class GrowthStore {
    private final JdbcClient jdbc;

    GrowthStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By agent; agents without figures are missing. */
    Map<String, Growth.Sums> sums(Collection<String> agents, LocalDate from) {
        Map<String, Growth.Sums> sums = new HashMap<>();
        jdbc.sql("""
                        with month as (
                            select *, month >= :from and month < :until as now, month >= :base and month < :baseUntil as before
                            from reconciliation.score where agent = any(:agents::text[]))
                        select agent, min(month) as first, count(reported_at) filter (where now or before) as told,
                            coalesce(sum(volume) filter (where now), 0) as sold,
                            coalesce(sum(volume) filter (where before), 0) as sold_before,
                            coalesce(sum(shipped) filter (where now), 0) as shipped,
                            coalesce(sum(shipped) filter (where before), 0) as shipped_before
                        from month group by agent
                        """)
                .param("agents", agents.toArray(String[]::new))
                .param("from", from)
                .param("until", from.plusMonths(Growth.MONTHS))
                .param("base", from.minusYears(1))
                .param("baseUntil", from.minusYears(1).plusMonths(Growth.MONTHS))
                .query(row -> {
                    sums.put(row.getString("agent"), of(row));
                });
        return sums;
    }

    private static Growth.Sums of(ResultSet row) throws SQLException {
        return new Growth.Sums(
                row.getInt("told"),
                Columns.quantity(row, "sold"),
                Columns.quantity(row, "sold_before"),
                Columns.quantity(row, "shipped"),
                Columns.quantity(row, "shipped_before"),
                Columns.dateOrNull(row, "first"));
    }
}
