package org.tongqu.hub.customers;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * SQL that chooses the golden values: a person's pin over all feeds, the newest pin of any id that today is this customer; then customer-stated
 * over factory-stated over a colleague's address book over agent-stated, a doubted agent's word last, newer over older; a USCC must check.
 */
@Repository
class GoldenStore {
    static final String RULE = "golden-2";
    static final String PIN_RULE = "pin-1";

    /** A source record's words, by field. */
    static final String FIELDS = """
            (values
                ('name', r.name), ('uscc', case when r.uscc_valid then r.uscc end), ('province', r.province), ('city', r.city),
                ('address', r.address), ('contact_name', r.contact_name), ('contact_phone', r.contact_phone),
                ('contact_title', r.contact_title)) as f(field, value)
            """;

    /** As {@code customers.choose} finds them. */
    static final String BEST = """
            select distinct on (m.customer_id, f.field) m.customer_id, f.field, f.value, r.id as record
            from customers.membership m
            join customers.source_record r on r.id = m.source_record_id
            left join customers.source_trust t on t.source = r.source and r.source_kind = 'AGENT'
            cross join lateral %s
            where m.customer_id = any(:ids) and m.until is null and f.value is not null
            order by m.customer_id, f.field, array_position(array['VISIT', 'FACTORY', 'BOOK', 'AGENT'], r.source_kind),
                coalesce(t.doubted, false), coalesce(r.last_said_at, r.observed_at) desc, r.id desc
            """.formatted(FIELDS);

    /** Every id that today is one of these customers, the customer's own among them. */
    static final String KIN = """
            kin(id, heir) as (
                select c.id, c.id from customers.customer c where c.id = any(:ids) and c.merged_into is null
                union all
                select c.id, k.heir from kin k join customers.customer c on c.merged_into = k.id)
            """;

    private final JdbcClient jdbc;

    GoldenStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Ends the values that no longer win and begins those that do; what stays the same is left alone. */
    void choose(Collection<String> customers, Instant now) {
        List<Won> won = jdbc.sql("select * from customers.choose(:ids::text[], :now)")
                .param("ids", customers.toArray(String[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new Won(
                        row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5)))
                .list();
        begin(won, now);
    }

    private void begin(List<Won> won, Instant now) {
        if (won.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into customers.golden_value (customer_id, field, value, source_record_id, pin_id, rule, since)
                        select w.*, case when w.pin is null then :rule else :pinRule end, :now
                        from unnest(:customers::text[], :fields::text[], :values::text[], :records::text[], :pins::text[])
                            as w(customer, field, value, record, pin)
                        """)
                .param("customers", texts(won, Won::customer))
                .param("fields", texts(won, Won::field))
                .param("values", texts(won, Won::value))
                .param("records", texts(won, Won::record))
                .param("pins", texts(won, Won::pin))
                .param("rule", RULE)
                .param("pinRule", PIN_RULE)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static String[] texts(List<Won> won, Function<Won, @Nullable String> text) {
        return won.stream().map(text).toArray(String[]::new);
    }

    /** A value that begins to stand, and the source record or the pin it comes from. */
    private record Won(
            String customer,
            String field,
            String value,
            @Nullable String record,
            @Nullable String pin) {}
}
