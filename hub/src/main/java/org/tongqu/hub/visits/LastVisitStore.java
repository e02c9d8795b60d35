package org.tongqu.hub.visits;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.platform.Columns;

/** SQL of last visits. */
@Repository
class LastVisitStore {
    private final JdbcClient jdbc;

    LastVisitStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<String, Instant> of(Collection<String> records) {
        Map<String, Instant> last = new HashMap<>();
        jdbc.sql("""
                        select source_record_id, max(visited_at) as last from visits.visit
                        where source_record_id = any(:records::text[]) group by source_record_id
                        """)
                .param("records", records.toArray(String[]::new))
                .query((row, n) -> last.put(
                        row.getString("source_record_id"),
                        Columns.time(row, "last").toInstant()))
                .list();
        return last;
    }

    Map<String, List<LocalDate>> days(Collection<String> records) {
        Map<String, List<LocalDate>> days = new HashMap<>();
        jdbc.sql("""
                        select source_record_id, visited_at from visits.visit
                        where source_record_id = any(:records::text[]) order by visited_at
                        """)
                .param("records", records.toArray(String[]::new))
                .query((row, n) -> days.computeIfAbsent(row.getString(1), record -> new ArrayList<>())
                        .add(LocalDate.ofInstant(Columns.time(row, "visited_at").toInstant(), Columns.HOUSE_ZONE)))
                .list();
        return days;
    }

    Map<String, LocalDate> since(LocalDate day, int most) {
        Map<String, LocalDate> first = new HashMap<>();
        jdbc.sql("""
                        select source_record_id, min(visited_at) as first
                        from (select source_record_id, visited_at from visits.visit
                              where visited_at >= :day order by visited_at desc limit :most) v
                        group by 1
                        """)
                .param("day", Columns.utc(day.atStartOfDay(Columns.HOUSE_ZONE).toInstant()))
                .param("most", most)
                .query((row, n) -> first.put(row.getString(1), Columns.day(row, "first")))
                .list();
        return first;
    }

    long count(Collection<String> records) {
        return jdbc.sql("select count(*) from visits.visit where source_record_id = any(:records::text[])")
                .param("records", records.toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    Map<String, String> seen(Collection<String> machines) {
        Map<String, String> seen = new HashMap<>();
        jdbc.sql("""
                        select distinct on (u.machine) u.machine, v.source_record_id
                        from visits.usage_reading u join visits.visit v on v.id = u.visit_id
                        where u.machine = any(:machines::text[]) order by u.machine, u.read_at desc, v.id desc
                        """)
                .param("machines", machines.toArray(String[]::new))
                .query((row, n) -> seen.put(row.getString(1), row.getString(2)))
                .list();
        return seen;
    }
}
