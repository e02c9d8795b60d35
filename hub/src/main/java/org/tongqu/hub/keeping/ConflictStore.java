package org.tongqu.hub.keeping;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.platform.Columns;

/** SQL of cases in which two persons hold one customer. */
@Repository
class ConflictStore {
    private static final int MOST = 200;

    private final JdbcClient jdbc;

    ConflictStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Opens a case unless these two have one about one of the kin; the id of the one that stands. */
    String open(String id, Case opened, Collection<String> kin, LocalDate due, Instant now) {
        jdbc.sql("""
                        insert into keeping.conflict (id, customer_id, origin, holder, holder_branch, held_as, other, other_branch, other_held_as,
                            other_record, asked_as, why, evidence, state, opened_at, due, last_contact_at)
                        select :id, :customer, :origin, :holder, :holderBranch, :heldAs, :other, :otherBranch, :otherHeldAs,
                            :otherRecord, :askedAs, :why, :evidence, 'OPEN', :now, :due, :now
                        where not exists (select 1 from keeping.conflict c where c.customer_id = any(:kin::text[]) and c.state <> 'GONE'
                            and :holder::text in (c.holder, c.other) and :other::text in (c.holder, c.other))
                        on conflict do nothing
                        """)
                .param("id", id)
                .param("customer", opened.customer())
                .param("origin", opened.origin().name())
                .param("holder", opened.holder().person())
                .param("holderBranch", opened.holder().branch())
                .param("heldAs", opened.holder().heldAs())
                .param("other", opened.other().person())
                .param("otherBranch", opened.other().branch())
                .param("otherHeldAs", opened.other().heldAs())
                .param("otherRecord", opened.otherRecord())
                .param("askedAs", opened.askedAs())
                .param("why", opened.why())
                .param("evidence", opened.evidence())
                .param("kin", kin.toArray(String[]::new))
                .param("due", due)
                .param("now", Columns.utc(now))
                .update();
        return between(opened, kin);
    }

    private String between(Case opened, Collection<String> kin) {
        return jdbc.sql("""
                        select id from keeping.conflict where customer_id = any(:kin::text[]) and state <> 'GONE'
                            and :holder::text in (holder, other) and :other::text in (holder, other) order by number limit 1
                        """)
                .param("kin", kin.toArray(String[]::new))
                .param("holder", opened.holder().person())
                .param("other", opened.other().person())
                .query(String.class)
                .single();
    }

    /** Those that rise first, then open ones from the oldest, then settled ones from the newest. */
    List<Row> list(Instant risenBefore) {
        return jdbc.sql("""
                        select *, state = 'OPEN' and last_contact_at < :risen as risen from keeping.conflict
                        order by state <> 'OPEN', (state = 'OPEN' and last_contact_at < :risen) desc,
                            case when state = 'OPEN' then number end, number desc
                        """ + " limit " + MOST)
                .param("risen", Columns.utc(risenBefore))
                .query(ConflictStore::row)
                .list();
    }

    Optional<Row> find(String id, Instant risenBefore) {
        return jdbc.sql(
                        "select *, state = 'OPEN' and last_contact_at < :risen as risen from keeping.conflict where id = :id")
                .param("risen", Columns.utc(risenBefore))
                .param("id", id)
                .query(ConflictStore::row)
                .optional();
    }

    /** As it stands, and nobody else settles it until this one is done. */
    Optional<Row> lock(String id) {
        return jdbc.sql("select *, false as risen from keeping.conflict where id = :id for update")
                .param("id", id)
                .query(ConflictStore::row)
                .optional();
    }

    /** Cases that rest on a merge or a visit which one of these customers has a part in. */
    List<Row> restingOn(Collection<String> customers) {
        return jdbc.sql("""
                        select *, false as risen from keeping.conflict
                        where state <> 'GONE' and origin <> 'LOOKUP'
                          and (held_as = any(:ids::text[]) or other_held_as = any(:ids::text[]) or customer_id = any(:ids::text[]))
                        order by number for update
                        """)
                .param("ids", customers.toArray(String[]::new))
                .query(ConflictStore::row)
                .list();
    }

    /** One of the two was there. */
    void contact(Collection<String> kin, String person, Instant at) {
        jdbc.sql("""
                        update keeping.conflict set last_contact_at = greatest(last_contact_at, :at)
                        where customer_id = any(:kin::text[]) and state = 'OPEN' and :person::text in (holder, other)
                        """)
                .param("kin", kin.toArray(String[]::new))
                .param("person", person)
                .param("at", Columns.utc(at))
                .update();
    }

    void decide(String id, String winner, String by, String why, Instant now) {
        jdbc.sql("""
                        update keeping.conflict set state = 'DECIDED', winner = :winner, decided_by = :by, decided_why = :why, decided_at = :now
                        where id = :id
                        """)
                .param("id", id)
                .param("winner", winner)
                .param("by", by)
                .param("why", why)
                .param("now", Columns.utc(now))
                .update();
    }

    void takeBack(String id) {
        jdbc.sql("""
                        update keeping.conflict set state = 'OPEN', winner = null, decided_by = null, decided_why = null, decided_at = null
                        where id = :id
                        """).param("id", id).update();
    }

    void end(String id, Instant now) {
        jdbc.sql("update keeping.conflict set state = 'GONE', gone_at = :now, gone_why = 'PARTED' where id = :id")
                .param("id", id)
                .param("now", Columns.utc(now))
                .update();
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        return new Row(
                row.getString("id"),
                row.getLong("number"),
                new Case(
                        row.getString("customer_id"),
                        Conflicts.Origin.valueOf(row.getString("origin")),
                        new Side(row.getString("holder"), row.getString("holder_branch"), row.getString("held_as")),
                        new Side(row.getString("other"), row.getString("other_branch"), row.getString("other_held_as")),
                        row.getString("other_record"),
                        row.getString("asked_as"),
                        row.getString("why"),
                        row.getString("evidence")),
                Conflicts.State.valueOf(row.getString("state")),
                row.getBoolean("risen"),
                Columns.time(row, "opened_at"),
                Objects.requireNonNull(Columns.dateOrNull(row, "due")),
                Columns.time(row, "last_contact_at"),
                row.getString("winner"),
                row.getString("decided_by"),
                row.getString("decided_why"),
                Columns.timeOrNull(row, "decided_at"),
                Columns.timeOrNull(row, "gone_at"));
    }

    /**
     * One who says that it is his customer.
     *
     * @param heldAs the id he keeps it under; absent where he keeps none
     */
    record Side(
            String person,
            @Nullable String branch,
            @Nullable String heldAs) {
        static Side of(KeeperStore.Kept kept) {
            return new Side(kept.person(), kept.branch(), kept.customerId());
        }
    }

    /** What a case is about. */
    record Case(
            String customer,
            Conflicts.Origin origin,
            Side holder,
            Side other,
            @Nullable String otherRecord,
            @Nullable String askedAs,
            @Nullable String why,
            @Nullable String evidence) {}

    /** A case as kept. */
    record Row(
            String id,
            long number,
            Case about,
            Conflicts.State state,
            boolean risen,
            OffsetDateTime openedAt,
            LocalDate due,
            OffsetDateTime lastContactAt,
            @Nullable String winner,
            @Nullable String decidedBy,
            @Nullable String decidedWhy,
            @Nullable OffsetDateTime decidedAt,
            @Nullable OffsetDateTime goneAt) {}
}
