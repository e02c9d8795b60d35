package org.tongqu.hub.demand;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongqu.hub.clocks.Hop;
import org.tongqu.hub.clocks.Wait;
import org.tongqu.hub.clocks.WaitSource;
import org.tongqu.hub.needs.OpenNeeds;

/** Every answer that a factory owes is a wait of whoever follows the need; where nobody does, of the representative who raised it. */
@Component
class DemandWaits implements WaitSource {
    private final DemandWaitStore store;
    private final OpenNeeds needs;

    DemandWaits(DemandWaitStore store, OpenNeeds needs) {
        this.store = store;
        this.needs = needs;
    }

    @Override
    public List<Wait> waits(Instant dueBefore, int most) {
        List<DemandWaitStore.Row> rows = store.due(dueBefore, most);
        Map<String, OpenNeeds.Brief> briefs = needs.briefs(
                rows.stream().map(DemandWaitStore.Row::needId).distinct().toList());
        return rows.stream()
                .map(row -> wait(Hop.ANSWER, row, row.factory(), briefs.get(row.needId())))
                .toList();
    }

    /** @param holder who must move; empty where it is the owner */
    static Wait wait(Hop hop, DemandWaitStore.Row row, String holder, OpenNeeds.@Nullable Brief need) {
        String grade = need == null ? "C" : Objects.requireNonNullElse(need.grade(), "C");
        return new Wait(
                hop,
                row.id(),
                row.needId(),
                need == null ? row.needId() : need.number() + " " + need.summary(),
                "/needs/" + row.needId(),
                row.region(),
                row.branch(),
                grade,
                need == null || need.classes().size() != 1
                        ? null
                        : need.classes().getFirst(),
                holder,
                need == null ? null : need.rep(),
                row.askedAt(),
                row.dueAt());
    }
}
