package org.tongqu.hub.customers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.matching.Matching;
import org.tongqu.hub.platform.Columns;

/** SQL of what people decided about records. */
@Repository
class DecisionStore {
    private final JdbcClient jdbc;

    DecisionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A word as it was given, and whether it still counts. */
    record Given(
            String id,
            Matching.Decision decision,
            String who,
            @Nullable String why,
            OffsetDateTime at,
            @Nullable OffsetDateTime takenBackAt) {}

    /**
     * @param score what the engine thought of the pair that was asked about
     * @param batch of those that were decided at once
     */
    void add(
            String id,
            Matching.Decision decision,
            String who,
            @Nullable String why,
            @Nullable Double score,
            @Nullable String batch,
            Instant now) {
        jdbc.sql("""
                        insert into customers.decision (id, same, left_records, right_records, who, why, score, batch, at)
                        values (:id, :same, :left, :right, :who, :why, :score, :batch, :now)
                        """)
                .param("id", id)
                .param("same", decision.same())
                .param("left", decision.left().toArray(String[]::new))
                .param("right", decision.right().toArray(String[]::new))
                .param("who", who)
                .param("why", why)
                .param("score", score)
                .param("batch", batch)
                .param("now", Columns.utc(now))
                .update();
    }

    /** The word, where it stood until now. */
    Optional<Matching.Decision> takeBack(String id, String who, Instant now) {
        return jdbc.sql("""
                        update customers.decision set taken_back_at = :now, taken_back_by = :who
                        where id = :id and taken_back_at is null returning *
                        """)
                .param("id", id)
                .param("who", who)
                .param("now", Columns.utc(now))
                .query((row, n) -> decision(row))
                .optional();
    }

    /** Those of a batch that count, the newest first: taken back in this order none is in another's way. */
    List<String> standingOf(String batch) {
        return jdbc.sql(
                        "select id from customers.decision where batch = :batch and taken_back_at is null order by at desc, id desc")
                .param("batch", batch)
                .query(String.class)
                .list();
    }

    /** Those that count and have a record here, oldest first. */
    List<Matching.Decision> about(Collection<String> records) {
        return jdbc.sql("""
                        select * from customers.decision
                        where taken_back_at is null and (left_records && :records::text[] or right_records && :records::text[])
                        order by at, id
                        """)
                .param("records", records.toArray(String[]::new))
                .query((row, n) -> decision(row))
                .list();
    }

    /** Of all, or of those with a record here; the newest first. */
    List<Given> newest(@Nullable Collection<String> records, int most) {
        return jdbc.sql("""
                        select * from customers.decision
                        where :all or left_records && :records::text[] or right_records && :records::text[]
                        order by at desc, id desc limit :most
                        """)
                .param("all", records == null)
                .param("records", records == null ? new String[0] : records.toArray(String[]::new))
                .param("most", most)
                .query((row, n) -> new Given(
                        row.getString("id"),
                        decision(row),
                        row.getString("who"),
                        row.getString("why"),
                        Columns.time(row, "at"),
                        Columns.timeOrNull(row, "taken_back_at")))
                .list();
    }

    /** How many pairs were decided and how often the engine had leant the same way, in decisions that count. */
    Agreement agreement() {
        return jdbc.sql("""
                        select count(*) as decided, count(*) filter (where same = (score > 0)) as agreed
                        from customers.decision where taken_back_at is null and score is not null
                        """)
                .query((row, n) -> new Agreement(row.getLong("decided"), row.getLong("agreed")))
                .single();
    }

    record Agreement(long decided, long agreed) {}

    private static Matching.Decision decision(ResultSet row) throws SQLException {
        return new Matching.Decision(row.getBoolean("same"), texts(row, "left_records"), texts(row, "right_records"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
