package org.tongqu.hub.reconciliation;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.tongqu.hub.service.AgentRepairs;

/**
 * 服务: machines that an agent was sent to repair in the last twelve months.
 *
 * @param closed share of them that it repaired and that were closed
 * @param underWay of the rest, those still with it
 * @param medianDays from sent to repaired, of those closed; absent where there is none
 */
public record Repairs(
        Scores.Share closed, long underWay, @Nullable BigDecimal medianDays) {
    static final Repairs NONE = new Repairs(Scores.Share.of(0, 0), 0, null);

    static Repairs of(AgentRepairs.Count count) {
        return new Repairs(Scores.Share.of(count.closed(), count.sent()), count.underWay(), count.medianDays());
    }
}
