package org.tongqu.hub.customers;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL that chooses the golden values: customer-stated over factory-stated over agent-stated, newer over older; a USCC must check. */
@Repository
class GoldenStore {
    static final String RULE = "golden-1";

    static final String BEST = """
            select distinct on (m.customer_id, f.field) m.customer_id, f.field, f.value, r.id as record
            from customers.membership m
            join customers.source_record r on r.id = m.source_record_id
            cross join lateral (values
                ('name', r.name), ('uscc', case when r.uscc_valid then r.uscc end), ('province', r.province), ('city', r.city),
                ('address', r.address), ('contact_name', r.contact_name), ('contact_phone', r.contact_phone),
                ('contact_title', r.contact_title)) as f(field, value)
            where m.customer_id = any(:ids) and m.until is null and f.value is not null
            order by m.customer_id, f.field, array_position(array['VISIT', 'FACTORY', 'AGENT'], r.source_kind), r.observed_at desc, r.id desc
            """;

    private final JdbcClient jdbc;

    GoldenStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Ends the values that no longer win and begins those that do; what stays the same is left alone. */
    void choose(Collection<String> customers, Instant now) {
        List<Won> won = jdbc.sql("with best as materialized (" + BEST + """
                        ), ended as (
                            update customers.golden_value g set until = :now
                            where g.customer_id = any(:ids) and g.until is null and not exists (
                                select 1 from best b
                                where b.customer_id = g.customer_id and b.field = g.field and b.value = g.value and b.record = g.source_record_id))
                        select b.customer_id, b.field, b.value, b.record from best b
                        where not exists (
                            select 1 from customers.golden_value g
                            where g.customer_id = b.customer_id and g.field = b.field and g.until is null
                              and g.value = b.value and g.source_record_id = b.record)
                        """)
                .param("ids", customers.toArray(String[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new Won(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
                .list();
        begin(won, now);
    }

    private void begin(List<Won> won, Instant now) {
        if (won.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into customers.golden_value (customer_id, field, value, source_record_id, rule, since)
                        select w.*, :rule, :now from unnest(:customers::text[], :fields::text[], :values::text[], :records::text[]) w
                        """)
                .param("customers", texts(won, Won::customer))
                .param("fields", texts(won, Won::field))
                .param("values", texts(won, Won::value))
                .param("records", texts(won, Won::record))
                .param("rule", RULE)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static String[] texts(List<Won> won, Function<Won, String> text) {
        return won.stream().map(text).toArray(String[]::new);
    }

    /** A value that begins to stand, and the source record it comes from. */
    private record Won(String customer, String field, String value, String record) {}
}
