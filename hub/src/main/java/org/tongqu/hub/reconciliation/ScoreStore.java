package org.tongqu.hub.reconciliation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.platform.Columns;

/** SQL of how far each agent's word held, month by month. */
@Repository
class ScoreStore {
    private final JdbcClient jdbc;

    ScoreStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record AgentMonth(String agent, LocalDate month) {}

    /** Notes months to be counted anew, and when the first line of each came in. */
    void stale(Set<AgentMonth> months, Collection<CellKey> touched) {
        List<AgentMonth> all = months.stream()
                .sorted(Comparator.comparing(AgentMonth::agent).thenComparing(AgentMonth::month))
                .toList();
        List<CellKey> cells = List.copyOf(touched);
        jdbc.sql("""
                        with told as (
                            select w.agent, w.month, min(f.received_at) as at
                            from unnest(:cellAgents::text[], :products::text[], :cellMonths::date[], :customers::text[])
                                as w(agent, product, month, customer)
                            join reconciliation.figure f on f.agent = w.agent and f.product = w.product and f.month = w.month
                                and f.customer_id = w.customer and f.kind = 'SOLD'
                            group by w.agent, w.month)
                        insert into reconciliation.score (agent, month, reported_at)
                        select w.agent, w.month, t.at from unnest(:agents::text[], :months::date[]) as w(agent, month)
                        left join told t on t.agent = w.agent and t.month = w.month
                        on conflict (agent, month) do update set stale = true,
                            reported_at = least(reconciliation.score.reported_at, excluded.reported_at)
                        """)
                .param("agents", all.stream().map(AgentMonth::agent).toArray(String[]::new))
                .param(
                        "months",
                        all.stream().map(each -> each.month().toString()).toArray(String[]::new))
                .param("cellAgents", cells.stream().map(CellKey::agent).toArray(String[]::new))
                .param("products", cells.stream().map(CellKey::product).toArray(String[]::new))
                .param(
                        "cellMonths",
                        cells.stream().map(key -> key.month().toString()).toArray(String[]::new))
                .param("customers", cells.stream().map(CellKey::customer).toArray(String[]::new))
                .update();
    }

    /** Notes the months of a case, whose verdict is another now. */
    void staleCase(String caseId) {
        jdbc.sql("""
                        update reconciliation.score s set stale = true
                        from reconciliation.case_cell c where c.case_id = :id and s.agent = c.agent and s.month = c.month
                        """).param("id", caseId).update();
    }

    boolean anyStale() {
        return jdbc.sql("select exists (select 1 from reconciliation.score where stale)")
                .query(Boolean.class)
                .single();
    }

    /** A difference that a person laid to somebody else's door counts for the agent, what came to a firm's own stock for nobody; whose months were counted. */
    List<String> count(int most) {
        return jdbc.sql("""
                        with waiting as (select agent, month from reconciliation.score where stale order by agent, month limit :most for update)
                        update reconciliation.score s set stale = false, volume = c.volume, shipped = c.shipped, judged = c.judged, agreed = c.agreed
                        from waiting cross join lateral (
                            select coalesce(sum(c.sold), 0) as volume, coalesce(sum(c.shipped), 0) as shipped, count(*) filter (where c.state <> 'PENDING' and not c.quiet) as judged,
                                count(*) filter (where (c.state = 'AGREES' and not c.quiet) or (c.state = 'DIFFERS' and exists (
                                    select 1 from reconciliation.case_cell h join reconciliation.discrepancy d on d.id = h.case_id
                                    where h.agent = c.agent and h.product = c.product and h.month = c.month and h.customer_id = c.customer_id
                                      and h.state = 'DECIDED' and h.net = c.net and d.verdict <> 'AGENT_WRONG'))) as agreed
                            from (select *, coalesce(stock_of, '') <> '' and sold is null as quiet from reconciliation.cell
                                  where agent = waiting.agent and month = waiting.month) c) c
                        where s.agent = waiting.agent and s.month = waiting.month returning s.agent
                        """).param("most", most).query(String.class).list().stream()
                .distinct()
                .toList();
    }

    /** Newest first. */
    List<Scores.Month> of(String agent, LocalDate since) {
        return jdbc.sql("""
                        select * from reconciliation.score where agent = :agent and month >= :since order by month desc
                        """)
                .param("agent", agent)
                .param("since", since)
                .query((row, n) -> month(row))
                .list();
    }

    /** All months of each, newest first. */
    Map<String, List<Scores.Month>> of(Collection<String> agents) {
        Map<String, List<Scores.Month>> months = new HashMap<>();
        jdbc.sql("select * from reconciliation.score where agent = any(:agents::text[]) order by month desc")
                .param("agents", agents.toArray(String[]::new))
                .query(row -> {
                    months.computeIfAbsent(row.getString("agent"), none -> new ArrayList<>())
                            .add(month(row));
                });
        return months;
    }

    private static Scores.Month month(ResultSet row) throws SQLException {
        return new Scores.Month(
                row.getObject("month", LocalDate.class),
                Columns.quantity(row, "volume"),
                row.getLong("judged"),
                row.getLong("agreed"),
                Columns.timeOrNull(row, "reported_at"));
    }

    List<String> agents(LocalDate since) {
        return jdbc.sql("select distinct agent from reconciliation.score where month >= :since order by agent")
                .param("since", since)
                .query(String.class)
                .list();
    }
}
