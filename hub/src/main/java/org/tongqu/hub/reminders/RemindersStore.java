package org.tongqu.hub.reminders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.clocks.Wait;
import org.tongqu.hub.platform.Columns;
import org.tongqu.hub.platform.Ids;
import org.tongqu.hub.platform.Window;

/** SQL of reminders. */
@Repository
class RemindersStore {
    private static final String MINE = "login = :login and ended_at is null and done_at is null";

    private final JdbcClient jdbc;
    private final Ids ids;

    RemindersStore(JdbcClient jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    /** Once for each cause, person and step, however often it is asked; whoever owns it again is asked again. */
    void open(Ladders.Reminded reminded, Instant now) {
        Wait wait = reminded.about();
        jdbc.sql("""
                        insert into reminders.reminder (id, cause, step, login, hop, what, link, holder, owner, grade, since, due_at, opened_at)
                        values (:id, :cause, :step, :login, :hop, :what, :link, :holder, :owner, :grade, :since, :due, :now)
                        on conflict on constraint reminder_once do update
                            set owner = excluded.owner, ended_at = null, ended_why = null
                            where reminder.ended_why = 'HANDED_OVER'
                               or (reminder.ended_at is null and reminder.owner is distinct from excluded.owner)
                        """)
                .param("id", ids.next())
                .param("cause", wait.cause())
                .param("step", reminded.step().name())
                .param("login", reminded.login())
                .param("hop", wait.hop().name())
                .param("what", wait.what())
                .param("link", wait.link())
                .param("holder", wait.holder())
                .param("owner", wait.owner())
                .param("grade", wait.grade())
                .param("since", wait.since())
                .param("due", wait.due())
                .param("now", Columns.utc(now))
                .update();
    }

    /** A warning gives way to what it warned of. */
    void endWarnings(Instant now) {
        jdbc.sql("""
                        update reminders.reminder w set ended_at = :now, ended_why = 'NEXT_STEP'
                        where w.step = 'WARNING' and w.ended_at is null and exists (
                            select 1 from reminders.reminder l where l.cause = w.cause and l.login = w.login and l.step = 'LATE')
                        """).param("now", Columns.utc(now)).update();
    }

    /** What these waits asked of anybody else goes with them to whom they are asked of now. */
    void endFormerOwners(Collection<Ladders.Reminded> owners, Instant now) {
        jdbc.sql("""
                        update reminders.reminder set ended_at = :now, ended_why = 'HANDED_OVER'
                        where ended_at is null and step in ('WARNING', 'LATE') and cause = any(:causes::text[])
                          and (cause, login) not in (select * from unnest(:causes::text[], :logins::text[]))
                        """)
                .param("now", Columns.utc(now))
                .param("causes", column(owners, each -> each.about().cause()))
                .param("logins", column(owners, Ladders.Reminded::login))
                .update();
    }

    private static String[] column(Collection<Ladders.Reminded> reminded, Function<Ladders.Reminded, String> value) {
        return reminded.stream().map(value).toArray(String[]::new);
    }

    /** Ends those that are due before then and whose cause runs no more. */
    void endAllBut(Collection<String> running, Instant dueBefore, Instant now) {
        jdbc.sql("""
                        update reminders.reminder set ended_at = :now, ended_why = 'CAUSE_GONE'
                        where ended_at is null and due_at < :before and cause <> all(:running::text[])
                        """)
                .param("now", Columns.utc(now))
                .param("before", Columns.utc(dueBefore))
                .param("running", running.toArray(String[]::new))
                .update();
    }

    List<Reminders.Reminder> open(String login, LocalDate today, Window window) {
        return list(MINE + " and (snoozed_until is null or snoozed_until <= :today)", login, today, window);
    }

    List<Reminders.Reminder> snoozed(String login, LocalDate today, Window window) {
        return list(MINE + " and snoozed_until > :today", login, today, window);
    }

    List<Reminders.Reminder> past(String login, LocalDate today, Window window) {
        return list("login = :login and (ended_at is not null or done_at is not null)", login, today, window);
    }

    private List<Reminders.Reminder> list(String which, String login, LocalDate today, Window window) {
        return jdbc.sql("select * from reminders.reminder where " + which
                        + " and id < :before and :today::date is not null order by id desc limit :most")
                .param("login", login)
                .param("today", today)
                .param("before", window.beforeId())
                .param("most", window.oneMore())
                .query((row, n) -> reminder(row))
                .list();
    }

    long count(String login, LocalDate today) {
        return jdbc.sql("select count(*) from reminders.reminder where " + MINE
                        + " and (snoozed_until is null or snoozed_until <= :today)")
                .param("login", login)
                .param("today", today)
                .query(Long.class)
                .single();
    }

    /** Says whether it stands open in this person's inbox. */
    boolean snooze(String id, String login, LocalDate until) {
        return jdbc.sql("update reminders.reminder set snoozed_until = :until where id = :id and " + MINE)
                        .param("until", until)
                        .param("id", id)
                        .param("login", login)
                        .update()
                == 1;
    }

    boolean done(String id, String login, Instant now) {
        return jdbc.sql("update reminders.reminder set done_at = :now where id = :id and " + MINE)
                        .param("now", Columns.utc(now))
                        .param("id", id)
                        .param("login", login)
                        .update()
                == 1;
    }

    private static Reminders.Reminder reminder(ResultSet row) throws SQLException {
        return new Reminders.Reminder(
                row.getString("id"),
                row.getString("step"),
                row.getString("hop"),
                row.getString("what"),
                row.getString("link"),
                row.getString("holder"),
                row.getString("owner"),
                row.getString("grade"),
                Columns.time(row, "since"),
                Columns.time(row, "due_at"),
                Columns.time(row, "opened_at"),
                Columns.dateOrNull(row, "snoozed_until"),
                Columns.timeOrNull(row, "done_at"),
                Columns.timeOrNull(row, "ended_at"),
                row.getString("ended_why"));
    }
}
