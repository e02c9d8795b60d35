package org.tongqu.hub.service;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;

/** What became of the cases that agents were sent for; the hub answers, and whether the asker may know is asked before. */
@Component
public class AgentRepairs {
    private final AgentRepairStore store;
    private final Wall wall;

    AgentRepairs(AgentRepairStore store, Wall wall) {
        this.store = store;
        this.wall = wall;
    }

    /** By agent, of cases it was sent for since that moment; call it outside any other scope. */
    public Map<String, Count> of(Collection<String> agents, Instant since) {
        return wall.read(Scope.WORKER, () -> store.of(agents, since));
    }

    /**
     * Cases of one agent, each once, by the last time it was sent.
     *
     * @param closed that it solved and that were closed since; one that was opened again or given to somebody else is not
     * @param underWay still with it
     * @param medianDays from sent to solved, of those closed; absent where there is none
     */
    public record Count(
            long sent, long closed, long underWay, @Nullable BigDecimal medianDays) {
        public static final Count NONE = new Count(0, 0, 0, null);
    }
}
