package org.tongqu.hub.keeping;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.people.People;
import org.tongqu.hub.platform.Columns;
import org.tongqu.hub.platform.Ids;

/** SQL of keepers. */
@Repository
class KeeperStore {
    private static final String KEPT = "select customer_id, person, region, branch, since from keeping.keeper ";

    private final JdbcClient jdbc;

    KeeperStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Says whether it was nobody's before. */
    boolean begin(String id, Kept kept, String why) {
        return jdbc.sql("""
                        insert into keeping.keeper (id, customer_id, person, region, branch, why, since)
                        values (:id, :customer, :person, :region, :branch, :why, :now)
                        on conflict (customer_id) where until is null do nothing
                        """)
                        .param("id", id)
                        .param("customer", kept.customerId())
                        .param("person", kept.person())
                        .param("region", kept.region())
                        .param("branch", kept.branch())
                        .param("why", why)
                        .param("now", Columns.utc(kept.since()))
                        .update()
                == 1;
    }

    /** Each of these that somebody keeps, and who, of whatever region the keeper was then. */
    Map<String, String> keepersToday(Collection<String> customers) {
        Map<String, String> keepers = new HashMap<>();
        jdbc.sql("select customer_id, person from keeping.keepers_today(:customers::text[])")
                .param("customers", customers.toArray(String[]::new))
                .query((row, n) -> keepers.put(row.getString(1), row.getString(2)))
                .list();
        return keepers;
    }

    /** Ends those keepers of these customers; one who was ended meanwhile stays so. */
    void endThoseWhoLeft(Collection<String> customers, Collection<String> persons, Instant now) {
        jdbc.sql("select keeping.end_those_who_left(:customers::text[], :persons::text[], :now)")
                .param("customers", customers.toArray(String[]::new))
                .param("persons", persons.toArray(String[]::new))
                .param("now", Columns.utc(now))
                .query(Long.class)
                .single();
    }

    /** Who keeps a customer today; where several were merged, its own keeper before theirs, then who came first. */
    Optional<Kept> today(List<String> kin) {
        return jdbc.sql(KEPT + """
                         where customer_id = any(:kin::text[]) and until is null
                        order by array_position(:kin::text[], customer_id) > 1, since limit 1
                        """)
                .param("kin", kin.toArray(String[]::new))
                .query(KeeperStore::kept)
                .optional();
    }

    /** All who keep one of these today, whoever came first first. */
    List<Kept> all(Collection<String> kin) {
        return jdbc.sql(KEPT + " where customer_id = any(:kin::text[]) and until is null order by since, customer_id")
                .param("kin", kin.toArray(String[]::new))
                .query(KeeperStore::kept)
                .list();
    }

    /** Kept today, of one person or of one branch where these are given; the branch of whoever works for none is the customer's region. */
    List<Kept> inSight(@Nullable String person, @Nullable String branch, int most) {
        return jdbc.sql(KEPT + """
                         where until is null and (:person::text is null or person = :person)
                           and (:branch::text is null or coalesce(branch, region) = :branch) order by customer_id limit :most
                        """)
                .param("person", person)
                .param("branch", branch)
                .param("most", most)
                .query(KeeperStore::kept)
                .list();
    }

    List<Kept> heldBy(String person) {
        return jdbc.sql(KEPT + " where person = :person and until is null order by customer_id")
                .param("person", person)
                .query(KeeperStore::kept)
                .list();
    }

    /** As {@link #heldBy}, and nobody else hands them over until this one is done. */
    List<Kept> lock(String person) {
        return jdbc.sql(KEPT + " where person = :person and until is null order by customer_id for update")
                .param("person", person)
                .query(KeeperStore::kept)
                .list();
    }

    /** Ends the keeper of each of these customers and begins the next. */
    void pass(Passing passing, Collection<String> customers, Ids ids, Instant now) {
        jdbc.sql("""
                        with ended as (
                            update keeping.keeper set until = :now
                            where person = :from and until is null and customer_id = any(:customers::text[])
                            returning customer_id, region)
                        insert into keeping.keeper (id, customer_id, person, region, branch, why, handover_id, since)
                        select w.id, e.customer_id, :to, e.region, :branch, :why, :handover, :now
                        from ended e join unnest(:customers::text[], :ids::text[]) as w(customer_id, id) using (customer_id)
                        """)
                .param("from", passing.from())
                .param("to", passing.to().login())
                .param("branch", passing.to().region())
                .param("why", passing.why())
                .param("handover", passing.handover())
                .param("customers", customers.toArray(String[]::new))
                .param("ids", customers.stream().map(each -> ids.next()).toArray(String[]::new))
                .param("now", Columns.utc(now))
                .update();
    }

    /** Ends whoever else keeps one of these and gives it to the one a case is decided for. */
    void award(String conflict, List<String> kin, People.User to, Ids ids, Instant now) {
        jdbc.sql("""
                        with ended as (
                            update keeping.keeper set until = :now, ended_by = :conflict
                            where customer_id = any(:kin::text[]) and until is null and person <> :to
                            returning customer_id, region)
                        insert into keeping.keeper (id, customer_id, person, region, branch, why, conflict_id, since)
                        select w.id, e.customer_id, :to, e.region, :branch, 'DECIDED', :conflict, :now
                        from ended e join unnest(:kin::text[], :ids::text[]) as w(customer_id, id) using (customer_id)
                        """)
                .param("conflict", conflict)
                .param("kin", kin.toArray(String[]::new))
                .param("ids", kin.stream().map(each -> ids.next()).toArray(String[]::new))
                .param("to", to.login())
                .param("branch", to.region())
                .param("now", Columns.utc(now))
                .update();
    }

    /** Whether somebody else got one of those customers since. */
    boolean movedOn(String conflict) {
        return jdbc.sql("""
                        select exists (select 1 from keeping.keeper was
                            join keeping.keeper won on won.customer_id = was.customer_id and won.conflict_id = :conflict and won.since >= was.until
                            where was.ended_by = :conflict and won.until is not null)
                        """).param("conflict", conflict).query(Boolean.class).single();
    }

    /** Who kept them before the case was decided keeps them again. */
    void giveBack(String conflict, Ids ids, Instant now) {
        List<String> customers = jdbc.sql("select customer_id from keeping.keeper where ended_by = :conflict")
                .param("conflict", conflict)
                .query(String.class)
                .list();
        jdbc.sql("""
                        with ended as (
                            update keeping.keeper set until = :now
                            where conflict_id = :conflict and until is null and customer_id = any(:customers::text[])
                            returning customer_id)
                        insert into keeping.keeper (id, customer_id, person, region, branch, why, since)
                        select w.id, was.customer_id, was.person, was.region, was.branch, 'UNDONE', :now
                        from keeping.keeper was join ended e on e.customer_id = was.customer_id
                        join unnest(:customers::text[], :ids::text[]) as w(customer_id, id) on w.customer_id = was.customer_id
                        where was.ended_by = :conflict
                        """)
                .param("conflict", conflict)
                .param("customers", customers.toArray(String[]::new))
                .param("ids", customers.stream().map(each -> ids.next()).toArray(String[]::new))
                .param("now", Columns.utc(now))
                .update();
        jdbc.sql("update keeping.keeper set ended_by = null where ended_by = :conflict")
                .param("conflict", conflict)
                .update();
    }

    private static Kept kept(ResultSet row, int n) throws SQLException {
        return new Kept(
                row.getString("customer_id"),
                row.getString("person"),
                row.getString("region"),
                row.getString("branch"),
                Columns.time(row, "since").toInstant());
    }

    /** @param customerId as it was when it came to this keeper; it may have been merged since */
    record Kept(
            String customerId,
            String person,
            @Nullable String region,
            @Nullable String branch,
            Instant since) {
        Kept of(String customer, Instant now) {
            return new Kept(customer, person, region, branch, now);
        }
    }

    /** From whom to whom, by which act. */
    record Passing(String handover, String from, People.User to, String why) {}
}
