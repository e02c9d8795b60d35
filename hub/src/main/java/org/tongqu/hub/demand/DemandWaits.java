package org.tongqu.hub.demand;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
        return waits(needs, store.due(dueBefore, most), Hop.ANSWER);
    }

    /** What nobody needs any more is not waited for. */
    static List<Wait> waits(OpenNeeds needs, List<DemandWaitStore.Row> due, Hop hop) {
        Set<String> wanted = needs.wanted(
                due.stream().map(DemandWaitStore.Row::demandId).distinct().toList());
        List<DemandWaitStore.Row> rows =
                due.stream().filter(row -> wanted.contains(row.demandId())).toList();
        Map<String, OpenNeeds.Brief> briefs = needs.briefs(
                rows.stream().map(DemandWaitStore.Row::needId).distinct().toList());
        return rows.stream()
                .map(row -> wait(hop, row, briefs.get(row.needId())))
                .toList();
    }

    private static Wait wait(Hop hop, DemandWaitStore.Row row, OpenNeeds.@Nullable Brief need) {
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
                hop == Hop.ANSWER ? row.factory() : "",
                need == null ? null : need.rep(),
                row.askedAt(),
                row.dueAt());
    }
}
