package org.tongqu.hub.platform;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of what is shown of the outbox. */
@Repository
class OutboxPagesStore {
    private static final String ITEM = """
            select id, partner, lane, kind, channel, state, attempts, reason, fault, message_id, created_at, sent_at, settled_at,
                   case when state = 'WAITING' then next_attempt_at end as next_attempt_at
            from platform.outbox o
            """;

    private final JdbcClient jdbc;

    OutboxPagesStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<OutboxPages.Item> item(String id) {
        return jdbc.sql(ITEM + " where id = :id")
                .param("id", id)
                .query(OutboxPagesStore::item)
                .optional();
    }

    List<OutboxPages.Item> items(OutboxPages.Sought sought, Window window) {
        return clauses(sought)
                .and("id < :before", "before", window.beforeId())
                .on(jdbc, ITEM, "order by id desc limit " + window.oneMore())
                .query(OutboxPagesStore::item)
                .list();
    }

    List<String> ids(OutboxPages.Sought sought, int most) {
        return clauses(sought)
                .on(jdbc, "select id from platform.outbox o", "order by id limit " + most)
                .query(String.class)
                .list();
    }

    private static Clauses clauses(OutboxPages.Sought sought) {
        return new Clauses()
                .andIf(sought.key(), "key", """
                        id in (select k.id from platform.outbox k where k.id = :key
                               union select e.id from platform.outbox e where e.effect_key in (:key, 'ask|' || :key)
                               union select m.id from platform.outbox m where m.message_id = :key)
                        """)
                .andIf(sought.state(), "state", "state = :state")
                .andIf(sought.partner(), "partner", "partner = :partner")
                .andIf(sought.kind(), "kind", "kind = :kind")
                .andIf(sought.fault(), "fault", "fault = :fault");
    }

    List<OutboxPages.Try> tries(String id) {
        return jdbc.sql("""
                        select n, at, node, outcome, duration_ms, reason from platform.outbox_attempt
                        where outbox_id = :id order by n desc limit 200
                        """)
                .param("id", id)
                .query((row, n) -> new OutboxPages.Try(
                        row.getInt("n"),
                        Columns.time(row, "at"),
                        row.getString("node"),
                        row.getString("outcome"),
                        row.getLong("duration_ms"),
                        row.getString("reason")))
                .list();
    }

    List<OutboxPages.Item> openInLanes(List<String> lanes) {
        return jdbc.sql(
                        ITEM
                                + " where lane = any(:lanes::text[]) and state in ('WAITING', 'CLAIMED', 'PARKED') order by seq limit 200")
                .param("lanes", lanes.toArray(String[]::new))
                .query(OutboxPagesStore::item)
                .list();
    }

    Map<String, OutboxPages.Load> loads() {
        Map<String, OutboxPages.Load> loads = new HashMap<>();
        jdbc.sql("""
                        select partner, count(*) filter (where state <> 'PARKED') as waiting,
                               min(created_at) filter (where state <> 'PARKED') as oldest,
                               coalesce(sum(attempts) filter (where state <> 'PARKED'), 0) as failed,
                               count(*) filter (where state = 'PARKED') as parked
                        from platform.outbox where state in ('WAITING', 'CLAIMED', 'PARKED') group by partner
                        """).query(row -> {
            loads.put(
                    row.getString("partner"),
                    new OutboxPages.Load(
                            row.getLong("waiting"),
                            Columns.timeOrNull(row, "oldest"),
                            row.getLong("failed"),
                            row.getLong("parked")));
        });
        return loads;
    }

    long parked() {
        return jdbc.sql("select count(*) from platform.outbox where state = 'PARKED'")
                .query(Long.class)
                .single();
    }

    List<OutboxPages.Road> roads(Instant since) {
        return jdbc.sql("""
                        select partner, count(*) filter (where created_at >= :since) as put,
                               count(*) filter (where state in ('WAITING', 'CLAIMED')) as waiting,
                               count(*) filter (where state = 'PARKED') as parked,
                               min(created_at) filter (where state in ('WAITING', 'CLAIMED')) as oldest
                        from platform.outbox
                        where created_at >= :since or state in ('WAITING', 'CLAIMED', 'PARKED')
                        group by partner order by partner
                        """)
                .param("since", Columns.utc(since))
                .query((row, n) -> new OutboxPages.Road(
                        row.getString("partner"),
                        row.getLong("put"),
                        row.getLong("waiting"),
                        row.getLong("parked"),
                        Columns.timeOrNull(row, "oldest")))
                .list();
    }

    private static OutboxPages.Item item(ResultSet row, int n) throws SQLException {
        return new OutboxPages.Item(
                row.getString("id"),
                row.getString("partner"),
                row.getString("lane"),
                row.getString("kind"),
                row.getString("channel"),
                row.getString("state"),
                row.getInt("attempts"),
                row.getString("reason"),
                row.getString("fault"),
                row.getString("message_id"),
                Columns.time(row, "created_at"),
                Columns.timeOrNull(row, "sent_at"),
                Columns.timeOrNull(row, "settled_at"),
                Columns.timeOrNull(row, "next_attempt_at"));
    }
}
