package org.tongqu.hub.dispatch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.needs.Needs;
import org.tongqu.hub.platform.Columns;

/** SQL of dispatches and their places. */
@Repository
class DispatchStore {
    private final JdbcClient jdbc;

    DispatchStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** As people read it: D-000017. */
    static String number(long number) {
        return String.format(Locale.ROOT, "D-%06d", number);
    }

    void open(String id, Needs.Asked need, String grade, String by, Instant now, Instant deadline) {
        jdbc.sql("""
                        insert into dispatch.dispatch
                            (id, need_id, need_number, summary, grade, region, branch, wanted_by, state, opened_by, opened_at, deadline)
                        values (:id, :need, :number, :summary, :grade, :region, :branch, :wanted, 'OPEN', :by, :now, :deadline)
                        """)
                .param("id", id)
                .param("need", need.needId())
                .param("number", need.number())
                .param("summary", need.said().summary())
                .param("grade", grade)
                .param("region", need.region())
                .param("branch", need.branch())
                .param("wanted", need.said().requiredBy())
                .param("by", by)
                .param("now", Columns.utc(now))
                .param("deadline", Columns.utc(deadline))
                .update();
    }

    void addPlace(String id, String dispatch, int n, @Nullable String productClass, Trade trade, int days) {
        jdbc.sql("""
                        insert into dispatch.place (id, dispatch_id, n, product_class, trade, days, state)
                        values (:id, :dispatch, :n, :class, :trade, :days, 'OPEN')
                        """)
                .param("id", id)
                .param("dispatch", dispatch)
                .param("n", n)
                .param("class", productClass)
                .param("trade", trade.name())
                .param("days", days)
                .update();
    }

    Optional<Head> lock(String id) {
        return jdbc.sql("select * from dispatch.dispatch where id = :id for update")
                .param("id", id)
                .query(DispatchStore::head)
                .optional();
    }

    /** The latest: before it there are only such as are over. */
    Optional<Head> ofNeed(String needId) {
        return jdbc.sql("select * from dispatch.dispatch where need_id = :need order by number desc limit 1 for update")
                .param("need", needId)
                .query(DispatchStore::head)
                .optional();
    }

    private static Head head(ResultSet row, int n) throws SQLException {
        return new Head(
                row.getString("id"),
                number(row.getLong("number")),
                row.getString("grade"),
                row.getString("region"),
                row.getString("state"),
                row.getObject("rating", Integer.class));
    }

    List<Place> places(String dispatch) {
        return jdbc.sql("select * from dispatch.place where dispatch_id = :dispatch order by n for update")
                .param("dispatch", dispatch)
                .query((row, n) -> new Place(
                        row.getString("id"),
                        row.getInt("n"),
                        row.getString("product_class"),
                        row.getString("trade"),
                        row.getInt("days"),
                        row.getString("state"),
                        row.getString("technician_id"),
                        row.getString("technician_name"),
                        row.getString("technician_login"),
                        Columns.dateOrNull(row, "from_day"),
                        Columns.dateOrNull(row, "until_day")))
                .list();
    }

    boolean isSeen(String id) {
        return jdbc.sql("select exists (select 1 from dispatch.dispatch where id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /** The number of the dispatch to which a person is pinned on some of these days. */
    Optional<String> pinnedElsewhere(String place, String technician, LocalDate from, LocalDate until) {
        return jdbc.sql("""
                        select d.number from dispatch.place p join dispatch.dispatch d on d.id = p.dispatch_id
                        where p.technician_id = :technician and p.pinned and p.state = 'PROPOSED' and p.id <> :place
                            and p.from_day <= :until and p.until_day >= :from
                        order by d.number limit 1
                        """)
                .param("technician", technician)
                .param("place", place)
                .param("from", from)
                .param("until", until)
                .query((row, n) -> number(row.getLong(1)))
                .optional();
    }

    /** Those of the needs that have their team named, or had. */
    Set<String> named(Collection<String> needIds) {
        return Set.copyOf(jdbc.sql(
                        "select need_id from dispatch.dispatch where named_at is not null and need_id = any(:needs::text[])")
                .param("needs", needIds.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    /** Something moved: the plan looks again, and what it thinks at this moment no longer counts. */
    void touched(String id) {
        jdbc.sql("update dispatch.dispatch set version = version + 1, stale = true where id = :id")
                .param("id", id)
                .update();
    }

    /** Whoever else could be sent now, or no longer can: every open one of every region is looked at again. */
    void allTouched() {
        jdbc.sql("select dispatch.all_touched()").query().listOfRows();
    }

    void pin(String place, Person person, LocalDate from, LocalDate until, boolean override, String why) {
        jdbc.sql("""
                        update dispatch.place set state = 'PROPOSED', technician_id = :technician, technician_name = :name,
                            technician_login = :login, from_day = :from, until_day = :until, pinned = true,
                            tier_override = :override, pinned_why = :why, reasons = '{}', clash = null
                        where id = :id
                        """)
                .param("technician", person.id())
                .param("name", person.name())
                .param("login", person.login())
                .param("from", from)
                .param("until", until)
                .param("override", override)
                .param("why", why)
                .param("id", place)
                .update();
    }

    /** The place asks for somebody anew. */
    void empty(String place) {
        jdbc.sql("""
                        update dispatch.place set state = 'OPEN', technician_id = null, technician_name = null, technician_login = null,
                            from_day = null, until_day = null, pinned = false, pinned_why = null, tier_override = false, reasons = '{}', clash = null
                        where id = :id
                        """).param("id", place).update();
    }

    void unpin(String place) {
        jdbc.sql("update dispatch.place set pinned = false, pinned_why = null, tier_override = false where id = :id")
                .param("id", place)
                .update();
    }

    void state(String place, String state) {
        jdbc.sql("update dispatch.place set state = :state where id = :id")
                .param("state", state)
                .param("id", place)
                .update();
    }

    void refused(String place, String technician, String why, String by, Instant now) {
        jdbc.sql("""
                        insert into dispatch.refusal (place_id, technician_id, why, said_by, at)
                        values (:place, :technician, :why, :by, :now) on conflict do nothing
                        """)
                .param("place", place)
                .param("technician", technician)
                .param("why", why)
                .param("by", by)
                .param("now", Columns.utc(now))
                .update();
    }

    void named(String id, Instant now) {
        jdbc.sql("""
                        update dispatch.dispatch set state = 'NAMED', named_at = coalesce(named_at, :now), version = version + 1, stale = false
                        where id = :id
                        """).param("now", Columns.utc(now)).param("id", id).update();
    }

    void reopened(String id) {
        jdbc.sql("""
                        update dispatch.dispatch set state = 'OPEN', version = version + 1, stale = true where id = :id
                        """).param("id", id).update();
    }

    /** A dispatch that was dropped because its need was graded C is open again where the grade rises. */
    void revive(String needId, String grade) {
        jdbc.sql("""
                        update dispatch.dispatch set state = 'OPEN', closed_at = null, closed_why = null, version = version + 1, stale = true
                        where need_id = :need and closed_why = 'GRADE_LOWERED' and :grade <> 'C'
                            and number = (select max(number) from dispatch.dispatch where need_id = :need)
                        """).param("need", needId).param("grade", grade).update();
        jdbc.sql("""
                        update dispatch.place p set state = 'PROPOSED' from dispatch.dispatch d
                        where d.need_id = :need and d.state = 'OPEN' and p.dispatch_id = d.id and p.state = 'FREED'
                        """).param("need", needId).update();
    }

    void graded(String id, String grade, Instant deadline) {
        jdbc.sql("""
                        update dispatch.dispatch set grade = :grade, deadline = least(deadline, :deadline), version = version + 1, stale = true
                        where id = :id
                        """)
                .param("grade", grade)
                .param("deadline", Columns.utc(deadline))
                .param("id", id)
                .update();
    }

    void deadline(String id, Instant deadline) {
        jdbc.sql(
                        "update dispatch.dispatch set deadline = :deadline, version = version + 1, stale = state = 'OPEN' where id = :id")
                .param("deadline", Columns.utc(deadline))
                .param("id", id)
                .update();
    }

    void close(String id, String why, Instant now) {
        jdbc.sql("""
                        update dispatch.dispatch set state = 'CLOSED', closed_at = :now, closed_why = :why, version = version + 1, stale = false
                        where id = :id
                        """)
                .param("now", Columns.utc(now))
                .param("why", why)
                .param("id", id)
                .update();
        jdbc.sql("""
                        update dispatch.place set state = 'FREED' where dispatch_id = :id and technician_id is not null
                        """).param("id", id).update();
    }

    void rate(String id, int stars, String by, Instant now) {
        jdbc.sql("update dispatch.dispatch set rating = :stars, rated_by = :by, rated_at = :now where id = :id")
                .param("stars", stars)
                .param("by", by)
                .param("now", Columns.utc(now))
                .param("id", id)
                .update();
    }

    void note(
            String id,
            String dispatch,
            @Nullable String productClass,
            String trade,
            String words,
            String by,
            Instant now) {
        jdbc.sql("""
                        insert into dispatch.knowledge_note (id, dispatch_id, product_class, trade, words, written_by, written_at)
                        values (:id, :dispatch, :class, :trade, :words, :by, :now)
                        """)
                .param("id", id)
                .param("dispatch", dispatch)
                .param("class", productClass)
                .param("trade", trade)
                .param("words", words)
                .param("by", by)
                .param("now", Columns.utc(now))
                .update();
    }

    boolean hasNote(String dispatch) {
        return jdbc.sql("select exists (select 1 from dispatch.knowledge_note where dispatch_id = :id)")
                .param("id", dispatch)
                .query(Boolean.class)
                .single();
    }

    /** @param grade A, B or C */
    record Head(
            String id,
            String number,
            String grade,
            String region,
            String state,
            @Nullable Integer rating) {
        boolean isOver() {
            return state.equals("CLOSED");
        }
    }

    record Place(
            String id,
            int n,
            @Nullable String productClass,
            String trade,
            int days,
            String state,
            @Nullable String technician,
            @Nullable String name,
            @Nullable String login,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {
        boolean isBooked() {
            return state.equals("BOOKED");
        }
    }
}
