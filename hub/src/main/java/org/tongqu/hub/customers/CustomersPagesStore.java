package org.tongqu.hub.customers;

import static java.util.Map.entry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.matching.Matching;
import org.tongqu.hub.platform.Columns;
import org.tongqu.hub.platform.Window;

/** SQL of what is shown of customers; who sees which is the policies' business. */
@Repository
class CustomersPagesStore {
    private static final Map<String, String> SHOWN_AS = Map.ofEntries(
            entry("contact_name", "contactName"),
            entry("contact_phone", "contactPhone"),
            entry("contact_title", "contactTitle"));

    private static final String GOLDEN = """
            select g.customer_id, g.field, g.value, g.source_record_id, g.rule, g.since, g.until,
                   r.source, r.source_kind, r.message_id, r.row_no, r.observed_at, r.received_at
            from customers.golden_value g left join customers.source_record r on r.id = g.source_record_id
            """;

    private final JdbcClient jdbc;

    CustomersPagesStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Found> newest(Window window) {
        return jdbc.sql("""
                        select id, number from customers.customer
                        where merged_into is null and number < :before order by number desc limit :most
                        """)
                .param("before", window.beforeNumber())
                .param("most", window.oneMore())
                .query((row, n) -> new Found(row.getString(1), row.getLong(2)))
                .list();
    }

    Optional<String> newer(long number) {
        return jdbc.sql("""
                        select id from customers.customer where merged_into is null and number > :number order by number limit 1
                        """).param("number", number).query(String.class).optional();
    }

    Map<String, Header> headers(List<String> ids) {
        Map<String, Header> headers = new HashMap<>();
        jdbc.sql(
                        "select id, number, region, life_state, merged_into, created_at from customers.customer where id = any(:ids::text[])")
                .param("ids", ids.toArray(String[]::new))
                .query((row, n) -> headers.put(
                        row.getString("id"),
                        new Header(
                                row.getString("id"),
                                row.getLong("number"),
                                row.getString("region"),
                                row.getString("life_state"),
                                row.getString("merged_into"),
                                Columns.time(row, "created_at"))))
                .list();
        return headers;
    }

    /** Today's golden values, by customer and field. */
    Map<String, Map<String, CustomersPages.Value>> goldenValues(List<String> customers) {
        return values(GOLDEN + " where g.customer_id = any(:ids::text[]) and g.until is null", customers);
    }

    /** The values the golden rule gives over the records in sight alone. */
    Map<String, Map<String, CustomersPages.Value>> valuesOfOwnRecords(List<String> customers) {
        return values("""
                select b.customer_id, b.field, b.value, r.id as source_record_id, '%s' as rule,
                       r.source, r.source_kind, r.message_id, r.row_no, r.observed_at, r.received_at
                from (%s) b join customers.source_record r on r.id = b.record
                """.formatted(GoldenStore.RULE, GoldenStore.BEST), customers);
    }

    private Map<String, Map<String, CustomersPages.Value>> values(String sql, List<String> customers) {
        Map<String, Map<String, CustomersPages.Value>> values = new HashMap<>();
        jdbc.sql(sql)
                .param("ids", customers.toArray(String[]::new))
                .query((row, n) -> values.computeIfAbsent(row.getString("customer_id"), id -> new LinkedHashMap<>())
                        .put(field(row), value(row)))
                .list();
        return values;
    }

    List<CustomersPages.PastValue> history(String customer) {
        return jdbc.sql(GOLDEN + " where g.customer_id = :id order by g.field, g.since desc limit 500")
                .param("id", customer)
                .query((row, n) -> new CustomersPages.PastValue(
                        field(row), value(row), Columns.time(row, "since"), Columns.timeOrNull(row, "until")))
                .list();
    }

    /** Newest word first. */
    List<CustomersPages.Source> sources(String customer) {
        return jdbc.sql("""
                        select r.id, r.source, r.source_kind, r.name, r.message_id, r.row_no, r.observed_at,
                               b.name as because, m.score, m.reason, m.rule
                        from customers.membership m join customers.source_record r on r.id = m.source_record_id
                        left join customers.source_record b on b.id = m.because
                        where m.customer_id = :id and m.until is null order by r.observed_at desc, r.id desc limit 500
                        """)
                .param("id", customer)
                .query((row, n) -> new CustomersPages.Source(
                        row.getString("id"),
                        row.getString("source"),
                        row.getString("source_kind"),
                        row.getString("name"),
                        row.getString("message_id"),
                        Columns.longOrNull(row, "row_no"),
                        Columns.time(row, "observed_at"),
                        joined(row)))
                .list();
    }

    /** Nothing where it came first, or where the record it goes with is out of sight. */
    private static CustomersPages.@Nullable Joined joined(ResultSet row) throws SQLException {
        String because = row.getString("because");
        return because == null
                ? null
                : new CustomersPages.Joined(
                        because,
                        row.getDouble("score"),
                        Matching.Clue.of(row.getString("reason")),
                        row.getString("rule"));
    }

    List<CustomersPages.Person> people(String customer) {
        return jdbc.sql("""
                        select * from (
                            select distinct on (r.contact_name, r.contact_phone)
                                r.contact_name, r.contact_phone, r.contact_title, r.source, r.source_kind, r.message_id, r.observed_at
                            from customers.membership m join customers.source_record r on r.id = m.source_record_id
                            where m.customer_id = :id and m.until is null and r.contact_name is not null
                            order by r.contact_name, r.contact_phone, r.observed_at desc, r.id desc) person
                        order by observed_at desc, contact_name limit 50
                        """)
                .param("id", customer)
                .query((row, n) -> new CustomersPages.Person(
                        row.getString("contact_name"),
                        row.getString("contact_phone"),
                        row.getString("contact_title"),
                        row.getString("source"),
                        row.getString("source_kind"),
                        row.getString("message_id"),
                        Columns.time(row, "observed_at")))
                .list();
    }

    Map<String, Long> countsByLifeState() {
        Map<String, Long> counts = new LinkedHashMap<>();
        jdbc.sql(
                        "select life_state, count(*) from customers.customer where merged_into is null group by life_state order by 1")
                .query((row, n) -> counts.put(row.getString(1), row.getLong(2)))
                .list();
        return counts;
    }

    private static String field(ResultSet row) throws SQLException {
        String column = row.getString("field");
        return SHOWN_AS.getOrDefault(column, column);
    }

    private static CustomersPages.Value value(ResultSet row) throws SQLException {
        return new CustomersPages.Value(
                row.getString("value"),
                row.getString("source"),
                row.getString("source_kind"),
                row.getString("source_record_id"),
                row.getString("message_id"),
                Columns.longOrNull(row, "row_no"),
                Columns.timeOrNull(row, "observed_at"),
                Columns.timeOrNull(row, "received_at"),
                row.getString("rule"));
    }

    record Found(String id, long number) {}

    /** A customer's own row. */
    record Header(
            String id,
            long number,
            @Nullable String region,
            String lifeState,
            @Nullable String mergedInto,
            OffsetDateTime createdAt) {

        CustomersPages.CustomerLine line(Map<String, CustomersPages.Value> values) {
            return new CustomersPages.CustomerLine(
                    id,
                    number,
                    Objects.requireNonNullElse(text(values, "name"), "?"),
                    text(values, "uscc"),
                    text(values, "province"),
                    text(values, "city"),
                    region,
                    lifeState,
                    createdAt);
        }

        CustomersPages.Customer customer(
                @Nullable String askedId,
                Map<String, CustomersPages.Value> values,
                List<CustomersPages.Source> sources) {
            return new CustomersPages.Customer(
                    id,
                    askedId,
                    number,
                    Objects.requireNonNullElse(text(values, "name"), "?"),
                    text(values, "uscc"),
                    text(values, "province"),
                    text(values, "city"),
                    text(values, "address"),
                    region,
                    lifeState,
                    contact(values),
                    mergedInto,
                    createdAt,
                    sources,
                    values);
        }

        private static CustomersPages.@Nullable Contact contact(Map<String, CustomersPages.Value> values) {
            String name = text(values, "contactName");
            String phone = text(values, "contactPhone");
            String title = text(values, "contactTitle");
            return name == null && phone == null && title == null
                    ? null
                    : new CustomersPages.Contact(name, phone, title);
        }

        private static @Nullable String text(Map<String, CustomersPages.Value> values, String field) {
            CustomersPages.Value value = values.get(field);
            return value == null ? null : value.value();
        }
    }
}
