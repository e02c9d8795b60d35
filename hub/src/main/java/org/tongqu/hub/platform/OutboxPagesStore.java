package org.tongqu.hub.platform;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
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
        return new Clauses()
                .and("id < :before", "before", window.beforeId())
                .andIf(sought.key(), "key", """
                        id in (select k.id from platform.outbox k where k.id = :key
                               union select e.id from platform.outbox e where e.effect_key in (:key, 'ask|' || :key)
                               union select m.id from platform.outbox m where m.message_id = :key)
                        """)
                .andIf(sought.state(), "state", "state = :state")
                .andIf(sought.partner(), "partner", "partner = :partner")
                .andIf(sought.kind(), "kind", "kind = :kind")
                .on(jdbc, ITEM, "order by id desc limit " + window.oneMore())
                .query(OutboxPagesStore::item)
                .list();
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

    long parked() {
        return jdbc.sql("select count(*) from platform.outbox where state = 'PARKED'")
                .query(Long.class)
                .single();
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
