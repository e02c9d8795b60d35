package org.tongqu.hub.dispatch;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.platform.Columns;

/** SQL of calendars: days promised to a place, and given back. */
@Repository
class BookingStore {
    private final JdbcClient jdbc;

    BookingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Nobody else books until this transaction ends. */
    void hold() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('dispatch.booking'))")
                .query()
                .listOfRows();
    }

    /** Days of these that are promised to another place, or on which the person is away. */
    List<LocalDate> taken(String technician, List<LocalDate> days) {
        return jdbc.sql("""
                        select day from unnest(:days::date[]) as w(day)
                        where exists (select 1 from dispatch.booking b where b.technician_id = :id and b.day = w.day and b.freed_at is null)
                           or exists (select 1 from dispatch.absence a where a.technician_id = :id and a.taken_back_at is null
                                      and w.day between a.from_day and a.until_day)
                        order by day
                        """)
                .param("days", texts(days))
                .param("id", technician)
                .query(LocalDate.class)
                .list();
    }

    /** The month in which these days would be more than the person may be sent; empty where there is none. */
    Optional<YearMonth> over(String technician, List<LocalDate> days) {
        return jdbc.sql("""
                        select date_trunc('month', w.day)::date as month from unnest(:days::date[]) as w(day)
                        group by 1
                        having count(*) + (select count(*) from dispatch.booking b where b.technician_id = :id and b.freed_at is null
                                           and date_trunc('month', b.day) = date_trunc('month', min(w.day)))
                               > (select t.days_cap from dispatch.technician t where t.id = :id)
                        order by 1 limit 1
                        """)
                .param("days", texts(days))
                .param("id", technician)
                .query(LocalDate.class)
                .optional()
                .map(YearMonth::from);
    }

    /** @throws DuplicateKeyException where a day is promised already, whatever was looked at before */
    void book(String place, String technician, List<LocalDate> days) {
        jdbc.sql("""
                        insert into dispatch.booking (place_id, technician_id, day)
                        select :place, :technician, w.day from unnest(:days::date[]) as w(day)
                        on conflict (place_id, technician_id, day) do update set freed_at = null
                        """)
                .param("place", place)
                .param("technician", technician)
                .param("days", texts(days))
                .update();
    }

    /** Gives back what lies on that day or after it. */
    void free(String place, LocalDate from, Instant now) {
        jdbc.sql("""
                        update dispatch.booking set freed_at = :now where place_id = :place and day >= :from and freed_at is null
                        """)
                .param("now", Columns.utc(now))
                .param("place", place)
                .param("from", from)
                .update();
    }

    private static String[] texts(List<LocalDate> days) {
        return days.stream().map(LocalDate::toString).toArray(String[]::new);
    }
}
