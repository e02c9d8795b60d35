package org.tongqu.hub.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongqu.hub.clocks.Hop;
import org.tongqu.hub.clocks.Wait;
import org.tongqu.hub.clocks.WaitSource;
import org.tongqu.hub.needs.OpenNeeds;

/** Every team that is not named yet is a wait of the desk: nobody else may name one. */
@Component
class DispatchWaits implements WaitSource {
    private final DispatchWaitStore store;
    private final OpenNeeds needs;

    DispatchWaits(DispatchWaitStore store, OpenNeeds needs) {
        this.store = store;
        this.needs = needs;
    }

    @Override
    public List<Wait> waits(Instant dueBefore, int most) {
        List<DispatchWaitStore.Row> rows = store.due(dueBefore, most);
        Map<String, OpenNeeds.Brief> briefs =
                needs.briefs(rows.stream().map(DispatchWaitStore.Row::needId).toList());
        return rows.stream().map(row -> wait(row, briefs.get(row.needId()))).toList();
    }

    private static Wait wait(DispatchWaitStore.Row row, OpenNeeds.@Nullable Brief need) {
        return new Wait(
                Hop.TEAM,
                row.id(),
                row.needId(),
                row.needNumber() + " " + row.summary(),
                "/dispatch/" + row.id(),
                row.region(),
                row.branch(),
                row.grade(),
                need == null || need.classes().size() != 1
                        ? null
                        : need.classes().getFirst(),
                "",
                Wait.DESK,
                row.openedAt(),
                row.deadline());
    }
}
