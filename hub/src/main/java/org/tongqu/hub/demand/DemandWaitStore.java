package org.tongqu.hub.demand;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.platform.Columns;

/** SQL of what factories owe an answer to. */
@Repository
class DemandWaitStore {
    private final JdbcClient jdbc;

    DemandWaitStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Row> due(Instant before, int most) {
        return jdbc.sql("""
                        select id, id as demand_id, need_id, factory, region, branch, asked_at, due_at from demand.demand
                        where state in ('WAITING', 'SENT', 'ACKNOWLEDGED') and due_at < :before
                        order by due_at, id limit :most
                        """)
                .param("before", Columns.utc(before))
                .param("most", most)
                .query(DemandWaitStore::row)
                .list();
    }

    static Row row(ResultSet row, int n) throws SQLException {
        return new Row(
                row.getString("id"),
                row.getString("demand_id"),
                row.getString("need_id"),
                row.getString("factory"),
                row.getString("region"),
                row.getString("branch"),
                Columns.time(row, "asked_at"),
                Columns.time(row, "due_at"));
    }

    /** @param id of the demand, or of what was asked on it */
    record Row(
            String id,
            String demandId,
            String needId,
            String factory,
            String region,
            String branch,
            OffsetDateTime askedAt,
            OffsetDateTime dueAt) {}
}
