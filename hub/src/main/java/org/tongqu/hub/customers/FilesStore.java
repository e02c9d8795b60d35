package org.tongqu.hub.customers;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.platform.Columns;

/** SQL of a customer's file: who says what of each field, how a value came to be, and what a message changed. */
@Repository
class FilesStore {
    private final JdbcClient jdbc;

    FilesStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest word of each source on each field, as far as the asker sees it. */
    List<Voice> voices(String customer) {
        return jdbc.sql("""
                        select distinct on (f.field, r.source) f.field, r.source, f.value
                        from customers.membership m join customers.source_record r on r.id = m.source_record_id
                        cross join lateral %s
                        where m.customer_id = :id and m.until is null and f.value is not null
                        order by f.field, r.source, coalesce(r.last_said_at, r.observed_at) desc, r.id desc
                        """.formatted(GoldenStore.FIELDS))
                .param("id", customer)
                .query((row, n) -> new Voice(GoldenField.shown(row.getString(1)), row.getString(2), row.getString(3)))
                .list();
    }

    /** Every value a field ever had, newest first, those of ids merged into this one too. */
    List<CustomersPages.PastValue> values(String customer, GoldenField field) {
        return jdbc.sql("""
                        with recursive %s %s
                        where g.customer_id in (select id from kin) and g.field = :field
                        order by (g.until is null) desc, g.since desc, g.until desc limit 500
                        """.formatted(GoldenStore.KIN, CustomersPagesStore.GOLDEN))
                .param("ids", new String[] {customer})
                .param("field", field.column())
                .query((row, n) -> CustomersPagesStore.past(row))
                .list();
    }

    /**
     * The values that changed at the very moment in which a message's records joined their customers, by whosever words: a message that shows
     * two customers to be one may bring back an old word.
     */
    List<CustomerFiles.Change> changes(String messageId, int most) {
        return jdbc.sql("""
                        with moment as materialized (
                            select distinct m.customer_id, m.since
                            from customers.source_record r join customers.membership m on m.source_record_id = r.id
                            where r.message_id = :id and not exists (
                                select 1 from customers.membership e where e.source_record_id = r.id and e.since < m.since)),
                        changed as (
                            select distinct g.customer_id, g.field, o.since
                            from moment o join customers.golden_value g on g.customer_id = o.customer_id
                            where g.since = o.since or g.until = o.since)
                        select x.customer_id, c.number, x.field, before.value as before, after.value as after, r.row_no, name.value as name
                        from changed x
                        join customers.customer c on c.id = x.customer_id
                        left join customers.golden_value before
                            on before.customer_id = x.customer_id and before.field = x.field and before.until = x.since
                        left join customers.golden_value after
                            on after.customer_id = x.customer_id and after.field = x.field and after.since = x.since
                        left join customers.source_record r on r.id = after.source_record_id and r.message_id = :id
                        left join customers.golden_value name
                            on name.customer_id = x.customer_id and name.field = 'name' and name.until is null
                        where before.value is distinct from after.value
                        order by c.number, x.field limit :most
                        """)
                .param("id", messageId)
                .param("most", most)
                .query((row, n) -> new CustomerFiles.Change(
                        row.getString("customer_id"),
                        row.getLong("number"),
                        row.getString("name"),
                        GoldenField.shown(row.getString("field")),
                        row.getString("before"),
                        row.getString("after"),
                        Columns.longOrNull(row, "row_no")))
                .list();
    }

    /** Other firms at which somebody was named under one of these telephones. */
    List<Elsewhere> elsewhere(String customer, String[] phones) {
        return jdbc.sql("""
                        select r.contact_key, r.contact_name, m.customer_id, coalesce(max(g.value), max(r.name)) as firm,
                               min(r.observed_at) as first_at, max(coalesce(r.last_said_at, r.observed_at)) as last_at
                        from customers.source_record r
                        join customers.membership m on m.source_record_id = r.id and m.until is null
                        left join customers.golden_value g on g.customer_id = m.customer_id and g.field = 'name' and g.until is null
                        where r.contact_key = any(:phones) and m.customer_id <> :id and r.contact_name is not null
                        group by r.contact_key, r.contact_name, m.customer_id limit 100
                        """)
                .param("id", customer)
                .param("phones", phones)
                .query((row, n) -> new Elsewhere(
                        row.getString("contact_key"),
                        row.getString("contact_name"),
                        row.getString("customer_id"),
                        row.getString("firm"),
                        Columns.time(row, "first_at"),
                        Columns.time(row, "last_at")))
                .list();
    }

    /** Every word on a contact of a customer, newest first. */
    List<Contacts.Word> contactWords(String customer) {
        return jdbc.sql("""
                        select r.contact_name, r.contact_phone, r.contact_key, r.contact_title, r.source, r.source_kind, r.message_id, r.row_no,
                               coalesce(r.last_said_at, r.observed_at) as observed_at
                        from customers.membership m join customers.source_record r on r.id = m.source_record_id
                        where m.customer_id = :id and m.until is null and (r.contact_name is not null or r.contact_key is not null)
                        order by coalesce(r.last_said_at, r.observed_at) desc, r.id desc limit 500
                        """)
                .param("id", customer)
                .query((row, n) -> new Contacts.Word(
                        row.getString("contact_name"),
                        row.getString("contact_phone"),
                        row.getString("contact_key"),
                        row.getString("contact_title"),
                        new Contacts.Said(
                                row.getString("source"),
                                row.getString("source_kind"),
                                row.getString("message_id"),
                                Columns.longOrNull(row, "row_no"),
                                Columns.time(row, "observed_at"))))
                .list();
    }

    record Voice(String field, String source, String value) {}

    /** A name under a telephone at another firm, and from when to when it was heard of there. */
    record Elsewhere(
            String phone,
            String name,
            String customerId,
            @Nullable String firm,
            OffsetDateTime firstAt,
            OffsetDateTime lastAt) {}
}
