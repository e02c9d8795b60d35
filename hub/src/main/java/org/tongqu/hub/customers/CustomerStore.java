package org.tongqu.hub.customers;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.platform.Columns;

/** SQL of customers themselves: born, merged away, come back. */
@Repository
class CustomerStore {
    private final JdbcClient jdbc;

    CustomerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Collection<String> ids, Instant now) {
        jdbc.sql("""
                        insert into customers.customer (id, life_state, created_at, changed_at)
                        select id, 'PROSPECT', :now, :now from unnest(:ids::text[]) as w(id)
                        """)
                .param("ids", ids.toArray(String[]::new))
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

    /** @param heirs by the customer that is merged away, whom it is now part of */
    void bury(Map<String, String> heirs, Instant now) {
        List<String> gone = List.copyOf(heirs.keySet());
        jdbc.sql("""
                        update customers.customer c set merged_into = w.heir, version = version + 1, changed_at = :now
                        from unnest(:gone::text[], :heirs::text[]) as w(id, heir) where c.id = w.id
                        """)
                .param("gone", gone.toArray(String[]::new))
                .param("heirs", gone.stream().map(heirs::get).toArray(String[]::new))
                .param("now", Columns.utc(now))
                .update();
    }

    /** Those of these that have no record any more, from now on. */
    Set<String> withdrawEmpty(Collection<String> ids, Instant now) {
        return Set.copyOf(jdbc.sql("""
                        update customers.customer c set withdrawn_at = :now, version = version + 1, changed_at = :now
                        where c.id = any(:ids::text[]) and c.merged_into is null and c.withdrawn_at is null
                          and not exists (select 1 from customers.membership m where m.customer_id = c.id and m.until is null)
                        returning c.id
                        """)
                .param("ids", ids.toArray(String[]::new))
                .param("now", Columns.utc(now))
                .query(String.class)
                .list());
    }

    void revive(Collection<String> ids, Instant now) {
        jdbc.sql("""
                        update customers.customer set merged_into = null, withdrawn_at = null, version = version + 1, changed_at = :now where id = any(:ids::text[])
                        """)
                .param("ids", ids.toArray(String[]::new))
                .param("now", Columns.utc(now))
                .update();
    }

    void settleRegions(Collection<String> touched) {
        jdbc.sql("select customers.settle_regions(:ids::text[])")
                .param("ids", touched.toArray(String[]::new))
                .query()
                .listOfRows();
    }

    void buys(String sourceRecordId, Instant now) {
        jdbc.sql("""
                        insert into customers.buyer (source_record_id, since) values (:record, :now) on conflict do nothing
                        """)
                .param("record", sourceRecordId)
                .param("now", Columns.utc(now))
                .update();
    }

    /** Those that changed. */
    List<String> settleLifeStates(Collection<String> ids, Instant now) {
        return jdbc.sql("select * from customers.settle_life_states(:ids::text[], :now)")
                .param("ids", ids.toArray(String[]::new))
                .param("now", Columns.utc(now))
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
}
