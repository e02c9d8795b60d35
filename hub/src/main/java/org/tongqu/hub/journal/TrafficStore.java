package org.tongqu.hub.journal;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.platform.Columns;
import org.tongqu.hub.platform.Ids;

/** SQL of how much came in; ids grow with time, so the newest are found without reading the others. */
@Repository
class TrafficStore {
    private final JdbcClient jdbc;

    TrafficStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<JournalPages.Flow> flows(Instant since) {
        return jdbc.sql("""
                        select role, partner, region, kind, count(*) as messages,
                               sum(rows_accepted + rows_refused + rows_duplicate) as rows,
                               count(*) filter (where outcome in ('REFUSED', 'PARTLY')) as returned, max(received_at) as heard_at
                        from journal.message where id >= :from group by role, partner, region, kind
                        """)
                .param("from", Ids.from(since))
                .query((row, n) -> new JournalPages.Flow(
                        row.getString("role"),
                        row.getString("partner"),
                        row.getString("region"),
                        row.getString("kind"),
                        row.getLong("messages"),
                        row.getLong("rows"),
                        row.getLong("returned"),
                        Columns.time(row, "heard_at")))
                .list();
    }

    /** Steps in which nothing came are left out. */
    List<JournalPages.Step> steps(Instant since, Duration step) {
        return jdbc.sql("""
                        select floor(extract(epoch from received_at) / :step)::bigint * :step as at, count(*) as messages,
                               count(*) filter (where outcome in ('REFUSED', 'PARTLY')) as returned
                        from journal.message where id >= :from group by 1 order by 1
                        """)
                .param("from", Ids.from(since))
                .param("step", step.toSeconds())
                .query((row, n) -> new JournalPages.Step(
                        Instant.ofEpochSecond(row.getLong("at")).atOffset(ZoneOffset.UTC),
                        row.getLong("messages"),
                        row.getLong("returned")))
                .list();
    }

    AcceptedRows.Rows rowsOf(String partner, Instant since) {
        return jdbc.sql("""
                        select coalesce(sum(rows_accepted), 0)::bigint as accepted, coalesce(sum(rows_refused), 0)::bigint as refused
                        from journal.message where partner = :partner and id >= :from and kind = 'SALES_FILE'
                        """)
                .param("partner", partner)
                .param("from", Ids.from(since))
                .query(AcceptedRows.Rows.class)
                .single();
    }

    JournalPages.Backlog backlog() {
        return jdbc.sql("""
                        select count(*) as waiting, min(received_at) as oldest, count(*) filter (where attempts > 1) as retried
                        from journal.message where outcome is null and parked_at is null
                        """)
                .query((row, n) -> new JournalPages.Backlog(
                        row.getLong("waiting"), Columns.timeOrNull(row, "oldest"), row.getLong("retried")))
                .single();
    }
}
