package org.tongqu.hub.reconciliation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tongqu.hub.platform.Columns;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;
import org.tongqu.hub.service.AgentRepairs;

/** Growth and service of agents, counted by the hub over all regions; whether the asker may know is asked before. Call it outside any scope. */
@Component
class Business {
    static final Figures NONE = new Figures(Growth.of(LocalDate.EPOCH, Growth.Sums.NONE), Repairs.NONE);

    private final GrowthStore store;
    private final RulesStore rules;
    private final AgentRepairs repairs;
    private final Wall wall;

    Business(GrowthStore store, RulesStore rules, AgentRepairs repairs, Wall wall) {
        this.store = store;
        this.rules = rules;
        this.repairs = repairs;
        this.wall = wall;
    }

    /** By agent; each of those asked for is there. */
    Map<String, Figures> of(Collection<String> agents, LocalDate today, LocalDate since) {
        Map<String, Growth> growth = wall.read(Scope.WORKER, () -> growth(agents, today));
        Instant begin = since.atStartOfDay(Columns.HOUSE_ZONE).toInstant();
        Map<String, AgentRepairs.Count> counts = repairs.of(agents, begin);
        Map<String, Figures> figures = new HashMap<>();
        growth.forEach((agent, grown) -> figures.put(
                agent, new Figures(grown, Repairs.of(counts.getOrDefault(agent, AgentRepairs.Count.NONE)))));
        return figures;
    }

    private Map<String, Growth> growth(Collection<String> agents, LocalDate today) {
        LocalDate from = begin(today, rules.current().graceDays());
        Map<String, Growth.Sums> sums = store.sums(agents, from);
        Map<String, Growth> growth = new HashMap<>();
        agents.forEach(agent -> growth.put(agent, Growth.of(from, sums.getOrDefault(agent, Growth.Sums.NONE))));
        return growth;
    }

    /** A month is not whole before its report is due. */
    static LocalDate begin(LocalDate today, int graceDays) {
        LocalDate afterLast = today.minusDays(graceDays).withDayOfMonth(1);
        return afterLast.minusMonths(Growth.MONTHS);
    }

    record Figures(Growth growth, Repairs service) {}
}
