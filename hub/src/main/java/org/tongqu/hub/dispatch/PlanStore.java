package org.tongqu.hub.dispatch;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.platform.Columns;

/** SQL of what the plan rests on, and of what came of it. */
@Repository
class PlanStore {
    private final JdbcClient jdbc;

    PlanStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean isStale() {
        return jdbc.sql("select exists (select 1 from dispatch.dispatch where stale)")
                .query(Boolean.class)
                .single();
    }

    /** Dispatches whose teams are not settled, with the version the plan saw. */
    Map<String, Integer> versions() {
        Map<String, Integer> versions = new HashMap<>();
        jdbc.sql("select id, version from dispatch.dispatch where state = 'OPEN' or stale")
                .query((row, n) -> versions.put(row.getString(1), row.getInt(2)))
                .list();
        return versions;
    }

    /** Those who may be sent, as they stand from that month on. */
    List<Person> people(LocalDate month) {
        Map<String, Set<LocalDate>> away = away(month);
        Map<String, Map<LocalDate, String>> booked = booked(month);
        return jdbc.sql("""
                        select t.*, l.grades, array(select s.product_class || '|' || s.trade from dispatch.skill s
                            where s.technician_id = t.id and s.ended_at is null) as skills
                        from dispatch.technician t join dispatch.tier l on l.level = t.level where t.active order by t.id
                        """)
                .query((row, n) -> new Person(
                        row.getString("id"),
                        row.getString("name"),
                        row.getString("login"),
                        row.getInt("level"),
                        words(row, "grades"),
                        row.getString("region"),
                        row.getInt("days_cap"),
                        words(row, "skills"),
                        away.getOrDefault(row.getString("id"), Set.of()),
                        booked.getOrDefault(row.getString("id"), Map.of())))
                .list();
    }

    private Map<String, Set<LocalDate>> away(LocalDate month) {
        Map<String, Set<LocalDate>> away = new HashMap<>();
        jdbc.sql("""
                        select technician_id, greatest(from_day, :month) as first, least(until_day, :month + 120) as last
                        from dispatch.absence where taken_back_at is null and until_day >= :month
                        """)
                .param("month", month)
                .query((row, n) -> away.computeIfAbsent(row.getString("technician_id"), none -> new HashSet<>())
                        .addAll(days(row)))
                .list();
        return away;
    }

    private static List<LocalDate> days(ResultSet row) throws SQLException {
        LocalDate first = row.getObject("first", LocalDate.class);
        LocalDate last = row.getObject("last", LocalDate.class);
        return last.isBefore(first)
                ? List.of()
                : first.datesUntil(last.plusDays(1)).toList();
    }

    private Map<String, Map<LocalDate, String>> booked(LocalDate month) {
        Map<String, Map<LocalDate, String>> booked = new HashMap<>();
        jdbc.sql("""
                        select b.technician_id, b.day, d.number from dispatch.booking b
                        join dispatch.place p on p.id = b.place_id join dispatch.dispatch d on d.id = p.dispatch_id
                        where b.freed_at is null and b.day >= :month
                        """)
                .param("month", month)
                .query((row, n) -> booked.computeIfAbsent(row.getString(1), none -> new HashMap<>())
                        .put(row.getObject(2, LocalDate.class), DispatchStore.number(row.getLong(3))))
                .list();
        return booked;
    }

    /** Lowest rung by grade. */
    Map<String, Integer> lowestLevels() {
        Map<String, Integer> lowest = new HashMap<>();
        jdbc.sql("select unnest(grades), min(level) from dispatch.tier group by 1")
                .query((row, n) -> lowest.put(row.getString(1), row.getInt(2)))
                .list();
        return lowest;
    }

    /** Places without a booking, the weightiest and nearest deadline first. */
    List<Row> places() {
        return jdbc.sql("""
                        select p.*, d.number, d.grade, p.state = 'OPEN' and p.reasons <> '{}' as tried, d.region, d.wanted_by,
                            array(select r.technician_id from dispatch.refusal r where r.place_id = p.id) as refused
                        from dispatch.place p join dispatch.dispatch d on d.id = p.dispatch_id
                        where d.state = 'OPEN' and p.state in ('OPEN', 'PROPOSED')
                        order by d.grade, d.deadline, d.number, p.n
                        """).query((row, n) -> row(row)).list();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString("id"),
                row.getString("dispatch_id"),
                DispatchStore.number(row.getLong("number")),
                row.getString("grade"),
                row.getString("region"),
                row.getString("product_class"),
                row.getString("trade"),
                row.getInt("days"),
                Columns.dateOrNull(row, "wanted_by"),
                row.getBoolean("tier_override"),
                words(row, "refused"),
                row.getBoolean("pinned"),
                row.getString("technician_id"),
                Columns.dateOrNull(row, "from_day"),
                row.getBoolean("tried"));
    }

    static Set<String> words(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? Set.of() : Set.copyOf(Arrays.asList((String[]) array.getArray()));
    }

    /** Writes what was found, but where a person was faster. */
    void save(Collection<Found> found, Map<String, Integer> seen) {
        hold(seen.keySet());
        List<Found> each =
                found.stream().filter(one -> seen.containsKey(one.dispatchId())).toList();
        jdbc.sql("""
                        update dispatch.place p set technician_id = w.technician, technician_name = w.name, technician_login = w.login,
                            from_day = w.from_day::date, until_day = w.until_day::date, clash = w.clash,
                            reasons = string_to_array(w.reasons, ';'), state = case when w.technician is null then 'OPEN' else 'PROPOSED' end
                        from unnest(:ids::text[], :dispatches::text[], :versions::int[], :technicians::text[], :names::text[], :logins::text[],
                            :froms::text[], :untils::text[], :clashes::text[], :reasons::text[])
                            as w(id, dispatch, version, technician, name, login, from_day, until_day, clash, reasons)
                        join dispatch.dispatch d on d.id = w.dispatch and d.version = w.version and d.state = 'OPEN'
                        where p.id = w.id and p.state in ('OPEN', 'PROPOSED')
                        """)
                .param("ids", texts(each.stream().map(Found::placeId)))
                .param("dispatches", texts(each.stream().map(Found::dispatchId)))
                .param(
                        "versions",
                        each.stream().map(one -> seen.get(one.dispatchId())).toArray(Integer[]::new))
                .param("technicians", texts(each.stream().map(Found::technician)))
                .param("names", texts(each.stream().map(Found::name)))
                .param("logins", texts(each.stream().map(Found::login)))
                .param("froms", texts(each.stream().map(Found::from)))
                .param("untils", texts(each.stream().map(Found::until)))
                .param("clashes", texts(each.stream().map(Found::clash)))
                .param("reasons", texts(each.stream().map(Found::reasons)))
                .update();
        jdbc.sql("""
                        update dispatch.dispatch d set stale = false
                        from unnest(:ids::text[], :versions::int[]) as w(id, version)
                        where d.id = w.id and d.version = w.version and d.stale
                        """)
                .param("ids", texts(seen.keySet().stream()))
                .param("versions", seen.values().toArray(Integer[]::new))
                .update();
    }

    /** Waits for the person who acts at this moment: an update that waited on the place alone would still see the version of before. */
    private void hold(Collection<String> dispatches) {
        jdbc.sql("select 1 from dispatch.dispatch where id = any(:ids) order by id for update")
                .param("ids", dispatches.toArray(String[]::new))
                .query(Integer.class)
                .list();
    }

    private static @Nullable String[] texts(Stream<? extends @Nullable String> words) {
        return words.toArray(String[]::new);
    }

    /** @param tried the plan before this one found nobody */
    record Row(
            String id,
            String dispatchId,
            String number,
            String grade,
            String region,
            @Nullable String productClass,
            String trade,
            int days,
            @Nullable LocalDate wantedBy,
            boolean anyTier,
            Set<String> refusedBy,
            boolean pinned,
            @Nullable String technician,
            @Nullable LocalDate from,
            boolean tried) {}

    /** What the plan found for a place. */
    record Found(
            String placeId,
            String dispatchId,
            @Nullable String technician,
            @Nullable String name,
            @Nullable String login,
            @Nullable String from,
            @Nullable String until,
            @Nullable String clash,
            String reasons) {}
}
