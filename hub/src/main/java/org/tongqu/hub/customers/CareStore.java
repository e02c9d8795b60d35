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
        jdbc.sql("select customers.settle_upkeep(:ids::text[], :now)")
                .param("ids", customers.toArray(String[]::new))
                .param("now", Columns.utc(now))
                .query()
                .listOfRows();
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
