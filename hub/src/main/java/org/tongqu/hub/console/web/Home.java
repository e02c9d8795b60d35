package org.tongqu.hub.console.web;

import java.time.OffsetDateTime;
import java.util.List;
import org.tongqu.hub.clocks.Waits;
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
        List<Owned> owned,
        List<AnswerRow> answers,
        List<JournalPages.MessageLine> parked,
        long parkedCount,
        List<JournalPages.MessageLine> files) {

    /**
     * 等得最久: one person with what is late and hers.
     *
     * @param late how many
     * @param what the one that waits longest, with its page
     * @param holder the factory that must move; empty where the house must
     */
    record Owned(String owner, int late, String what, String link, String holder, OffsetDateTime due) {
        static List<Owned> of(List<Waits.Owned> all, Say say, Names names) {
            return all.stream()
                    .map(each -> new Owned(
                            each.owner().isEmpty() ? say.word("reminder.owner.none") : names.person(each.owner()),
                            each.late(),
                            each.worst().what(),
                            each.worst().link(),
                            each.worst().holder().isEmpty()
                                    ? say.word("hop." + each.worst().hop())
                                    : names.partner(each.worst().holder()),
                            each.worst().due()))
                    .toList();
        }
    }

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
