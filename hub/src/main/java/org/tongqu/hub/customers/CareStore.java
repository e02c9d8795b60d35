package org.tongqu.hub.customers;

import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.platform.Columns;

/** SQL of what people do to a customer's file: pins, and when it was last held against the customer. */
@Repository
class CareStore {
    /** When each file was last kept up, never later than now; and a pinned province moves the customer to its region. */
    static final String UPKEEP = """
            with recursive %s,
            upkeep(id, at) as materialized (
                select kin.heir, v.at from kin join customers.verified v on v.customer_id = kin.id
                union all
                select kin.heir, p.since from kin join customers.pin p on p.customer_id = kin.id
                union all
                select m.customer_id, greatest(r.observed_at, v.at)
                from customers.membership m join customers.source_record r on r.id = m.source_record_id
                left join customers.verified v on v.source_record_id = r.id
                where m.customer_id = any(:ids) and m.until is null and r.source_kind = 'VISIT'),
            kept as materialized (select id, least(:now, max(at)) as at from upkeep group by id),
            placed as materialized (
                select g.customer_id as id, p.region from customers.golden_value g join customers.pin p on p.id = g.pin_id
                where g.customer_id = any(:ids) and g.field = 'province' and g.until is null)
            update customers.customer c set kept_at = k.at, region = coalesce(k.region, c.region)
            from (
                select t.id, greatest(t.created_at, kept.at) as at, placed.region
                from customers.customer t left join kept on kept.id = t.id left join placed on placed.id = t.id
                where t.id = any(:ids)) k
            where c.id = k.id
              and (c.kept_at is distinct from k.at or c.region is distinct from coalesce(k.region, c.region))
            """.formatted(GoldenStore.KIN);

    private final JdbcClient jdbc;

    CareStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One pin of a field stands at a time; the one before it ends. */
    void pin(NewPin pin) {
        jdbc.sql("""
                        update customers.pin set until = :now, ended_by = :who, ended_why = :why
                        where customer_id = :customer and field = :field and until is null
                        """)
                .param("customer", pin.customer())
                .param("field", pin.field().column())
                .param("who", pin.who())
                .param("why", pin.why())
                .param("now", Columns.utc(pin.at()))
                .update();
        jdbc.sql("""
                        insert into customers.pin (id, customer_id, field, value, region, who, why, since)
                        values (:id, :customer, :field, :value, :region, :who, :why, :now)
                        """)
                .param("id", pin.id())
                .param("customer", pin.customer())
                .param("field", pin.field().column())
                .param("value", pin.value())
                .param("region", pin.region())
                .param("who", pin.who())
                .param("why", pin.why())
                .param("now", Columns.utc(pin.at()))
                .update();
    }

    /** Ends every pin of a field that counts for this customer today, those of ids merged into it too. */
    boolean unpin(String customer, GoldenField field, String who, String why, Instant now) {
        return jdbc.sql("""
                        with recursive %s
                        update customers.pin set until = :now, ended_by = :who, ended_why = :why
                        where customer_id in (select id from kin) and field = :field and until is null
                        """.formatted(GoldenStore.KIN))
                        .param("ids", new String[] {customer})
                        .param("field", field.column())
                        .param("who", who)
                        .param("why", why)
                        .param("now", Columns.utc(now))
                        .update()
                > 0;
    }

    /** Whether a code is another customer's golden one today. */
    boolean holdsUscc(String uscc, String butNot) {
        return jdbc.sql("""
                        select exists (select 1 from customers.golden_value
                            where field = 'uscc' and until is null and value = :uscc and customer_id <> :customer)
                        """)
                .param("uscc", uscc)
                .param("customer", butNot)
                .query(Boolean.class)
                .single();
    }

    void verified(String customer, String who, Instant at) {
        jdbc.sql("insert into customers.verified (customer_id, who, at) values (:customer, :who, :at)")
                .param("customer", customer)
                .param("who", who)
                .param("at", Columns.utc(at))
                .update();
    }

    /** A visit said again what it had said before, which makes no record of its own. */
    void saidAgain(String record, String who, Instant at) {
        jdbc.sql("""
                        insert into customers.verified (source_record_id, who, at) values (:record, :who, :at)
                        on conflict (source_record_id) where source_record_id is not null
                        do update set at = greatest(verified.at, excluded.at), who = excluded.who
                        """)
                .param("record", record)
                .param("who", who)
                .param("at", Columns.utc(at))
                .update();
    }

    void settle(Collection<String> customers, Instant now) {
        jdbc.sql(UPKEEP)
                .param("ids", customers.toArray(String[]::new))
                .param("now", Columns.utc(now))
                .update();
    }

    /** @param region of a pinned province */
    record NewPin(
            String id,
            String customer,
            GoldenField field,
            String value,
            @Nullable String region,
            String who,
            String why,
            Instant at) {}
}
