package org.tongqu.hub.needs;

import java.sql.Array;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.platform.Columns;

/** SQL of needs that are still open. */
@Repository
class OpenNeedStore {
    /** A part that a factory refused is offered on or is the desk's, so its need is open whatever the others came to. */
    private static final String OPEN = """
            (n.state not in ('PAID', 'CLOSED', 'WITHDRAWN')
             or n.state = 'PAID' and exists (select 1 from needs.part r where r.need_id = n.id and r.state = 'REFUSED'))
            """;

    private final JdbcClient jdbc;

    OpenNeedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<OpenNeeds.Open> of(Collection<String> records) {
        return jdbc.sql("""
                        select id, number, raised_at, summary, state, source_record_id, required_by from needs.need n
                        where source_record_id = any(:records::text[]) and
                        """ + OPEN + "order by id")
                .param("records", records.toArray(String[]::new))
                .query((row, n) -> new OpenNeeds.Open(
                        row.getString("id"),
                        NeedStore.number(row.getLong("number"), Columns.time(row, "raised_at")),
                        row.getString("summary"),
                        row.getString("state"),
                        row.getString("source_record_id"),
                        Columns.dateOrNull(row, "required_by")))
                .list();
    }

    Map<String, LocalDate> running(int most) {
        Map<String, LocalDate> running = new HashMap<>();
        jdbc.sql("""
                        select source_record_id, min(visited_at) as since
                        from (select source_record_id, visited_at from needs.need n where
                        """ + OPEN + "order by id desc limit :most) n group by 1")
                .param("most", most)
                .query((row, n) -> running.put(row.getString(1), Columns.day(row, "since")))
                .list();
        return running;
    }

    List<OpenNeeds.Wish> wishes(Collection<String> records) {
        return jdbc.sql("""
                        select distinct n.source_record_id,
                               case when
                        """ + OPEN + """
                                then n.grade end as grade, p.product_class
                        from needs.need n left join needs.part p on p.need_id = n.id
                        where n.source_record_id = any(:records::text[])
                        """)
                .param("records", records.toArray(String[]::new))
                .query(OpenNeeds.Wish.class)
                .list();
    }

    /** Only the latest needs are looked through: an old opinion helps nobody, and the list stays quick. */
    List<String> askers(Collection<String> classes, int most) {
        return jdbc.sql("""
                        select n.source_record_id
                        from (select id, source_record_id from needs.need order by id desc limit 2000) n
                        join needs.part p on p.need_id = n.id
                        where split_part(p.product_class, '.', 1) = any(:classes::text[])
                        group by n.source_record_id order by max(n.id) desc limit :most
                        """)
                .param("classes", classes.toArray(String[]::new))
                .param("most", most)
                .query(String.class)
                .list();
    }

    Set<String> wanted(Collection<String> demandIds) {
        return Set.copyOf(jdbc.sql("""
                        select distinct demand_id from needs.part where demand_id = any(:demands::text[]) and state <> 'WITHDRAWN'
                        """)
                .param("demands", demandIds.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    Map<String, String> records(Collection<String> ids) {
        Map<String, String> records = new HashMap<>();
        jdbc.sql("select id, source_record_id from needs.need where id = any(:ids::text[])")
                .param("ids", ids.toArray(String[]::new))
                .query((row, n) -> records.put(row.getString(1), row.getString(2)))
                .list();
        return records;
    }

    List<OpenNeeds.Brief> briefs(Collection<String> ids) {
        return jdbc.sql("""
                        select n.id, n.number, n.raised_at, n.summary, n.grade, n.rep, n.region, n.branch,
                            (select array_agg(distinct p.product_class) from needs.part p
                             where p.need_id = n.id and p.product_class is not null) as classes
                        from needs.need n where n.id = any(:ids::text[])
                        """)
                .param("ids", ids.toArray(String[]::new))
                .query((row, n) -> new OpenNeeds.Brief(
                        row.getString("id"),
                        NeedStore.number(row.getLong("number"), Columns.time(row, "raised_at")),
                        row.getString("summary"),
                        row.getString("grade"),
                        row.getString("rep"),
                        row.getString("region"),
                        row.getString("branch"),
                        classes(row.getArray("classes"))))
                .list();
    }

    private static List<String> classes(@Nullable Array classes) throws SQLException {
        return classes == null ? List.of() : List.of((String[]) classes.getArray());
    }
}
