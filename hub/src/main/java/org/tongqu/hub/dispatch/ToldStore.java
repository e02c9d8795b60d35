package org.tongqu.hub.dispatch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.platform.Columns;

/** SQL of what reached whom. */
@Repository
class ToldStore {
    private final JdbcClient jdbc;

    ToldStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean isAnythingUntold() {
        return jdbc.sql("select exists (select 1 from dispatch.notice where told_at is null)")
                .query(Boolean.class)
                .single();
    }

    /** The oldest first. */
    List<Untold> untold(int most) {
        return jdbc.sql("""
                        select n.id, n.for_role, n.for_login, d.need_id, d.region, d.branch
                        from dispatch.notice n join dispatch.dispatch d on d.id = n.dispatch_id
                        where n.told_at is null order by n.id limit :most
                        """).param("most", most).query((row, n) -> untold(row)).list();
    }

    private static Untold untold(ResultSet row) throws SQLException {
        return new Untold(
                row.getString("id"),
                row.getString("for_role"),
                row.getString("for_login"),
                row.getString("need_id"),
                row.getString("region"),
                row.getString("branch"));
    }

    void tell(String notice, Collection<String> logins, Instant now) {
        jdbc.sql("""
                        insert into dispatch.told (notice_id, login, dispatch_id, kind, what, words, at)
                        select n.id, login, d.id, n.kind, d.need_number || ' ' || d.summary, n.words, n.at
                        from dispatch.notice n join dispatch.dispatch d on d.id = n.dispatch_id,
                            unnest(:logins::text[]) as login
                        where n.id = :notice on conflict do nothing
                        """)
                .param("logins", logins.toArray(String[]::new))
                .param("notice", notice)
                .update();
        jdbc.sql("update dispatch.notice set told_at = :now where id = :notice")
                .param("now", Columns.utc(now))
                .param("notice", notice)
                .update();
    }

    /** Newest first. */
    List<Tidings.Told> unseen(String login, int most) {
        return jdbc.sql("""
                        select * from dispatch.told where login = :login and seen_at is null order by notice_id desc limit :most
                        """)
                .param("login", login)
                .param("most", most)
                .query((row, n) -> told(row))
                .list();
    }

    private static Tidings.Told told(ResultSet row) throws SQLException {
        return new Tidings.Told(
                row.getString("notice_id"),
                row.getString("kind"),
                row.getString("dispatch_id"),
                row.getString("what"),
                row.getString("words"),
                Columns.time(row, "at"));
    }

    long count(String login, int most) {
        return jdbc.sql("""
                        select count(*) from (
                            select 1 from dispatch.told where login = :login and seen_at is null limit :most) few
                        """)
                .param("login", login)
                .param("most", most)
                .query(Long.class)
                .single();
    }

    /** @param notice absent for all */
    boolean seen(String login, @Nullable String notice, Instant now) {
        return jdbc.sql("""
                                update dispatch.told set seen_at = :now
                                where login = :login and notice_id = coalesce(:notice::text, notice_id) and seen_at is null
                                """)
                        .param("now", Columns.utc(now))
                        .param("login", login)
                        .param("notice", notice)
                        .update()
                > 0;
    }

    record Untold(String id, String forRole, @Nullable String forLogin, String needId, String region, String branch) {}
}
