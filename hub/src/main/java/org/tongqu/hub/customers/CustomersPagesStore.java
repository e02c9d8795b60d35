package org.tongqu.hub.customers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
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
    /** A pin is said by the person who set it, at the moment of setting it. */
    static final String GOLDEN = """
            select g.customer_id, g.field, g.value, g.source_record_id, g.rule, g.since, g.until, g.pin_id, p.why, p.ended_by, p.ended_why,
                   coalesce(p.who, r.source) as source, case when g.pin_id is null then r.source_kind else 'PIN' end as source_kind,
                   r.message_id, r.row_no, coalesce(p.since, r.last_said_at, r.observed_at) as observed_at, coalesce(p.since, r.received_at) as received_at
            from customers.golden_value g left join customers.source_record r on r.id = g.source_record_id
            left join customers.pin p on p.id = g.pin_id
            """;

    private static final String STOOD = "%s.since < :then and (%s.until is null or %s.until >= :then)";

    private final JdbcClient jdbc;

    CustomersPagesStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Found> newest(Window window) {
        return jdbc.sql("""
                        select id, number from customers.customer
                        where merged_into is null and withdrawn_at is null and number < :before order by number desc limit :most
                        """)
                .param("before", window.beforeNumber())
                .param("most", window.oneMore())
                .query((row, n) -> new Found(row.getString(1), row.getLong(2)))
                .list();
    }

    /** Those whose file asks for upkeep; {@code keptSince} says for each life state which are kept. */
    List<Found> stale(UpkeepPeriods periods, Window window) {
        return jdbc.sql("""
                        select c.id, c.number from customers.customer c
                        join unnest(:states::text[], :since::timestamptz[]) as p(life_state, since) on p.life_state = c.life_state
                        where c.merged_into is null and c.withdrawn_at is null and c.number < :before and coalesce(c.kept_at, c.created_at) < p.since
                        order by c.number desc limit :most
                        """)
                .param("states", UpkeepPeriods.LIFE_STATES.toArray(String[]::new))
                .param("since", keptSince(periods))
                .param("before", window.beforeNumber())
                .param("most", window.oneMore())
                .query((row, n) -> new Found(row.getString(1), row.getLong(2)))
                .list();
    }

    Optional<String> newerStale(UpkeepPeriods periods, long number) {
        return jdbc.sql("""
                        select c.id from customers.customer c
                        join unnest(:states::text[], :since::timestamptz[]) as p(life_state, since) on p.life_state = c.life_state
                        where c.merged_into is null and c.withdrawn_at is null and c.number > :number and coalesce(c.kept_at, c.created_at) < p.since
                        order by c.number limit 1
                        """)
                .param("states", UpkeepPeriods.LIFE_STATES.toArray(String[]::new))
                .param("since", keptSince(periods))
                .param("number", number)
                .query(String.class)
                .optional();
    }

    private static String[] keptSince(UpkeepPeriods periods) {
        return UpkeepPeriods.LIFE_STATES.stream()
                .map(state -> Columns.utc(periods.keptSince(state)).toString())
                .toArray(String[]::new);
    }

    Optional<String> newer(long number) {
        return jdbc.sql("""
                        select id from customers.customer where merged_into is null and withdrawn_at is null and number > :number order by number limit 1
                        """).param("number", number).query(String.class).optional();
    }

    Map<String, Header> headers(List<String> ids) {
        Map<String, Header> headers = new HashMap<>();
        jdbc.sql("""
                        select id, number, region, life_state, merged_into, withdrawn_at, created_at, coalesce(kept_at, created_at) as kept_at
                        from customers.customer where id = any(:ids::text[])
                        """)
                .param("ids", ids.toArray(String[]::new))
                .query((row, n) -> headers.put(
                        row.getString("id"),
                        new Header(
                                row.getString("id"),
                                row.getLong("number"),
                                row.getString("region"),
                                row.getString("life_state"),
                                row.getString("merged_into"),
                                Columns.timeOrNull(row, "withdrawn_at"),
                                Columns.time(row, "created_at"),
                                Columns.time(row, "kept_at"))))
                .list();
        return headers;
    }

    /** Today's golden values, by customer and field. */
    Map<String, Map<String, CustomersPages.Value>> goldenValues(List<String> customers) {
        return values(GOLDEN + " where g.customer_id = any(:ids::text[]) and g.until is null", customers);
    }

    /** Those that stood then. */
    Map<String, Map<String, CustomersPages.Value>> goldenValuesThen(List<String> customers, Instant then) {
        return values(
                GOLDEN + " where g.customer_id = any(:ids::text[]) and " + STOOD.formatted("g", "g", "g"),
                customers,
                then);
    }

    /** The values the golden rule gives over the records in sight alone. */
    Map<String, Map<String, CustomersPages.Value>> valuesOfOwnRecords(List<String> customers) {
        return values("""
                select b.customer_id, b.field, b.value, r.id as source_record_id, '%s' as rule,
                       null::text as pin_id, null::text as why, null::text as ended_by, null::text as ended_why,
                       r.source, r.source_kind, r.message_id, r.row_no, coalesce(r.last_said_at, r.observed_at) as observed_at, r.received_at
                from (%s) b join customers.source_record r on r.id = b.record
                """.formatted(GoldenStore.RULE, GoldenStore.BEST), customers);
    }

    private Map<String, Map<String, CustomersPages.Value>> values(String sql, List<String> customers) {
        return values(sql, customers, Instant.EPOCH);
    }

    private Map<String, Map<String, CustomersPages.Value>> values(String sql, List<String> customers, Instant then) {
        Map<String, Map<String, CustomersPages.Value>> values = new HashMap<>();
        jdbc.sql(sql)
                .param("ids", customers.toArray(String[]::new))
                .param("then", Columns.utc(then))
                .query((row, n) -> values.computeIfAbsent(row.getString("customer_id"), id -> new LinkedHashMap<>())
                        .put(field(row), value(row)))
                .list();
        return values;
    }

    List<CustomersPages.PastValue> history(String customer) {
        return jdbc.sql(GOLDEN + " where g.customer_id = :id order by g.field, g.since desc limit 500")
                .param("id", customer)
                .query((row, n) -> past(row))
                .list();
    }

    /** Newest word first. */
    List<CustomersPages.Source> sources(String customer) {
        return sources("m.until is null", customer, Instant.EPOCH);
    }

    /** Those that were grouped under it then. */
    List<CustomersPages.Source> sourcesThen(String customer, Instant then) {
        return sources(STOOD.formatted("m", "m", "m"), customer, then);
    }

    private List<CustomersPages.Source> sources(String standing, String customer, Instant then) {
        return jdbc.sql("""
                        select r.id, r.source, r.source_kind, r.name, r.message_id, r.row_no, coalesce(r.last_said_at, r.observed_at) as observed_at,
                               b.name as because, m.score, m.reason, m.rule
                        from customers.membership m join customers.source_record r on r.id = m.source_record_id
                        left join customers.source_record b on b.id = m.because
                        where m.customer_id = :id and %s order by coalesce(r.last_said_at, r.observed_at) desc, r.id desc limit 500
                        """.formatted(standing))
                .param("id", customer)
                .param("then", Columns.utc(then))
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

    Map<String, Long> countsByLifeState() {
        Map<String, Long> counts = new LinkedHashMap<>();
        jdbc.sql(
                        "select life_state, count(*) from customers.customer where merged_into is null and withdrawn_at is null group by life_state order by 1")
                .query((row, n) -> counts.put(row.getString(1), row.getLong(2)))
                .list();
        return counts;
    }

    static CustomersPages.PastValue past(ResultSet row) throws SQLException {
        return new CustomersPages.PastValue(
                field(row), value(row), Columns.time(row, "since"), Columns.timeOrNull(row, "until"));
    }

    private static String field(ResultSet row) throws SQLException {
        return GoldenField.shown(row.getString("field"));
    }

    private static CustomersPages.@Nullable Pin pin(ResultSet row) throws SQLException {
        return row.getString("pin_id") == null
                ? null
                : new CustomersPages.Pin(
                        Objects.requireNonNullElse(row.getString("source"), "—"),
                        Objects.requireNonNullElse(row.getString("why"), "—"),
                        row.getString("ended_by"),
                        row.getString("ended_why"));
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
                row.getString("rule"),
                pin(row),
                null);
    }

    record Found(String id, long number) {}

    /** A customer's own row. */
    record Header(
            String id,
            long number,
            @Nullable String region,
            String lifeState,
            @Nullable String mergedInto,
            @Nullable OffsetDateTime withdrawnAt,
            OffsetDateTime createdAt,
            OffsetDateTime keptAt) {

        CustomersPages.CustomerLine line(Map<String, CustomersPages.Value> values, boolean stale) {
            return new CustomersPages.CustomerLine(
                    id,
                    number,
                    Objects.requireNonNullElse(text(values, "name"), "?"),
                    text(values, "uscc"),
                    text(values, "province"),
                    text(values, "city"),
                    region,
                    lifeState,
                    createdAt,
                    keptAt,
                    stale,
                    Completeness.of(values).percent());
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
                    withdrawnAt,
                    createdAt,
                    keptAt,
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
