package org.tongqu.hub.dispatch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.platform.Clauses;
import org.tongqu.hub.platform.Columns;
import org.tongqu.hub.platform.Window;

/** SQL of what is shown of dispatches. */
@Repository
class BoardStore {
    private static final String ROWS =
            "select d.*, d.state = 'OPEN' and d.deadline < :now as late from dispatch.dispatch d";

    private static final Map<String, String> LOOKS = Map.of(
            "OPEN",
            "d.state = 'OPEN'",
            "LATE",
            "d.state = 'OPEN' and d.deadline < :now",
            "CLASH",
            "exists (select 1 from dispatch.place p where p.dispatch_id = d.id and p.clash is not null)",
            "NAMED",
            "d.state = 'NAMED'");

    private final JdbcClient jdbc;

    BoardStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Newest first. */
    List<DispatchPages.Line> lines(@Nullable String state, @Nullable String needId, Window window, Instant now) {
        return withPlaces(new Clauses()
                .and("d.number < :before", "before", window.beforeNumber())
                .andIf(state, "state", "d.state = :state")
                .andIf(needId, "need", "d.need_id = :need")
                .on(jdbc, ROWS, "order by d.number desc limit " + window.oneMore())
                .param("now", Columns.utc(now))
                .query((row, n) -> line(row))
                .list());
    }

    /** What runs and looks so, the nearest deadline first and whoever is named already last. */
    List<DispatchPages.Line> running(@Nullable String look, Window window, Instant now) {
        Clauses running = new Clauses().and("d.state <> 'CLOSED'");
        if (look != null) {
            running.and(Objects.requireNonNull(LOOKS.get(look)));
        }
        return withPlaces(running.andIf(window.after(), "after", """
                        (d.state = 'NAMED', d.deadline, d.number) > (
                            select c.state = 'NAMED', c.deadline, c.number from dispatch.dispatch c where c.number = :after::bigint)""")
                .on(jdbc, ROWS, "order by d.state = 'NAMED', d.deadline, d.number limit " + window.oneMore())
                .param("now", Columns.utc(now))
                .query((row, n) -> line(row))
                .list());
    }

    /** How many run and look so, by look. */
    Map<String, Long> counts(Instant now) {
        String counts = LOOKS.entrySet().stream()
                .map(look -> "count(*) filter (where " + look.getValue() + ") as " + look.getKey())
                .collect(Collectors.joining(", "));
        return jdbc.sql("select " + counts + " from dispatch.dispatch d where d.state <> 'CLOSED'")
                .param("now", Columns.utc(now))
                .query((row, n) -> counts(row))
                .single();
    }

    private static Map<String, Long> counts(ResultSet row) throws SQLException {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (String look : DispatchPages.LOOKS) {
            counts.put(look, row.getLong(look));
        }
        return counts;
    }

    Optional<DispatchPages.Line> find(String id, Instant now) {
        return withPlaces(jdbc.sql(ROWS + " where d.id = :id")
                        .param("now", Columns.utc(now))
                        .param("id", id)
                        .query((row, n) -> line(row))
                        .list())
                .stream()
                .findFirst();
    }

    private static DispatchPages.Line line(ResultSet row) throws SQLException {
        return new DispatchPages.Line(
                row.getString("id"),
                DispatchStore.number(row.getLong("number")),
                row.getString("need_id"),
                row.getString("need_number"),
                row.getString("summary"),
                row.getString("grade"),
                row.getString("region"),
                row.getString("state"),
                Columns.time(row, "opened_at"),
                Columns.time(row, "deadline"),
                Columns.timeOrNull(row, "named_at"),
                Columns.timeOrNull(row, "closed_at"),
                row.getString("closed_why"),
                Columns.intOrNull(row, "rating"),
                row.getBoolean("late"),
                row.getBoolean("stale"),
                List.of());
    }

    private List<DispatchPages.Line> withPlaces(List<DispatchPages.Line> lines) {
        Map<String, List<DispatchPages.Place>> places = new LinkedHashMap<>();
        jdbc.sql("select * from dispatch.place where dispatch_id = any(:ids::text[]) order by dispatch_id, n")
                .param("ids", lines.stream().map(DispatchPages.Line::id).toArray(String[]::new))
                .query((row, n) -> places.computeIfAbsent(row.getString("dispatch_id"), none -> new ArrayList<>())
                        .add(place(row)))
                .list();
        return lines.stream()
                .map(line -> line.with(places.getOrDefault(line.id(), List.of())))
                .toList();
    }

    private static DispatchPages.Place place(ResultSet row) throws SQLException {
        return new DispatchPages.Place(
                row.getString("id"),
                row.getInt("n"),
                row.getString("product_class"),
                row.getString("trade"),
                row.getInt("days"),
                row.getString("state"),
                row.getString("technician_id"),
                row.getString("technician_name"),
                Columns.dateOrNull(row, "from_day"),
                Columns.dateOrNull(row, "until_day"),
                row.getBoolean("pinned"),
                row.getString("pinned_why"),
                row.getBoolean("tier_override"),
                clash(row.getString("clash")),
                Arrays.stream((String[]) row.getArray("reasons").getArray())
                        .map(BoardStore::why)
                        .toList(),
                row.getString("technician_login"));
    }

    private static DispatchPages.@Nullable Clash clash(@Nullable String line) {
        if (line == null) {
            return null;
        }
        String[] words = line.split("\\|", -1);
        return new DispatchPages.Clash(words[0], words[1], words[2], LocalDate.parse(words[3]));
    }

    private static DispatchPages.Why why(String line) {
        String[] words = line.split("\\|", 3);
        return new DispatchPages.Why(words[0], Long.parseLong(words[1]), List.of(words[2].split("\\|", -1)));
    }

    DispatchPages.Figures figures(Instant now) {
        return jdbc.sql("""
                        select count(*) filter (where state = 'OPEN') as open, count(*) filter (where state = 'NAMED') as named,
                            count(*) filter (where state = 'CLOSED') as closed,
                            count(*) filter (where state = 'OPEN' and deadline < :now) as late,
                            percentile_cont(0.5) within group (order by extract(epoch from named_at - opened_at))
                                filter (where named_at is not null) as median,
                            count(named_at) as ever, avg(rating) as rating
                        from dispatch.dispatch
                        """)
                .param("now", Columns.utc(now))
                .query((row, n) -> new DispatchPages.Figures(
                        row.getLong("open"),
                        row.getLong("named"),
                        row.getLong("closed"),
                        row.getLong("late"),
                        row.getLong("ever"),
                        row.getObject("median") == null ? null : Math.round(row.getDouble("median")),
                        row.getBigDecimal("rating")))
                .single();
    }

    List<DispatchPages.Notice> notices(String dispatch) {
        return jdbc.sql(
                        "select kind, for_role, words, at from dispatch.notice where dispatch_id = :id order by id limit 100")
                .param("id", dispatch)
                .query((row, n) -> new DispatchPages.Notice(
                        row.getString("kind"),
                        row.getString("for_role"),
                        row.getString("words"),
                        Columns.time(row, "at")))
                .list();
    }

    List<DispatchPages.Note> notes(String dispatch) {
        return jdbc.sql("select * from dispatch.knowledge_note where dispatch_id = :id order by id limit 20")
                .param("id", dispatch)
                .query((row, n) -> new DispatchPages.Note(
                        row.getString("product_class"),
                        row.getString("trade"),
                        row.getString("words"),
                        row.getString("written_by"),
                        Columns.time(row, "written_at")))
                .list();
    }

    List<DispatchPages.Said> refusals(String dispatch) {
        return jdbc.sql("""
                        select p.n, t.name, r.why, r.at from dispatch.refusal r join dispatch.place p on p.id = r.place_id
                        left join dispatch.technician t on t.id = r.technician_id where p.dispatch_id = :id order by r.at
                        """)
                .param("id", dispatch)
                .query((row, n) -> new DispatchPages.Said(
                        row.getInt("n"), row.getString("name"), row.getString("why"), Columns.time(row, "at")))
                .list();
    }
}
