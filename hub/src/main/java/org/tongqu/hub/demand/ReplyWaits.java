package org.tongqu.hub.demand;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tongqu.hub.clocks.Hop;
import org.tongqu.hub.clocks.Wait;
import org.tongqu.hub.clocks.WaitSource;
import org.tongqu.hub.needs.OpenNeeds;

/** What a factory asks is a wait of whoever follows the need, until somebody of the house has replied. */
@Component
class ReplyWaits implements WaitSource {
    private final ReplyStore store;
    private final OpenNeeds needs;

    ReplyWaits(ReplyStore store, OpenNeeds needs) {
        this.store = store;
        this.needs = needs;
    }

    @Override
    public List<Wait> waits(Instant dueBefore, int most) {
        List<DemandWaitStore.Row> rows = store.due(dueBefore, most);
        Map<String, OpenNeeds.Brief> briefs = needs.briefs(
                rows.stream().map(DemandWaitStore.Row::needId).distinct().toList());
        return rows.stream()
                .map(row -> DemandWaits.wait(Hop.QUESTION, row, "", briefs.get(row.needId())))
                .toList();
    }
}
