package org.tongqu.hub.matching;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.platform.Columns;

/** SQL of what people taught about names. */
@Repository
class AliasStore {
    private final JdbcClient jdbc;

    AliasStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Two names of one firm, or two brands of one house, and the keys they are found by. */
    record Pair(Aliases.Kind kind, String name, String other, long key, long otherKey) {
        List<Long> keys() {
            return List.of(key, otherKey);
        }
    }

    void add(String id, Pair pair, String because, String who, Instant now) {
        jdbc.sql("""
                        insert into matching.alias (id, kind, name, other, key, other_key, because, who, at)
                        values (:id, :kind, :name, :other, :key, :otherKey, :because, :who, :now)
                        """)
                .param("id", id)
                .param("kind", pair.kind().name())
                .param("name", pair.name())
                .param("other", pair.other())
                .param("key", pair.key())
                .param("otherKey", pair.otherKey())
                .param("because", because)
                .param("who", who)
                .param("now", Columns.utc(now))
                .update();
    }

    /** By key, what else is said for it; both ways round. */
    Map<Long, Set<String>> called(Collection<Long> keys) {
        Map<Long, Set<String>> called = new HashMap<>();
        jdbc.sql("""
                        select key, other as text from matching.alias where revoked_at is null and key = any(:keys::bigint[])
                        union all
                        select other_key, name from matching.alias where revoked_at is null and other_key = any(:keys::bigint[])
                        """)
                .param("keys", keys.toArray(Long[]::new))
                .query((row, n) -> called.computeIfAbsent(row.getLong(1), none -> new TreeSet<>())
                        .add(row.getString(2)))
                .list();
        return called;
    }

    boolean stands(Pair pair) {
        return jdbc.sql("""
                        select exists (select from matching.alias where revoked_at is null
                            and (key, other_key) in ((:key, :otherKey), (:otherKey, :key)))
                        """)
                .param("key", pair.key())
                .param("otherKey", pair.otherKey())
                .query(Boolean.class)
                .single();
    }

    /** Ends one; empty where it counts no more already. */
    Optional<Pair> revoke(String id, String who, Instant now) {
        return jdbc.sql("""
                        update matching.alias set revoked_at = :now, revoked_by = :who where id = :id and revoked_at is null returning *
                        """)
                .param("id", id)
                .param("who", who)
                .param("now", Columns.utc(now))
                .query((row, n) -> new Pair(
                        Aliases.Kind.valueOf(row.getString("kind")),
                        row.getString("name"),
                        row.getString("other"),
                        row.getLong("key"),
                        row.getLong("other_key")))
                .optional();
    }

    List<String> standingBecause(String decision) {
        return jdbc.sql("select id from matching.alias where because = :decision and revoked_at is null")
                .param("decision", decision)
                .query(String.class)
                .list();
    }

    List<Aliases.Alias> newest(int most) {
        return jdbc.sql("select * from matching.alias order by at desc, id desc limit :most")
                .param("most", most)
                .query(AliasStore::alias)
                .list();
    }

    private static Aliases.Alias alias(ResultSet row, int n) throws SQLException {
        return new Aliases.Alias(
                row.getString("id"),
                Aliases.Kind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getString("other"),
                row.getString("who"),
                Columns.time(row, "at"),
                Columns.timeOrNull(row, "revoked_at"));
    }
}
