package org.tongqu.hub.demand;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.platform.Columns;

/** SQL of conversations. */
@Repository
class MessageStore {
    private final JdbcClient jdbc;

    MessageStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param due by when the house replies; absent where no reply is owed, or one is already */
    record Said(
            String id,
            String demandId,
            String side,
            String login,
            @Nullable String key,
            String words,
            @Nullable Instant due) {}

    void say(Said said, Instant now) {
        jdbc.sql("""
                        insert into demand.message (id, demand_id, side, by_login, said_key, words, at, due_at)
                        values (:id, :demand, :side, :login, :key, :words, :now, :due)
                        on conflict (demand_id, by_login, said_key) do nothing
                        """)
                .param("id", said.id())
                .param("demand", said.demandId())
                .param("side", said.side())
                .param("login", said.login())
                .param("key", said.key())
                .param("words", said.words())
                .param("due", said.due() == null ? null : Columns.utc(said.due()))
                .param("now", Columns.utc(now))
                .update();
    }

    void read(String demandId, String login) {
        jdbc.sql("""
                        insert into demand.read_mark (demand_id, login, seq)
                        select :demand, :login, coalesce(max(seq), 0) from demand.message where demand_id = :demand
                        on conflict (demand_id, login) do update set seq = excluded.seq
                        """).param("demand", demandId).param("login", login).update();
    }

    List<Conversation.Line> lines(Collection<String> demandIds, String login) {
        return jdbc.sql("""
                        select m.id, m.demand_id, m.side, m.by_login, m.words, m.at,
                               m.by_login <> :login and m.seq > coalesce(r.seq, 0) as unread
                        from demand.message m
                        left join demand.read_mark r on r.demand_id = m.demand_id and r.login = :login
                        where m.demand_id = any(:demands::text[]) order by m.seq limit 2000
                        """)
                .param("login", login)
                .param("demands", demandIds.toArray(String[]::new))
                .query((row, n) -> new Conversation.Line(
                        row.getString("id"),
                        row.getString("demand_id"),
                        row.getString("side"),
                        row.getString("by_login"),
                        row.getString("words"),
                        Columns.time(row, "at"),
                        row.getBoolean("unread")))
                .list();
    }
}
