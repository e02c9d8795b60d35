package org.tongqu.hub.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.platform.Columns;
import org.tongqu.hub.platform.Gauge;
import org.tongqu.hub.platform.Ids;
import org.tongqu.hub.platform.RoomGauges;

/** What monitoring is told of what came in: the last minutes by kind and outcome, and whatever still waits for hands or for a person. */
@Repository
class JournalGaugesStore implements RoomGauges {
    private static final Duration RECENT = Duration.ofMinutes(5);

    private final JdbcClient jdbc;

    JournalGaugesStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Gauge> gauges(Instant now) {
        return jdbc.sql("""
                        select 'messages_recent' as name, kind, coalesce(outcome, case when parked_at is null then 'WAITING' else 'PARKED' end) as outcome,
                               count(*)::double precision as value
                        from journal.message where id >= :from group by 2, 3
                        union all
                        select 'messages_waiting', null, null, count(*) from journal.message where outcome is null and parked_at is null
                        union all
                        select 'messages_oldest_waiting_seconds', null, null, coalesce(extract(epoch from :now - min(received_at)), 0)
                        from journal.message where outcome is null and parked_at is null
                        union all
                        select 'messages_parked', null, null, count(*) from journal.message where parked_at is not null
                        """)
                .param("from", Ids.from(now.minus(RECENT)))
                .param("now", Columns.utc(now))
                .query(JournalGaugesStore::gauge)
                .list();
    }

    private static Gauge gauge(ResultSet row, int n) throws SQLException {
        String name = row.getString("name");
        String kind = row.getString("kind");
        return new Gauge(
                name,
                says(name),
                kind == null ? Map.of() : Map.of("kind", kind, "outcome", row.getString("outcome")),
                row.getDouble("value"));
    }

    private static String says(String name) {
        return switch (name) {
            case "messages_recent" -> "Messages that came in within the last five minutes";
            case "messages_waiting" -> "Messages kept and not yet taken to their outcome";
            case "messages_oldest_waiting_seconds" -> "Age of the message that waits longest";
            default -> "Messages that wait for a person";
        };
    }
}
