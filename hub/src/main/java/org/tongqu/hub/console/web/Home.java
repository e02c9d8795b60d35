package org.tongqu.hub.console.web;

import java.time.OffsetDateTime;
import java.util.List;
import org.tongqu.hub.demand.DemandPages;
import org.tongqu.hub.journal.JournalPages;

/**
 * 工作台: what the first page shows; which parts are filled depends on the role.
 *
 * @param sentence the one that stands above everything
 */
record Home(
        String sentence,
        List<Condition> conditions,
        List<WaitingRow> waiting,
        List<Held> held,
        List<AnswerRow> answers,
        List<JournalPages.MessageLine> parked,
        long parkedCount,
        List<JournalPages.MessageLine> files) {

    /**
     * 卡在谁那里: one factory with what waits for it.
     *
     * @param share length of its bar, 0 to 100, of which {@code lateShare} is red
     */
    record Held(String factory, long waiting, long late, OffsetDateTime since, int share, int lateShare) {
        static List<Held> of(List<DemandPages.WaitingFor> all, Names names) {
            long most = Math.max(
                    1,
                    all.stream()
                            .mapToLong(DemandPages.WaitingFor::waiting)
                            .max()
                            .orElse(1));
            return all.stream()
                    .map(each -> new Held(
                            names.partner(each.factory()),
                            each.waiting(),
                            each.late(),
                            each.since(),
                            (int) (each.waiting() * 100 / most),
                            (int) (each.late() * 100 / most)))
                    .toList();
        }
    }
}
