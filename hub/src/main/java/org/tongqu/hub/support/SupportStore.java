package org.tongqu.hub.support;

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
import org.tongqu.hub.platform.Clauses;
import org.tongqu.hub.platform.Columns;
import org.tongqu.hub.platform.Window;

/** SQL of support actions; none is ever deleted. */
@Repository
class SupportStore {
    private static final String ROWS = "select * from support.action";

    private final JdbcClient jdbc;

    SupportStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether it is new: one person's form is kept once. */
    boolean add(String id, Support.Wanted wanted, @Nullable String region, LocalDate day, String by, Instant now) {
        return jdbc.sql("""
                        insert into support.action (id, agent, region, kind, day, until_day, purpose, done_by, entered_by, entered_at, form_no)
                        values (:id, :agent, :region, :kind, :day, :until, :purpose, :doneBy, :by, :now, :formNo)
                        on conflict on constraint action_once do nothing
                        """)
                        .param("id", id)
                        .param("agent", wanted.agent())
                        .param("region", region)
                        .param("kind", wanted.kind())
                        .param("day", day)
                        .param("until", wanted.until())
                        .param("purpose", wanted.purpose().strip())
                        .param("doneBy", Objects.requireNonNullElse(wanted.doneBy(), by))
                        .param("by", by)
                        .param("now", Columns.utc(now))
                        .param("formNo", wanted.formNo())
                        .update()
                == 1;
    }

    /** What a person's form was kept as. */
    Optional<Logged> sent(String by, String formNo) {
        return jdbc.sql(ROWS + " where entered_by = :by and form_no = :formNo")
                .param("by", by)
                .param("formNo", formNo)
                .query(SupportStore::logged)
                .optional();
    }

    void withdraw(String id, String why, String by, Instant now) {
        jdbc.sql("""
                        update support.action set withdrawn_by = :by, withdrawn_at = :now, why = :why where id = :id
                        """)
                .param("id", id)
                .param("why", why.strip())
                .param("by", by)
                .param("now", Columns.utc(now))
                .update();
    }

    /** The action as nobody else can change it until this transaction ends. */
    Optional<Logged> lock(String id) {
        return jdbc.sql(ROWS + " where id = :id for update")
                .param("id", id)
                .query(SupportStore::logged)
                .optional();
    }

    /** Newest first. */
    List<Logged> list(Sought sought, Window window) {
        return sought.clauses()
                .and("number < :before", "before", window.beforeNumber())
                .on(jdbc, ROWS, "order by number desc limit " + window.oneMore())
                .query(SupportStore::logged)
                .list();
    }

    /** How many of those sought stand; what was withdrawn does not count. */
    long standing(Sought sought) {
        return sought.clauses()
                .and("withdrawn_at is null")
                .on(jdbc, "select count(*) from support.action", "")
                .query(Long.class)
                .single();
    }

    private static Logged logged(ResultSet row, int n) throws SQLException {
        return new Logged(
                row.getString("id"),
                row.getLong("number"),
                row.getString("agent"),
                row.getString("region"),
                row.getString("kind"),
                Objects.requireNonNull(Columns.dateOrNull(row, "day")),
                Columns.dateOrNull(row, "until_day"),
                row.getString("purpose"),
                row.getString("done_by"),
                row.getString("entered_by"),
                Columns.timeOrNull(row, "withdrawn_at") == null
                        ? null
                        : new SupportPages.Withdrawn(
                                row.getString("withdrawn_by"),
                                Columns.time(row, "withdrawn_at"),
                                row.getString("why")));
    }

    /** What of the list is asked for; absent means all. */
    record Sought(@Nullable String agent, @Nullable String kind) {
        Clauses clauses() {
            return new Clauses().andIf(agent, "agent", "agent = :agent").andIf(kind, "kind", "kind = :kind");
        }
    }

    /** One row. */
    record Logged(
            String id,
            long number,
            String agent,
            @Nullable String region,
            String kind,
            LocalDate day,
            @Nullable LocalDate until,
            String purpose,
            String doneBy,
            String enteredBy,
            SupportPages.@Nullable Withdrawn withdrawn) {
        /** Whether it is just this. */
        boolean says(Support.Wanted wanted, LocalDate on, String by) {
            return agent.equals(wanted.agent())
                    && kind.equals(wanted.kind())
                    && day.equals(on)
                    && Objects.equals(until, wanted.until())
                    && purpose.equals(wanted.purpose().strip())
                    && doneBy.equals(Objects.requireNonNullElse(wanted.doneBy(), by));
        }
    }
}
