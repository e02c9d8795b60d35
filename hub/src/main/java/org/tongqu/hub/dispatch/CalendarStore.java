package org.tongqu.hub.dispatch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.platform.Columns;

/** SQL of the board's calendar: promised and proposed days of technicians, with the place each goes to. */
@Repository
class CalendarStore {
    private static final String PLACE = """
            d.id as dispatch, d.number, d.grade, p.n, p.product_class, p.trade, p.days, p.technician_name, p.from_day, p.pinned
            """;

    private final JdbcClient jdbc;

    CalendarStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Day> days(LocalDate from, LocalDate until) {
        return jdbc.sql("select b.technician_id as who, b.day, true as booked, " + PLACE + """
                        from dispatch.booking b
                        join dispatch.place p on p.id = b.place_id join dispatch.dispatch d on d.id = p.dispatch_id
                        where b.freed_at is null and b.day between :from and :until
                        union all
                        select p.technician_id, w.day::date, false,
                        """ + PLACE + """
                        from dispatch.place p join dispatch.dispatch d on d.id = p.dispatch_id
                        cross join lateral generate_series(greatest(p.from_day, :from), least(p.until_day, :until), interval '1 day') as w(day)
                        where p.state = 'PROPOSED' and extract(isodow from w.day) < 6
                        """)
                .param("from", from)
                .param("until", until)
                .query((row, n) -> new Day(
                        row.getString("who"),
                        row.getObject("day", LocalDate.class),
                        new DispatchPages.Cell(row.getBoolean("booked") ? "BOOKED" : "PROPOSED", movable(row))))
                .list();
    }

    private static DispatchPages.Movable movable(ResultSet row) throws SQLException {
        return new DispatchPages.Movable(
                row.getString("dispatch"),
                DispatchStore.number(row.getLong("number")),
                row.getString("grade"),
                row.getInt("n"),
                row.getString("product_class"),
                row.getString("trade"),
                row.getInt("days"),
                row.getString("technician_name"),
                Columns.dateOrNull(row, "from_day"),
                row.getBoolean("pinned"));
    }

    record Day(String technician, LocalDate day, DispatchPages.Cell cell) {}
}
