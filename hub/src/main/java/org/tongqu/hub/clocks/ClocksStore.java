package org.tongqu.hub.clocks;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.platform.Columns;

/** SQL of the calendar and of the rules. */
@Repository
class ClocksStore {
    private final JdbcClient jdbc;

    ClocksStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All that differ from their weekday. */
    List<SpecialDay> days() {
        return jdbc.sql("select * from clocks.special_day where kind <> 'WEEK' order by day")
                .query((row, n) -> new SpecialDay(
                        row.getObject("day", LocalDate.class),
                        row.getString("kind"),
                        row.getString("name"),
                        row.getString("source"),
                        row.getString("entered_by")))
                .list();
    }

    void put(SpecialDay day, Instant now) {
        jdbc.sql("""
                        insert into clocks.special_day (day, kind, name, source, entered_by, entered_at)
                        values (:day, :kind, :name, :source, :login, :now)
                        on conflict (day) do update
                            set kind = excluded.kind, name = excluded.name, source = excluded.source,
                                entered_by = excluded.entered_by, entered_at = excluded.entered_at
                        """)
                .param("day", day.day())
                .param("kind", day.kind())
                .param("name", day.name())
                .param("source", day.source())
                .param("login", day.by())
                .param("now", Columns.utc(now))
                .update();
    }

    List<WorkCalendar.Shift> shifts() {
        return jdbc.sql("select from_time, until_time from clocks.shift order by n")
                .query((row, n) -> new WorkCalendar.Shift(
                        row.getObject("from_time", LocalTime.class), row.getObject("until_time", LocalTime.class)))
                .list();
    }

    void shift(int n, WorkCalendar.Shift shift) {
        jdbc.sql("update clocks.shift set from_time = :from, until_time = :until where n = :n")
                .param("from", shift.from())
                .param("until", shift.until())
                .param("n", n)
                .update();
    }

    List<TimeRule> rules() {
        return jdbc.sql("select * from clocks.rule where until is null order by hop, product_class, grade")
                .query((row, n) -> new TimeRule(
                        Hop.valueOf(row.getString("hop")),
                        row.getString("product_class"),
                        row.getString("grade"),
                        row.getInt("hours"),
                        row.getInt("warn_hours"),
                        row.getInt("manager_hours"),
                        row.getInt("desk_hours"),
                        row.getString("by_login"),
                        Columns.time(row, "since")))
                .list();
    }

    void end(Hop hop, String productClass, String grade, Instant now) {
        jdbc.sql("""
                        update clocks.rule set until = :now
                        where hop = :hop and product_class = :class and grade = :grade and until is null
                        """)
                .param("now", Columns.utc(now))
                .param("hop", hop.name())
                .param("class", productClass)
                .param("grade", grade)
                .update();
    }

    void add(String id, TimeRule rule, String login, Instant now) {
        jdbc.sql("""
                        insert into clocks.rule (id, hop, product_class, grade, hours, warn_hours, manager_hours, desk_hours, since, by_login)
                        values (:id, :hop, :class, :grade, :hours, :warn, :manager, :desk, :now, :login)
                        """)
                .param("id", id)
                .param("hop", rule.hop().name())
                .param("class", rule.productClass())
                .param("grade", rule.grade())
                .param("hours", rule.hours())
                .param("warn", rule.warnHours())
                .param("manager", rule.managerHours())
                .param("desk", rule.deskHours())
                .param("now", Columns.utc(now))
                .param("login", login)
                .update();
    }
}
