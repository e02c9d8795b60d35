package org.tongqu.hub.needs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.platform.Clauses;
import org.tongqu.hub.platform.Columns;
import org.tongqu.hub.platform.Window;

/** SQL of what is shown of needs. */
@Repository
class NeedsPagesStore {
    private static final String NEWEST_200 = "order by id desc limit 200";
    private static final String LINE = """
            select id, number, visit_no, need_no, summary, state, grade, region, raised_at, required_by, source_record_id, rep, budget,
                   budget_currency
            from needs.need
            """;

    private static final String PART = """
            select id, product_class, product_code, qty, state, demand_id, blocked_at, blocked_why, out_reason from needs.part
            """;

    private final JdbcClient jdbc;

    NeedsPagesStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param records only needs resting on these; absent for any */
    List<NeedsPages.NeedLine> lines(NeedsPages.Sought sought, @Nullable List<String> records, Window window) {
        return sought(sought, records)
                .and("id < :before", "before", window.beforeId())
                .on(jdbc, LINE, "order by id desc limit " + window.oneMore())
                .query((row, n) -> line(row))
                .list();
    }

    /** @param number 0 for none */
    List<NeedsPages.NeedLine> called(String visitNo, long number, Window window) {
        return jdbc.sql(LINE + " where visit_no = :visitNo or number = :number order by id desc limit :most")
                .param("visitNo", visitNo)
                .param("number", number)
                .param("most", window.limit())
                .query((row, n) -> line(row))
                .list();
    }

    Optional<String> newer(NeedsPages.Sought sought, @Nullable List<String> records, String id) {
        return sought(sought, records)
                .and("id > :id", "id", id)
                .on(jdbc, "select id from needs.need", "order by id limit 1")
                .query(String.class)
                .optional();
    }

    private static Clauses sought(NeedsPages.Sought sought, @Nullable List<String> records) {
        return new Clauses()
                .andIf(sought.state(), "state", "state = :state")
                .andIf(sought.visitNo(), "visitNo", "visit_no = :visitNo")
                .andIf(sought.region(), "region", "region = :region")
                .andIf(sought.grade(), "grade", "grade = :grade")
                .andIf(array(records), "records", "source_record_id = any(:records::text[])");
    }

    private static String @Nullable [] array(@Nullable List<String> texts) {
        return texts == null ? null : texts.toArray(String[]::new);
    }

    List<NeedsPages.NeedLine> byRecords(Collection<String> records) {
        return jdbc.sql(LINE + " where source_record_id = any(:records::text[]) " + NEWEST_200)
                .param("records", records.toArray(String[]::new))
                .query((row, n) -> line(row))
                .list();
    }

    List<NeedsPages.NeedLine> byIds(Collection<String> ids) {
        return jdbc.sql(LINE + " where id = any(:ids::text[])")
                .param("ids", ids.toArray(String[]::new))
                .query((row, n) -> line(row))
                .list();
    }

    private static NeedsPages.NeedLine line(ResultSet row) throws SQLException {
        return new NeedsPages.NeedLine(
                row.getString("id"),
                number(row),
                row.getString("visit_no"),
                row.getString("need_no"),
                row.getString("summary"),
                row.getString("state"),
                row.getString("grade"),
                row.getString("region"),
                null,
                Columns.time(row, "raised_at"),
                Columns.dateOrNull(row, "required_by"),
                row.getString("source_record_id"),
                row.getString("rep"),
                Columns.amountOrNull(row, "budget", "budget_currency"));
    }

    private static String number(ResultSet row) throws SQLException {
        return NeedStore.number(row.getLong("number"), Columns.time(row, "raised_at"));
    }

    Optional<NeedsPages.Need> need(String id) {
        return jdbc.sql("""
                        select d.*, g.zh, g.en, g.rule_version, g.at as graded_at
                        from needs.need d
                        left join lateral (
                            select zh, en, rule_version, at from needs.grading where need_id = d.id order by n desc limit 1) g on true
                        where d.id = :id
                        """).param("id", id).query((row, n) -> need(row)).optional();
    }

    private NeedsPages.Need need(ResultSet row) throws SQLException {
        String id = row.getString("id");
        return new NeedsPages.Need(
                id,
                number(row),
                row.getString("visit_no"),
                row.getString("need_no"),
                row.getString("summary"),
                row.getString("functional"),
                Columns.dateOrNull(row, "required_by"),
                Columns.amountOrNull(row, "budget", "budget_currency"),
                row.getString("region"),
                row.getString("state"),
                row.getString("grade"),
                gradeReason(row),
                row.getString("rule_version"),
                null,
                parts(id),
                Columns.time(row, "raised_at"),
                row.getString("source_record_id"),
                row.getString("visit_id"),
                row.getString("branch"),
                row.getString("rep"),
                Columns.time(row, "visited_at"),
                row.getString("message_id"),
                Columns.timeOrNull(row, "graded_at"));
    }

    private static NeedsPages.@Nullable GradeReason gradeReason(ResultSet row) throws SQLException {
        String zh = row.getString("zh");
        return zh == null ? null : new NeedsPages.GradeReason(zh, row.getString("en"));
    }

    private List<NeedsPages.Part> parts(String needId) {
        return jdbc.sql(PART + " where need_id = :need order by n")
                .param("need", needId)
                .query((row, n) -> part(row))
                .list();
    }

    List<NeedsPages.Asking> askings(String needId) {
        return jdbc.sql(
                        "select part_id, factory, demand_id from needs.asking where need_id = :need order by part_id, demand_id")
                .param("need", needId)
                .query(NeedsPages.Asking.class)
                .list();
    }

    /** Blocked parts with the need each belongs to, the longest blocked first. */
    Map<String, String> blocked(int most) {
        Map<String, String> needOfPart = new LinkedHashMap<>();
        jdbc.sql("select id, need_id from needs.part where blocked_at is not null order by blocked_at, id limit :most")
                .param("most", most)
                .query((row, n) -> needOfPart.put(row.getString(1), row.getString(2)))
                .list();
        return needOfPart;
    }

    Map<String, NeedsPages.Part> partsByIds(Collection<String> ids) {
        Map<String, NeedsPages.Part> parts = new LinkedHashMap<>();
        jdbc.sql(PART + " where id = any(:ids::text[])")
                .param("ids", ids.toArray(String[]::new))
                .query((row, n) -> parts.put(row.getString("id"), part(row)))
                .list();
        return parts;
    }

    private static NeedsPages.Part part(ResultSet row) throws SQLException {
        return new NeedsPages.Part(
                row.getString("id"),
                row.getString("product_class"),
                row.getString("product_code"),
                Columns.quantity(row, "qty"),
                row.getString("state"),
                row.getString("demand_id"),
                block(row),
                row.getString("out_reason"));
    }

    private static NeedsPages.@Nullable Block block(ResultSet row) throws SQLException {
        String why = row.getString("blocked_why");
        return why == null ? null : new NeedsPages.Block(why, Columns.time(row, "blocked_at"), "DESK");
    }

    Map<String, NeedsPages.Standing> standing(NeedsPages.Sought sought) {
        Map<String, NeedsPages.Standing> standing = new LinkedHashMap<>();
        NeedsPages.Sought anyState =
                new NeedsPages.Sought(null, sought.visitNo(), sought.region(), sought.customerId(), sought.grade());
        sought(anyState, null)
                .on(jdbc, """
                        select state, count(*), coalesce(sum(budget) filter (where budget_currency = 'CNY'), 0) from needs.need
                        """, "group by state")
                .query((row, n) ->
                        standing.put(row.getString(1), new NeedsPages.Standing(row.getLong(2), row.getBigDecimal(3))))
                .list();
        return standing;
    }

    Map<String, Long> countsByState() {
        Map<String, Long> counts = new LinkedHashMap<>();
        jdbc.sql("select state, count(*) from needs.need group by state")
                .query((row, n) -> counts.put(row.getString(1), row.getLong(2)))
                .list();
        return counts;
    }
}
