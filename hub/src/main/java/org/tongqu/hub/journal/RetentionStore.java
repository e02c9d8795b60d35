package org.tongqu.hub.journal;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of days and what goes with them. */
@Repository
class RetentionStore {
    private final JdbcClient jdbc;

    RetentionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Days that still have their tables, oldest first. Only a name that is a day is read as one: a planner may ask before it joins. */
    List<LocalDate> daysBefore(LocalDate day) {
        return jdbc.sql("""
                        select d.day from pg_inherits i
                        join pg_class c on c.oid = i.inhrelid
                        cross join lateral (select case when c.relname ~ '_[0-9]{8}$' then to_date(right(c.relname, 8), 'YYYYMMDD') end) as d(day)
                        where i.inhparent = 'journal.payload'::regclass and d.day < :day order by d.day
                        """).param("day", day).query(LocalDate.class).list();
    }

    boolean finished(LocalDate day) {
        return jdbc.sql("""
                        select not exists (
                            select 1 from journal.message where received_day = :day and (outcome is null or parked_at is not null))
                        """).param("day", day).query(Boolean.class).single();
    }

    /** Ids of the messages whose bytes lie in that day. */
    List<String> messages(LocalDate day) {
        return jdbc.sql("select distinct message_id from journal.payload where received_day = :day order by message_id")
                .param("day", day)
                .query(String.class)
                .list();
    }

    /** The day's attempts, one line of JSON each. */
    List<String> attempts(LocalDate day) {
        return jdbc.sql(
                        "select row_to_json(a)::text from journal.attempt a where received_day = :day order by message_id, n")
                .param("day", day)
                .query(String.class)
                .list();
    }

    /** Drops the day's tables; false where the database itself finds an unfinished message in it. */
    boolean close(LocalDate day) {
        return jdbc.sql("select journal.close_day(:day)")
                .param("day", day)
                .query(Boolean.class)
                .single();
    }
}
