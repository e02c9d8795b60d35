package org.tongqu.hub.customers;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of source records that were said once more: when last, and whose golden values are to be chosen anew for it. */
@Repository
class SaidAgainStore {
    private final JdbcClient jdbc;

    SaidAgainStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Less than a day later it is the same word: orders of one day need not each have their customer looked at. */
    void keep(Collection<Again> again) {
        List<Again> turns =
                again.stream().sorted(Comparator.comparing(Again::record)).toList();
        jdbc.sql("""
                        insert into customers.said_again (source_record_id, at)
                        select r.id, w.at from unnest(:records::text[], :ats::timestamptz[]) with ordinality as w(record, at, n)
                        join customers.source_record r on r.id = w.record
                        where w.at >= coalesce(r.last_said_at, r.observed_at) + interval '1 day' order by w.n
                        on conflict (source_record_id) do update set at = greatest(said_again.at, excluded.at)
                        """)
                .param("records", turns.stream().map(Again::record).toArray(String[]::new))
                .param("ats", turns.stream().map(each -> each.at().toString()).toArray(String[]::new))
                .update();
    }

    boolean any() {
        return jdbc.sql("select exists (select 1 from customers.said_again)")
                .query(Boolean.class)
                .single();
    }

    /** Customers of some of them. */
    List<String> customersOfSome(int most) {
        return jdbc.sql("""
                        select distinct m.customer_id
                        from (select source_record_id from customers.said_again order by source_record_id limit :most) s
                        join customers.membership m on m.source_record_id = s.source_record_id and m.until is null
                        """).param("most", most).query(String.class).list();
    }

    /** Writes down when their records were last said; call it with these customers held. */
    void settle(Collection<String> customers) {
        jdbc.sql("""
                        with done as (
                            delete from customers.said_again s using customers.membership m
                            where m.source_record_id = s.source_record_id and m.until is null and m.customer_id = any(:ids::text[])
                            returning s.source_record_id, s.at)
                        update customers.source_record r set last_said_at = d.at from done d
                        where r.id = d.source_record_id and d.at > coalesce(r.last_said_at, r.observed_at)
                        """).param("ids", customers.toArray(String[]::new)).update();
    }

    /** Of withdrawn records: they speak for no customer. */
    void forgetWithdrawn() {
        jdbc.sql("""
                        delete from customers.said_again s where not exists (
                            select 1 from customers.membership m where m.source_record_id = s.source_record_id and m.until is null)
                        """).update();
    }

    /** @param at when it was true at the source */
    record Again(String record, Instant at) {}
}
