package org.tongqu.hub.service;

import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.platform.Columns;

/** SQL of what followed after an agent was sent; the steps alone keep it, as a case forgets whoever it was taken from. */
@Repository
class AgentRepairStore {
    private final JdbcClient jdbc;

    AgentRepairStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<String, AgentRepairs.Count> of(Collection<String> agents, Instant since) {
        Map<String, AgentRepairs.Count> counts = new HashMap<>();
        jdbc.sql("""
                        with sent as (
                            select distinct on (s.words, s.case_id) s.words as agent, s.case_id, s.id, s.at
                            from service.case_step s where s.kind = 'SENT' and s.words = any(:agents::text[]) and s.at >= :since
                            order by s.words, s.case_id, s.id desc),
                        became as (
                            select s.agent, s.at, coalesce(n.gone, false) as gone, coalesce(n.closed, false) as closed, n.solved_at
                            from sent s cross join lateral (
                                select bool_or(t.kind in ('SENT', 'REOPENED')) as gone, bool_or(t.kind = 'CLOSED') as closed,
                                    min(t.at) filter (where t.kind = 'SOLVED') as solved_at
                                from service.case_step t where t.case_id = s.case_id and t.id > s.id) n)
                        select agent, count(*) as sent, count(*) filter (where repaired) as closed,
                            count(*) filter (where not gone and not closed and solved_at is null) as under_way,
                            percentile_cont(0.5) within group (order by extract(epoch from solved_at - at)::float8 / 86400)
                                filter (where repaired) as median
                        from (select *, not gone and closed and solved_at is not null as repaired from became) b group by agent
                        """)
                .param("agents", agents.toArray(String[]::new))
                .param("since", Columns.utc(since))
                .query(row -> {
                    counts.put(row.getString("agent"), count(row));
                });
        return counts;
    }

    private static AgentRepairs.Count count(ResultSet row) throws SQLException {
        java.math.BigDecimal median = row.getBigDecimal("median");
        return new AgentRepairs.Count(
                row.getLong("sent"),
                row.getLong("closed"),
                row.getLong("under_way"),
                median == null ? null : median.setScale(1, RoundingMode.HALF_UP));
    }
}
