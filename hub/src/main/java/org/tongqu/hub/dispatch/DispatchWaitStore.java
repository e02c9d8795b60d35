package org.tongqu.hub.dispatch;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.platform.Columns;

/** SQL of teams that are not named yet. */
@Repository
class DispatchWaitStore {
    private final JdbcClient jdbc;

    DispatchWaitStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Row> due(Instant before, int most) {
        return jdbc.sql("""
                        select id, need_id, need_number, summary, grade, region, branch, opened_at, deadline from dispatch.dispatch
                        where state = 'OPEN' and deadline < :before order by deadline, id limit :most
                        """)
                .param("before", Columns.utc(before))
                .param("most", most)
                .query((row, n) -> new Row(
                        row.getString("id"),
                        row.getString("need_id"),
                        row.getString("need_number"),
                        row.getString("summary"),
                        row.getString("grade"),
                        row.getString("region"),
                        row.getString("branch"),
                        Columns.time(row, "opened_at"),
                        Columns.time(row, "deadline")))
                .list();
    }

    record Row(
            String id,
            String needId,
            String needNumber,
            String summary,
            String grade,
            String region,
            String branch,
            OffsetDateTime openedAt,
            OffsetDateTime deadline) {}
}
