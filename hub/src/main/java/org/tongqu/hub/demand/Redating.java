package org.tongqu.hub.demand;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tongqu.hub.clocks.Hop;
import org.tongqu.hub.clocks.WorkClock;
import org.tongqu.hub.needs.NeedGraded;
import org.tongqu.hub.needs.Needs;
import org.tongqu.hub.needs.RegradeWanted;
import org.tongqu.hub.platform.Columns;
import org.tongqu.hub.platform.Ids;

/**
 * 改评后的时限: what a factory still owes an answer to is due by the rule of the new grade, sooner or later, counted from when it was asked; it
 * is told so in the conversation, as the question itself goes out once.
 */
@Component
class Redating {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final DemandStore store;
    private final MessageStore messages;
    private final Needs needs;
    private final WorkClock workClock;
    private final Ids ids;
    private final Clock clock;

    Redating(DemandStore store, MessageStore messages, Needs needs, WorkClock workClock, Ids ids, Clock clock) {
        this.store = store;
        this.messages = messages;
        this.needs = needs;
        this.workClock = workClock;
        this.ids = ids;
        this.clock = clock;
    }

    /** An answer that comes in holds its demand before the need, so the demands are held first here too. */
    @EventListener
    void on(RegradeWanted wanted) {
        store.owed(wanted.needId());
    }

    @EventListener
    void on(NeedGraded graded) {
        if (graded.anew()) {
            Needs.Asked need = needs.asked(graded.needId()).orElseThrow();
            List<Needs.AskedOf> askings = needs.askedOf(List.of(need.sourceRecordId()));
            store.owed(need.needId()).forEach(owed -> redate(owed, need.grade(), classes(owed.id(), askings)));
        }
    }

    private static List<@Nullable String> classes(String demandId, List<Needs.AskedOf> askings) {
        List<@Nullable String> classes = new ArrayList<>();
        askings.stream()
                .filter(asking -> asking.demandId().equals(demandId))
                .forEach(asking -> classes.add(asking.productClass()));
        return classes;
    }

    private void redate(DemandStore.Owed owed, String grade, List<@Nullable String> classes) {
        Instant due = workClock.due(Hop.ANSWER, classes, grade, owed.askedAt());
        if (!due.equals(owed.dueAt())) {
            store.redate(owed.id(), due);
            messages.say(
                    new MessageStore.Said(ids.next(), owed.id(), "HOUSE", "hub", null, words(grade, due), null),
                    clock.instant());
        }
    }

    /** A factory's language is not known. */
    private static String words(String grade, Instant due) {
        String by = MINUTE.format(due.atZone(Columns.HOUSE_ZONE));
        return "本需求改评为 %1$s 级，请在 %2$s 前答复。 This need is graded %1$s now: please answer by %2$s (Beijing time)."
                .formatted(grade, by);
    }
}
