package org.tongqu.hub.reconciliation;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.platform.Columns;
import org.tongqu.hub.platform.Ids;

/** SQL of the units agents and customers count in. */
@Repository
class UnitStore {
    private final JdbcClient jdbc;
    private final Ids ids;
    private final Clock clock;

    UnitStore(JdbcClient jdbc, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    List<UnitRule> all() {
        return jdbc.sql("select agent, product, unit, factor from reconciliation.unit where until is null")
                .query((row, n) -> new UnitRule(
                        row.getString("agent"),
                        row.getString("product"),
                        row.getString("unit"),
                        row.getBigDecimal("factor")))
                .list();
    }

    /** The id of the new rule; empty where there is one for the same agent, product and unit. */
    Optional<String> add(UnitRule rule, String origin, String who) {
        return jdbc.sql("""
                        insert into reconciliation.unit (id, agent, product, unit, factor, origin, by_whom, since)
                        values (:id, :agent, :product, :unit, :factor, :origin, :who, :now) on conflict do nothing returning id
                        """)
                .param("id", ids.next())
                .param("agent", rule.agent())
                .param("product", rule.product())
                .param("unit", rule.unit())
                .param("factor", rule.factor())
                .param("origin", origin)
                .param("who", who)
                .param("now", Columns.utc(clock.instant()))
                .query(String.class)
                .optional();
    }

    /** Whose habit it was that ended; empty where there is no such rule. */
    Optional<String> end(String id) {
        return jdbc.sql("update reconciliation.unit set until = :now where id = :id and until is null returning agent")
                .param("id", id)
                .param("now", Columns.utc(clock.instant()))
                .query(String.class)
                .optional();
    }

    List<Rulebook.Unit> shown() {
        return jdbc.sql("""
                        select id, agent, product, unit, factor, origin, by_whom, since from reconciliation.unit where until is null
                        order by agent, product, unit limit 1000
                        """)
                .query((row, n) -> new Rulebook.Unit(
                        row.getString("id"),
                        row.getString("agent"),
                        row.getString("product"),
                        row.getString("unit"),
                        Columns.quantity(row, "factor"),
                        Rulebook.Origin.valueOf(row.getString("origin")),
                        row.getString("by_whom"),
                        Columns.time(row, "since")))
                .list();
    }
}
