package org.tongqu.hub.dispatch;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.platform.Columns;
import org.tongqu.hub.platform.Ids;

/** SQL of what people are told; the same cause is told to the same people once. */
@Repository
class NoticeStore {
    private final JdbcClient jdbc;
    private final Ids ids;

    NoticeStore(JdbcClient jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    /** What happened. */
    enum Kind {
        OPENED,
        NAMED,
        DEADLINE_MISSED,
        REFUSED,
        CLASH,
        CLOSED,
        BOOKED,
        RELEASED
    }

    /** @param cause tells two of one kind apart; empty where there can be one only */
    void tell(String dispatch, Kind kind, List<String> roles, String cause, String words, Instant now) {
        roles.forEach(role -> insert(dispatch, kind, role, null, cause, words, now));
    }

    /** A technician is told of its own place and days; one without a login hears it from the desk. */
    void tell(String dispatch, Kind kind, DispatchStore.Place place, Instant now) {
        String login = place.login();
        if (login != null) {
            String cause = String.join("|", place.id(), login, String.valueOf(place.from()));
            insert(dispatch, kind, "TECHNICIAN", login, cause, place.from() + " – " + place.until(), now);
        }
    }

    private void insert(
            String dispatch, Kind kind, String role, @Nullable String login, String cause, String words, Instant now) {
        jdbc.sql("""
                        insert into dispatch.notice (id, dispatch_id, kind, for_role, for_login, cause, words, at)
                        values (:id, :dispatch, :kind, :role, :login, :cause, :words, :now) on conflict do nothing
                        """)
                .param("id", ids.next())
                .param("dispatch", dispatch)
                .param("kind", kind.name())
                .param("role", role)
                .param("login", login)
                .param("cause", cause)
                .param("words", words)
                .param("now", Columns.utc(now))
                .update();
    }

    /** Dispatches whose deadline went by without a whole team, and of which nobody was told yet. */
    List<String> missed(Instant now) {
        return jdbc.sql("""
                        select d.id from dispatch.dispatch d where d.state = 'OPEN' and d.deadline < :now
                            and not exists (select 1 from dispatch.notice n where n.dispatch_id = d.id and n.kind = 'DEADLINE_MISSED'
                                            and n.cause = d.deadline::text)
                        order by d.deadline limit 500
                        """).param("now", Columns.utc(now)).query(String.class).list();
    }

    /** The deadline itself is the cause: a new one that is missed again is told again. */
    void tellMissed(String dispatch, Instant now) {
        String deadline = jdbc.sql("select deadline::text from dispatch.dispatch where id = :id")
                .param("id", dispatch)
                .query(String.class)
                .single();
        tell(dispatch, Kind.DEADLINE_MISSED, List.of("DESK", "MANAGER"), deadline, "", now);
    }

    /** A clash over an A is told to the desk, which decides whom to give. */
    void clashes(Instant now) {
        jdbc.sql("""
                        select distinct on (p.dispatch_id) p.dispatch_id, p.clash from dispatch.place p
                        join dispatch.dispatch d on d.id = p.dispatch_id and d.grade = 'A' and d.state = 'OPEN'
                        where p.clash is not null and p.state in ('OPEN', 'PROPOSED')
                            and not exists (select 1 from dispatch.notice n where n.dispatch_id = d.id and n.kind = 'CLASH')
                        order by p.dispatch_id, p.n
                        """)
                .query((row, n) -> List.of(row.getString(1), row.getString(2)))
                .list()
                .forEach(clash -> tell(
                        clash.getFirst(),
                        Kind.CLASH,
                        List.of("DESK"),
                        "",
                        clash.getLast().split("\\|", -1)[0],
                        now));
    }
}
