package org.tongqu.hub.demand;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.demand.DemandPages.Demand;
import org.tongqu.hub.demand.DemandPages.Hop;
import org.tongqu.hub.platform.Amount;
import org.tongqu.hub.platform.Clauses;
import org.tongqu.hub.platform.Columns;
import org.tongqu.hub.platform.Window;

/** SQL of what is shown of demands. */
@Repository
class DemandPagesStore {
    private static final String UNANSWERED = "state in ('WAITING', 'SENT', 'ACKNOWLEDGED')";
    private static final String DEMAND =
            "select d.*, case when platform.scope_kind() <> 'PARTNER' then nullif(after, '') end as led_by, "
                    + UNANSWERED + " and due_at < :now as late from demand.demand d";

    private final JdbcClient jdbc;
    private final ServedStore served;

    DemandPagesStore(JdbcClient jdbc, ServedStore served) {
        this.jdbc = jdbc;
        this.served = served;
    }

    List<Demand> demands(@Nullable String state, Window window, Instant now) {
        return found(
                new Clauses().and("id < :before", "before", window.beforeId()).andIf(state, "state", "state = :state"),
                "order by id desc limit " + window.oneMore(),
                now);
    }

    List<Demand> demand(String id, Instant now) {
        return found(new Clauses().and("id = :id", "id", id), "", now);
    }

    List<Demand> ofNeed(String needId, Instant now) {
        return found(new Clauses().and("need_id = :need", "need", needId), "order by factory, id", now);
    }

    List<Demand> ofNeeds(Collection<String> needIds, Instant now) {
        return found(
                new Clauses().and("need_id = any(:needs::text[])", "needs", needIds.toArray(String[]::new)),
                "order by need_id, factory, id",
                now);
    }

    List<Demand> byIds(Collection<String> ids, Instant now) {
        return found(new Clauses().and("id = any(:ids::text[])", "ids", ids.toArray(String[]::new)), "", now);
    }

    List<Demand> waiting(int most, Instant now) {
        return found(new Clauses().and(UNANSWERED), "order by due_at, id limit " + most, now);
    }

    List<Demand> answered(Instant since, int most, Instant now) {
        return found(
                new Clauses().and("answered_at >= :since", "since", Columns.utc(since)),
                "order by answered_at desc, id desc limit " + most,
                now);
    }

    private List<Demand> found(Clauses clauses, String tail, Instant now) {
        List<Demand> demands = clauses.on(jdbc, DEMAND, tail)
                .param("now", Columns.utc(now))
                .query((row, n) -> demand(row))
                .list();
        List<String> ids = demands.stream().map(Demand::id).toList();
        Map<String, List<Hop>> hops = hops(ids);
        Map<String, List<DemandPages.Served>> agents = served.agents(ids);
        return demands.stream()
                .map(demand -> demand.passed(
                        hops.getOrDefault(demand.id(), List.of()), agents.getOrDefault(demand.id(), List.of())))
                .toList();
    }

    private static Demand demand(ResultSet row) throws SQLException {
        return new Demand(
                row.getString("id"),
                row.getString("need_id"),
                row.getString("factory"),
                row.getString("state"),
                row.getBoolean("late"),
                Columns.time(row, "due_at"),
                Columns.time(row, "asked_at"),
                Columns.timeOrNull(row, "sent_at"),
                Columns.timeOrNull(row, "acknowledged_at"),
                Columns.timeOrNull(row, "answered_at"),
                quote(row),
                row.getString("refusal_reason"),
                row.getString("order_no"),
                List.of(),
                row.getString("factory_ref"),
                row.getString("copy_to"),
                row.getString("led_by"),
                List.of());
    }

    private static DemandPages.@Nullable Quote quote(ResultSet row) throws SQLException {
        Amount price = Columns.amountOrNull(row, "price", "currency");
        return price == null
                ? null
                : new DemandPages.Quote(
                        price,
                        row.getInt("lead_time_days"),
                        Columns.dateOrNull(row, "valid_until"),
                        row.getString("note"));
    }

    private Map<String, List<Hop>> hops(List<String> demands) {
        Map<String, List<Hop>> hops = new HashMap<>();
        jdbc.sql("""
                        select demand_id, station, at, message_id
                        from demand.hop where demand_id = any(:ids::text[]) order by at, station
                        """)
                .param("ids", demands.toArray(String[]::new))
                .query((row, n) -> hops.computeIfAbsent(row.getString("demand_id"), id -> new ArrayList<>())
                        .add(new Hop(row.getString("station"), Columns.time(row, "at"), row.getString("message_id"))))
                .list();
        return hops;
    }

    List<DemandPages.WaitingFor> waitingByFactory(Instant now) {
        return jdbc.sql("""
                        select factory, count(*) as waiting, count(*) filter (where due_at < :now) as late, min(asked_at) as since
                        from demand.demand where state in ('WAITING', 'SENT', 'ACKNOWLEDGED')
                        group by factory order by late desc, waiting desc, factory
                        """)
                .param("now", Columns.utc(now))
                .query((row, n) -> new DemandPages.WaitingFor(
                        row.getString("factory"),
                        row.getLong("waiting"),
                        row.getLong("late"),
                        Columns.time(row, "since")))
                .list();
    }
}
