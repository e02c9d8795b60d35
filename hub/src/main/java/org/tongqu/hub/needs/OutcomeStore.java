package org.tongqu.hub.needs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.platform.Columns;

/** SQL of what became of parts. */
@Repository
class OutcomeStore {
    private final JdbcClient jdbc;

    OutcomeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Outcomes.Outcome> raised(Instant from, Instant until, int most) {
        return jdbc.sql("""
                        select d.id, d.number, d.raised_at, d.visited_at, d.summary, d.functional, d.region, d.grade, p.n,
                            p.product_class, p.product_code, coalesce(a.factory, p.factory) as factory,
                            coalesce(a.demand_id, p.demand_id) as demand_id, p.blocked_why,
                            a.demand_id is not distinct from p.demand_id or a.demand_id is null as stands,
                            case when a.demand_id is distinct from p.demand_id and a.demand_id is not null
                                then 'REFUSED' else p.state end as state
                        from needs.need d join needs.part p on p.need_id = d.id
                        left join needs.asking a on a.part_id = p.id
                        where d.raised_at >= :from and d.raised_at < :until
                        order by d.id desc, p.n limit :most
                        """)
                .param("from", Columns.utc(from))
                .param("until", Columns.utc(until))
                .param("most", most)
                .query((row, n) -> outcome(row))
                .list();
    }

    private static Outcomes.Outcome outcome(ResultSet row) throws SQLException {
        boolean stands = row.getBoolean("stands");
        return new Outcomes.Outcome(
                row.getString("id"),
                NeedStore.number(row.getLong("number"), Columns.time(row, "raised_at")),
                row.getString("summary"),
                row.getString("functional"),
                row.getString("region"),
                row.getString("grade"),
                Columns.time(row, "visited_at"),
                Columns.time(row, "raised_at"),
                row.getInt("n") + 1,
                row.getString("product_class"),
                row.getString("product_code"),
                row.getString("factory"),
                row.getString("demand_id"),
                stands,
                Needs.PartState.valueOf(row.getString("state")),
                stands ? row.getString("blocked_why") : null);
    }
}
