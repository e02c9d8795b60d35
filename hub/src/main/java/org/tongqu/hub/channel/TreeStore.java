package org.tongqu.hub.channel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.platform.Columns;

/** SQL of the agents' tree. A period that was cut to nothing is one that was corrected; it stays and is not shown. */
@Repository
class TreeStore {
    private static final String ROWS =
            "select id, agent, above, valid_from, valid_until, entered_by, ended_by from channel.place ";
    private static final String ON = " valid_from <= :day and (valid_until is null or valid_until > :day) ";

    private final JdbcClient jdbc;

    TreeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Nobody else changes the tree until this transaction ends. */
    void hold() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('channel.place'))")
                .query()
                .listOfRows();
    }

    List<Place> on(LocalDate day) {
        return jdbc.sql(ROWS + " where " + ON + " order by agent")
                .param("day", day)
                .query(TreeStore::place)
                .list();
    }

    /** All places there ever were, the newest first. */
    List<Place> all() {
        return jdbc.sql(ROWS
                        + " where valid_until is distinct from valid_from order by valid_from desc, entered_at desc")
                .query(TreeStore::place)
                .list();
    }

    /** All places an agent ever had, newest first. */
    List<Place> of(String agent) {
        return jdbc.sql(
                        ROWS
                                + " where agent = :agent and valid_until is distinct from valid_from order by valid_from desc, entered_at desc")
                .param("agent", agent)
                .query(TreeStore::place)
                .list();
    }

    /** Whether, on some day of the period, whoever stands above this one stands below it too. */
    boolean circle(String agent, String above, LocalDate from, @Nullable LocalDate until) {
        return jdbc.sql("""
                        with recursive up(agent, valid_from, valid_until) as (
                            select :above::text, :from::date, :until::date
                            union
                            select p.above, greatest(u.valid_from, p.valid_from), least(u.valid_until, p.valid_until)
                            from up u join channel.place p on p.agent = u.agent
                            where p.above is not null and u.agent <> :agent
                              and p.valid_from < coalesce(u.valid_until, 'infinity') and coalesce(p.valid_until, 'infinity') > u.valid_from)
                        select exists (select 1 from up where agent = :agent)
                        """)
                .param("agent", agent)
                .param("above", above)
                .param("from", from)
                .param("until", until)
                .query(Boolean.class)
                .single();
    }

    void begin(Place place, Instant now) {
        jdbc.sql("""
                        insert into channel.place (id, agent, above, valid_from, valid_until, entered_by, entered_at)
                        values (:id, :agent, :above, :from, :until, :by, :now)
                        """)
                .param("id", place.id())
                .param("agent", place.agent())
                .param("above", place.above())
                .param("from", place.from())
                .param("until", place.until())
                .param("by", place.enteredBy())
                .param("now", Columns.utc(now))
                .update();
    }

    void end(String id, LocalDate until, String by, Instant now) {
        jdbc.sql("update channel.place set valid_until = :until, ended_by = :by, ended_at = :now where id = :id")
                .param("id", id)
                .param("until", until)
                .param("by", by)
                .param("now", Columns.utc(now))
                .update();
    }

    private static Place place(ResultSet row, int n) throws SQLException {
        return new Place(
                row.getString("id"),
                row.getString("agent"),
                row.getString("above"),
                Objects.requireNonNull(Columns.dateOrNull(row, "valid_from")),
                Columns.dateOrNull(row, "valid_until"),
                row.getString("entered_by"),
                row.getString("ended_by"));
    }

    /** @param above absent for the top */
    record Place(
            String id,
            String agent,
            @Nullable String above,
            LocalDate from,
            @Nullable LocalDate until,
            String enteredBy,
            @Nullable String endedBy) {
        boolean stands(LocalDate day) {
            return !from.isAfter(day) && (until == null || until.isAfter(day));
        }

        Optional<Place> overlapping(LocalDate otherFrom, @Nullable LocalDate otherUntil) {
            boolean beginsBefore = otherUntil == null || from.isBefore(otherUntil);
            boolean endsAfter = until == null || until.isAfter(otherFrom);
            return beginsBefore && endsAfter ? Optional.of(this) : Optional.empty();
        }
    }
}
