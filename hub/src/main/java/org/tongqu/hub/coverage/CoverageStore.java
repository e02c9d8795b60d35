package org.tongqu.hub.coverage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.coverage.Coverage.Absence;
import org.tongqu.hub.coverage.Coverage.Assignment;
import org.tongqu.hub.platform.Columns;

/** SQL of who covers what, who is away and whose a need is besides. */
@Repository
class CoverageStore {
    private final JdbcClient jdbc;

    CoverageStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All that ever were, the oldest first. */
    List<Assignment> assignments() {
        return jdbc.sql("select * from coverage.assignment order by region, product_class, from_day, id")
                .query((row, n) -> assignment(row))
                .list();
    }

    List<Assignment> of(String region) {
        return jdbc.sql("select * from coverage.assignment where region = :region order by product_class, from_day, id")
                .param("region", region)
                .query((row, n) -> assignment(row))
                .list();
    }

    Optional<Assignment> find(String id) {
        return jdbc.sql("select * from coverage.assignment where id = :id for update")
                .param("id", id)
                .query((row, n) -> assignment(row))
                .optional();
    }

    private static Assignment assignment(ResultSet row) throws SQLException {
        return new Assignment(
                row.getString("id"),
                row.getString("login"),
                row.getString("region"),
                row.getString("product_class"),
                row.getBoolean("direct_seller"),
                row.getObject("from_day", LocalDate.class),
                Columns.dateOrNull(row, "until_day"));
    }

    void add(Assignment wanted, String by, Instant now) {
        jdbc.sql("""
                        insert into coverage.assignment (id, login, region, product_class, direct_seller, from_day, until_day, entered_by, entered_at)
                        values (:id, :login, :region, :class, :direct, :from, :until, :by, :now)
                        """)
                .param("id", wanted.id())
                .param("login", wanted.login())
                .param("region", wanted.region())
                .param("class", wanted.productClass())
                .param("direct", wanted.directSeller())
                .param("from", wanted.from())
                .param("until", wanted.until())
                .param("by", by)
                .param("now", Columns.utc(now))
                .update();
    }

    void end(String id, LocalDate until) {
        jdbc.sql("update coverage.assignment set until_day = greatest(:until, from_day) where id = :id")
                .param("until", until)
                .param("id", id)
                .update();
    }

    /** Those that are not over by that day. */
    List<Absence> absences(LocalDate since) {
        return jdbc.sql(
                        "select * from coverage.absence where taken_back_at is null and until_day >= :since order by from_day, id")
                .param("since", since)
                .query((row, n) -> new Absence(
                        row.getString("id"),
                        row.getString("login"),
                        row.getString("region"),
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("until_day", LocalDate.class),
                        row.getString("stand_in"),
                        row.getString("why")))
                .list();
    }

    void away(Absence absence, String by, Instant now) {
        jdbc.sql("""
                        insert into coverage.absence (id, login, region, from_day, until_day, stand_in, why, entered_by, entered_at)
                        values (:id, :login, :region, :from, :until, :standIn, :why, :by, :now)
                        """)
                .param("id", absence.id())
                .param("login", absence.login())
                .param("region", absence.region())
                .param("from", absence.from())
                .param("until", absence.until())
                .param("standIn", absence.standIn())
                .param("why", absence.why())
                .param("by", by)
                .param("now", Columns.utc(now))
                .update();
    }

    boolean back(String id, Instant now) {
        return jdbc.sql("update coverage.absence set taken_back_at = :now where id = :id and taken_back_at is null")
                        .param("now", Columns.utc(now))
                        .param("id", id)
                        .update()
                == 1;
    }

    void route(String needId, String login, String region, String productClass, Instant now) {
        jdbc.sql("""
                        insert into coverage.routed (need_id, login, region, product_class, at)
                        values (:need, :login, :region, :class, :now) on conflict do nothing
                        """)
                .param("need", needId)
                .param("login", login)
                .param("region", region)
                .param("class", productClass)
                .param("now", Columns.utc(now))
                .update();
    }

    /** @param login absent for everybody's */
    List<Routed> routed(Collection<String> needs, @Nullable String login, int most) {
        return jdbc.sql("""
                        select need_id, login, product_class from coverage.routed
                        where (need_id = any(:needs::text[]) or :login::text is not null) and login = coalesce(:login::text, login)
                        order by at desc, need_id desc limit :most
                        """)
                .param("needs", needs.toArray(String[]::new))
                .param("login", login)
                .param("most", most)
                .query((row, n) ->
                        new Routed(row.getString("need_id"), row.getString("login"), row.getString("product_class")))
                .list();
    }

    record Routed(String needId, String login, String productClass) {}
}
