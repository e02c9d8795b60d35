package org.tongqu.hub.needs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.clocks.Hop;
import org.tongqu.hub.clocks.Wait;
import org.tongqu.hub.platform.Columns;

/** SQL of what nobody is asked for. */
@Repository
class BlockedStore {
    private final JdbcClient jdbc;

    BlockedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Blocked parts of needs that nobody closed. */
    List<Wait> parts(Instant before, int most) {
        return waits("""
                select p.id, n.id as need_id, n.number, n.raised_at, n.summary, n.region, n.branch, n.grade, p.product_class,
                       p.blocked_at as since, p.blocked_due as due
                from needs.part p join needs.need n on n.id = p.need_id
                where p.blocked_at is not null and p.blocked_due < :before and n.state <> 'CLOSED'
                order by p.blocked_due, p.id limit :most
                """, before, most);
    }

    /** Open needs without any part. */
    List<Wait> partless(Instant before, int most) {
        return waits("""
                select n.id, n.id as need_id, n.number, n.raised_at, n.summary, n.region, n.branch, n.grade, null as product_class,
                       n.raised_at as since, n.partless_due as due
                from needs.need n
                where n.partless_due < :before and n.state = 'GRADED'
                order by n.partless_due, n.id limit :most
                """, before, most);
    }

    private List<Wait> waits(String sql, Instant before, int most) {
        return jdbc.sql(sql)
                .param("before", Columns.utc(before))
                .param("most", most)
                .query((row, n) -> wait(row))
                .list();
    }

    private static Wait wait(ResultSet row) throws SQLException {
        String number = NeedStore.number(row.getLong("number"), Columns.time(row, "raised_at"));
        return new Wait(
                Hop.BLOCKED,
                row.getString("id"),
                row.getString("need_id"),
                number + " " + row.getString("summary"),
                "/needs/" + row.getString("need_id"),
                row.getString("region"),
                row.getString("branch"),
                row.getString("grade"),
                row.getString("product_class"),
                "",
                Wait.DESK,
                Columns.time(row, "since"),
                Columns.time(row, "due"));
    }
}
