package org.tongqu.hub.visits;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.platform.Columns;
import org.tongqu.hub.platform.Window;

/** SQL of what is shown of visits; what was said on many visits is fetched in one go a table. */
@Repository
class VisitsPagesStore {
    private static final String VISIT = "select * from visits.visit ";

    private final JdbcClient jdbc;

    VisitsPagesStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<VisitsPages.Visit> visit(String id) {
        return whole(jdbc.sql(VISIT + "where id = :id").param("id", id)).stream()
                .findFirst();
    }

    List<VisitsPages.Visit> visits(Window window) {
        return whole(jdbc.sql(VISIT + "where id < :before order by id desc limit " + window.oneMore())
                .param("before", window.beforeId()));
    }

    /** Lists and not joins: behind walls a join would try each visit and each reading in sight. */
    List<VisitsPages.Visit> called(List<String> numbers, Window window) {
        return whole(jdbc.sql(VISIT + """
                        where id = any(array(
                            select id from visits.visit where visit_no = any(:numbers)
                            union select visit_id from visits.usage_reading
                                where machine = any(array(select platform.machine(number) from unnest(:numbers::text[]) number))))
                        order by id desc limit :most
                        """)
                .param("numbers", numbers.toArray(String[]::new))
                .param("most", window.limit()));
    }

    List<VisitsPages.Visit> byRecords(Collection<String> records) {
        return whole(jdbc.sql(VISIT
                        + "where source_record_id = any(:records::text[]) order by visited_at desc, id desc limit 200")
                .param("records", records.toArray(String[]::new)));
    }

    List<VisitsPages.Reading> readings(Collection<String> records) {
        return jdbc.sql("""
                        select u.* from visits.usage_reading u join visits.visit v on v.id = u.visit_id
                        where v.source_record_id = any(:records::text[]) order by u.machine, u.read_at, u.n limit 1000
                        """)
                .param("records", records.toArray(String[]::new))
                .query((row, n) -> reading(row))
                .list();
    }

    List<VisitsPages.Sighting> sightings(Collection<String> machines) {
        return jdbc.sql("""
                        select distinct on (u.machine, v.source_record_id) u.machine, u.model, v.source_record_id, u.read_at
                        from visits.usage_reading u join visits.visit v on v.id = u.visit_id
                        where u.machine = any(:machines) order by u.machine, v.source_record_id, u.read_at desc limit 500
                        """)
                .param("machines", machines.toArray(String[]::new))
                .query((row, n) -> new VisitsPages.Sighting(
                        row.getString("machine"),
                        row.getString("model"),
                        row.getString("source_record_id"),
                        Columns.time(row, "read_at")))
                .list();
    }

    private List<VisitsPages.Visit> whole(JdbcClient.StatementSpec visits) {
        List<Head> heads = visits.query((row, n) -> Head.of(row)).list();
        List<String> ids = heads.stream().map(Head::id).toList();
        Map<String, List<String>> opinions = voices(ids, "OPINION");
        Map<String, List<String>> suggestions = voices(ids, "SUGGESTION");
        Map<String, List<VisitsPages.Reading>> usage =
                byVisit("select * from visits.usage_reading", ids, VisitsPagesStore::reading);
        Map<String, List<VisitsPages.Competitor>> rivals =
                byVisit("select * from visits.competitor_fact", ids, VisitsPagesStore::competitor);
        Map<String, List<VisitsPages.Statement>> statements =
                byVisit("select * from visits.sales_statement", ids, VisitsPagesStore::statement);
        return heads.stream()
                .map(head -> head.visit(
                        opinions.getOrDefault(head.id(), List.of()),
                        suggestions.getOrDefault(head.id(), List.of()),
                        usage.getOrDefault(head.id(), List.of()),
                        rivals.getOrDefault(head.id(), List.of()),
                        statements.getOrDefault(head.id(), List.of())))
                .toList();
    }

    private Map<String, List<String>> voices(List<String> ids, String kind) {
        return byVisit(
                "select * from (select * from visits.voice where kind = '" + kind + "') said",
                ids,
                row -> row.getString("words"));
    }

    private <T> Map<String, List<T>> byVisit(String select, List<String> ids, Columned<T> each) {
        Map<String, List<T>> found = new HashMap<>();
        jdbc.sql(select + " where visit_id = any(:ids::text[]) order by visit_id, n")
                .param("ids", ids.toArray(String[]::new))
                .query((row, n) -> found.computeIfAbsent(row.getString("visit_id"), id -> new ArrayList<>())
                        .add(each.of(row)))
                .list();
        return found;
    }

    private static VisitsPages.Reading reading(ResultSet row) throws SQLException {
        return new VisitsPages.Reading(
                row.getString("visit_id"),
                row.getString("serial"),
                row.getString("machine"),
                row.getString("model"),
                Columns.quantityOrNull(row, "running_hours"),
                Columns.intOrNull(row, "faults"),
                row.getString("note"),
                Columns.time(row, "read_at"));
    }

    private static VisitsPages.Competitor competitor(ResultSet row) throws SQLException {
        return new VisitsPages.Competitor(
                row.getString("name"),
                row.getString("product"),
                Columns.amountOrNull(row, "price", "currency"),
                Columns.intOrNull(row, "lead_time_days"));
    }

    private static VisitsPages.Statement statement(ResultSet row) throws SQLException {
        return new VisitsPages.Statement(
                row.getString("product_code"),
                Columns.quantity(row, "qty"),
                row.getString("bought_from"),
                YearMonth.from(row.getObject("month", LocalDate.class)));
    }

    private interface Columned<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** A visit without what was said on it. */
    private record Head(VisitsPages.Visit bare) {
        static Head of(ResultSet row) throws SQLException {
            return new Head(new VisitsPages.Visit(
                    row.getString("id"),
                    row.getString("visit_no"),
                    row.getString("branch"),
                    row.getString("rep"),
                    row.getString("region"),
                    Columns.time(row, "visited_at"),
                    Columns.time(row, "received_at"),
                    row.getString("source_record_id"),
                    row.getString("message_id"),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of()));
        }

        String id() {
            return bare.id();
        }

        VisitsPages.Visit visit(
                List<String> opinions,
                List<String> suggestions,
                List<VisitsPages.Reading> usage,
                List<VisitsPages.Competitor> competitors,
                List<VisitsPages.Statement> statements) {
            return new VisitsPages.Visit(
                    bare.id(),
                    bare.visitNo(),
                    bare.branch(),
                    bare.rep(),
                    bare.region(),
                    bare.visitedAt(),
                    bare.receivedAt(),
                    bare.sourceRecordId(),
                    bare.messageId(),
                    opinions,
                    suggestions,
                    usage,
                    competitors,
                    statements);
        }
    }
}
