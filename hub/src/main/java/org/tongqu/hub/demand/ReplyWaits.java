package org.tongqu.hub.demand;

import java.time.Instant;
import java.util.List;
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
        return DemandWaits.waits(needs, store.due(dueBefore, most), Hop.QUESTION);
    }
}
