package org.tongqu.hub.channel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.platform.Columns;

/** SQL of moves from one agent to another. */
@Repository
class MoveStore {
    private static final String HEAD = """
            select id, number, giver, receiver, product_class, made_by, made_at, undone_by, undone_at, gone_back, stayed from channel.move
            """;

    private final JdbcClient jdbc;

    MoveStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void begin(String id, AgentMoves.Wanted wanted, String by, Instant now) {
        jdbc.sql("""
                        insert into channel.move (id, giver, receiver, product_class, made_by, made_at)
                        values (:id, :giver, :receiver, :class, :by, :now)
                        """)
                .param("id", id)
                .param("giver", wanted.from())
                .param("receiver", wanted.to())
                .param("class", wanted.productClass())
                .param("by", by)
                .param("now", Columns.utc(now))
                .update();
    }

    void count(String id, Hanging.Counts was, Hanging.Counts became) {
        jdbc.sql("""
                        insert into channel.move_count (move_id, kind, was, became)
                        select :id, w.kind, w.was, w.became
                        from unnest(array['CUSTOMERS', 'CONTACTS', 'VISITS', 'ORDERS', 'MACHINES'], :was::bigint[], :became::bigint[])
                            as w(kind, was, became)
                        """)
                .param("id", id)
                .param("was", was.figures())
                .param("became", became.figures())
                .update();
    }

    void undo(String id, String by, int goneBack, int stayed, Instant now) {
        jdbc.sql("""
                        update channel.move set undone_by = :by, undone_at = :now, gone_back = :back, stayed = :stayed
                        where id = :id and undone_at is null
                        """)
                .param("id", id)
                .param("by", by)
                .param("back", goneBack)
                .param("stayed", stayed)
                .param("now", Columns.utc(now))
                .update();
    }

    Optional<Head> find(String id) {
        return jdbc.sql(HEAD + " where id = :id")
                .param("id", id)
                .query(MoveStore::head)
                .optional();
    }

    /** Those an agent gave or received, newest first. */
    List<Head> of(String agent, int most) {
        return jdbc.sql(HEAD + " where :agent in (giver, receiver) order by number desc limit :most")
                .param("agent", agent)
                .param("most", most)
                .query(MoveStore::head)
                .list();
    }

    List<ChannelPages.Count> counts(String id) {
        return jdbc.sql("""
                        select kind, was, became from channel.move_count where move_id = :id
                        order by array_position(array['CUSTOMERS', 'CONTACTS', 'VISITS', 'ORDERS', 'MACHINES'], kind)
                        """)
                .param("id", id)
                .query((row, n) ->
                        new ChannelPages.Count(row.getString("kind"), row.getLong("was"), row.getLong("became")))
                .list();
    }

    private static Head head(ResultSet row, int n) throws SQLException {
        return new Head(
                row.getString("id"),
                row.getLong("number"),
                row.getString("giver"),
                row.getString("receiver"),
                row.getString("product_class"),
                row.getString("made_by"),
                Columns.time(row, "made_at"),
                row.getString("undone_by"),
                Columns.timeOrNull(row, "undone_at"),
                Columns.intOrNull(row, "gone_back"),
                Columns.intOrNull(row, "stayed"));
    }

    /** An act. */
    record Head(
            String id,
            long number,
            @Nullable String giver,
            String receiver,
            @Nullable String productClass,
            String madeBy,
            OffsetDateTime madeAt,
            @Nullable String undoneBy,
            @Nullable OffsetDateTime undoneAt,
            @Nullable Integer goneBack,
            @Nullable Integer stayed) {}
}
