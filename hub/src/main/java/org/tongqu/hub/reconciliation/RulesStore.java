package org.tongqu.hub.reconciliation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.platform.Columns;

/** SQL of what is tolerated, version by version. */
@Repository
class RulesStore {
    private final JdbcClient jdbc;

    RulesStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Rules current() {
        return jdbc.sql("select * from reconciliation.rules order by version desc limit 1")
                .query((row, n) -> rules(row))
                .single();
    }

    /** Newest first. */
    List<Rules> versions() {
        return jdbc.sql("select * from reconciliation.rules order by version desc limit 100")
                .query((row, n) -> rules(row))
                .list();
    }

    /** @return false where somebody else made that version meanwhile */
    boolean add(Rules rules) {
        return jdbc.sql("""
                                insert into reconciliation.rules
                                    (version, tolerance_units, tolerance_percent, lag_days, grace_days, from_month, by_whom, why, since)
                                values (:version, :units, :percent, :lag, :grace, :from, :who, :why, :since) on conflict do nothing
                                """)
                        .param("version", rules.version())
                        .param("units", rules.toleranceUnits())
                        .param("percent", rules.tolerancePercent())
                        .param("lag", rules.lagDays())
                        .param("grace", rules.graceDays())
                        .param("from", rules.from())
                        .param("who", rules.by())
                        .param("why", rules.why())
                        .param("since", rules.since())
                        .update()
                == 1;
    }

    private static Rules rules(ResultSet row) throws SQLException {
        return new Rules(
                row.getInt("version"),
                Columns.quantity(row, "tolerance_units"),
                Columns.quantity(row, "tolerance_percent"),
                row.getInt("lag_days"),
                row.getInt("grace_days"),
                Columns.dateOrNull(row, "from_month"),
                row.getString("by_whom"),
                row.getString("why"),
                Columns.time(row, "since"));
    }
}
