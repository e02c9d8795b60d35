package org.tongqu.hub.demand;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.platform.Columns;

/** SQL of what factories asked and nobody of the house has replied to. */
@Repository
class ReplyStore {
    private final JdbcClient jdbc;

    ReplyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** On demands that are still talked about: not refused, not ordered. */
    List<DemandWaitStore.Row> due(Instant before, int most) {
        return jdbc.sql("""
                        select m.id, m.demand_id, d.need_id, d.factory, d.region, d.branch, m.at as asked_at, m.due_at
                        from demand.message m join demand.demand d on d.id = m.demand_id
                        where m.due_at < :before and m.replied_at is null
                          and d.state in ('WAITING', 'SENT', 'ACKNOWLEDGED', 'QUOTED')
                        order by m.due_at, m.id limit :most
                        """)
                .param("before", Columns.utc(before))
                .param("most", most)
                .query(DemandWaitStore::row)
                .list();
    }

    /** Whether a word of the factory stands without a reply. */
    boolean isOpen(String demandId) {
        return jdbc.sql("""
                        select exists (select 1 from demand.message
                                       where demand_id = :demand and due_at is not null and replied_at is null)
                        """).param("demand", demandId).query(Boolean.class).single();
    }

    void replied(String demandId, Instant now) {
        jdbc.sql("""
                        update demand.message set replied_at = :now
                        where demand_id = :demand and due_at is not null and replied_at is null
                        """).param("now", Columns.utc(now)).param("demand", demandId).update();
    }
}
