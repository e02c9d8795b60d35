package org.tongqu.hub.customers;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.matching.Matching;
import org.tongqu.hub.platform.Columns;

/** SQL of customers and of who belongs to whom; every regrouping ends a membership and begins another. */
@Repository
class CustomerStore {
    private final JdbcClient jdbc;

    CustomerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(List<Joining> joinings, Instant now) {
        jdbc.sql("""
                        insert into customers.customer (id, region, life_state, created_at, changed_at)
                        select w.id, w.region, 'PROSPECT', :now, :now from unnest(:ids::text[], :regions::text[]) as w(id, region)
                        on conflict (id) do nothing
                        """)
                .param("ids", texts(joinings, joining -> joining.verdict().customerId()))
                .param("regions", texts(joinings, joining -> joining.record().region()))
                .param("now", Columns.utc(now))
                .update();
    }

    /** Holds these customers until the end, in the order of ids: whoever adds to one of them next sees what this one added. */
    void hold(Collection<String> ids) {
        jdbc.sql("select id from customers.customer where id = any(:ids) order by id for update")
                .param("ids", ids.toArray(String[]::new))
                .query()
                .listOfRows();
    }

    void join(List<Joining> joinings, Instant now) {
        jdbc.sql("""
                        insert into customers.membership (source_record_id, customer_id, reason, rule, since)
                        select * , :now from unnest(:records::text[], :customers::text[], :reasons::text[], :rules::text[])
                        """)
                .param("records", texts(joinings, joining -> joining.record().id()))
                .param("customers", texts(joinings, joining -> joining.verdict().customerId()))
                .param("reasons", texts(joinings, joining -> joining.verdict().reason()))
                .param("rules", texts(joinings, joining -> joining.verdict().rule()))
                .param("now", Columns.utc(now))
                .update();
    }

    void merge(String from, String into, String reason, String rule, Instant now) {
        jdbc.sql("""
                        with ended as (
                            update customers.membership set until = :now where customer_id = :from and until is null
                            returning source_record_id)
                        insert into customers.membership (source_record_id, customer_id, reason, rule, since)
                        select source_record_id, :into, :reason, :rule, :now from ended
                        """)
                .param("from", from)
                .param("into", into)
                .param("reason", reason)
                .param("rule", rule)
                .param("now", Columns.utc(now))
                .update();
        jdbc.sql("""
                        with gone as (
                            update customers.customer set merged_into = :into, version = version + 1, changed_at = :now where id = :from
                            returning life_state)
                        update customers.customer set life_state = 'ACTUAL', version = version + 1, changed_at = :now
                        where id = :into and exists (select 1 from gone where life_state = 'ACTUAL')
                        """)
                .param("from", from)
                .param("into", into)
                .param("now", Columns.utc(now))
                .update();
        jdbc.sql("update customers.golden_value set until = :now where customer_id = :from and until is null")
                .param("from", from)
                .param("now", Columns.utc(now))
                .update();
    }

    /** A customer's region follows its golden province; where that says nothing, the first record that has one. */
    void settleRegions(Collection<String> touched) {
        jdbc.sql("""
                        update customers.customer c set region = best.region
                        from unnest(:ids::text[]) as t(id) cross join lateral (
                            select r.region
                            from customers.membership m join customers.source_record r on r.id = m.source_record_id
                            left join customers.golden_value g on g.customer_id = t.id and g.field = 'province' and g.until is null
                            where m.customer_id = t.id and m.until is null and r.region is not null
                            order by (r.province is not distinct from g.value) desc, r.id limit 1) best
                        where c.id = t.id and c.region is distinct from best.region
                        """).param("ids", touched.toArray(String[]::new)).update();
    }

    /** The customer, where this made an actual one of a prospect. */
    Optional<String> activate(String sourceRecordId, Instant now) {
        return jdbc.sql("""
                        update customers.customer c set life_state = 'ACTUAL', version = version + 1, changed_at = :now
                        from customers.membership m
                        where m.source_record_id = :record and m.until is null and c.id = m.customer_id and c.life_state <> 'ACTUAL'
                        returning c.id
                        """)
                .param("record", sourceRecordId)
                .param("now", Columns.utc(now))
                .query(String.class)
                .optional();
    }

    Map<String, String> customersOf(Collection<String> records) {
        Map<String, String> found = new HashMap<>();
        jdbc.sql(
                        "select source_record_id, customer_id from customers.membership where source_record_id = any(:ids) and until is null")
                .param("ids", records.toArray(String[]::new))
                .query((row, n) -> found.put(row.getString(1), row.getString(2)))
                .list();
        return found;
    }

    List<String> recordsOf(String customerId) {
        return jdbc.sql("select source_record_id from customers.membership where customer_id = :id and until is null")
                .param("id", customerId)
                .query(String.class)
                .list();
    }

    /** The id itself, or that of whom it was merged into, however often. */
    String heirOf(String customerId) {
        return jdbc.sql("""
                        with recursive heir(id, merged_into) as (
                            select id, merged_into from customers.customer where id = :id
                            union all
                            select c.id, c.merged_into from heir h join customers.customer c on c.id = h.merged_into)
                        select id from heir where merged_into is null
                        """)
                .param("id", customerId)
                .query(String.class)
                .optional()
                .orElse(customerId);
    }

    private static String[] texts(
            List<Joining> joinings,
            java.util.function.Function<Joining, @org.jspecify.annotations.Nullable String> text) {
        return joinings.stream().map(text).toArray(String[]::new);
    }

    /** A new source record and the customer it belongs to. */
    record Joining(SourceRecord record, Matching.Verdict verdict) {}
}
