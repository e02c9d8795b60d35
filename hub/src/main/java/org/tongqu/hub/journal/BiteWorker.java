package org.tongqu.hub.journal;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.Fault;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;

/** Has a file taken by the room that read it: a bite, its effects and the checkpoint in one transaction, so that a killed run goes on where it stood. */
@Component
class BiteWorker {
    private final FileRowStore rows;
    private final WorkStore work;
    private final Receivers receivers;
    private final Wall wall;
    private final Clock clock;

    BiteWorker(FileRowStore rows, WorkStore work, Receivers receivers, Wall wall, Clock clock) {
        this.rows = rows;
        this.work = work;
        this.receivers = receivers;
        this.wall = wall;
        this.clock = clock;
    }

    void take(Kept message, Instant began) {
        BiteReceiver receiver = receivers.bites(message.kind());
        wall.run(Scope.WORKER, () -> understood(message, receiver));
        Taken at = new Taken(message.counts(), false);
        while (!at.over()) {
            Kept.Counts before = at.counts();
            at = wall.within(Scope.WORKER, () -> bite(message, receiver, before, began));
        }
    }

    /** Where the file stands, and whether nothing is left to do for this hand. */
    private record Taken(Kept.Counts counts, boolean over) {}

    private void understood(Kept message, BiteReceiver receiver) {
        if (work.holds(message)) {
            work.understood(message);
            rows.form(message.id(), receiver.form(message.arrival()));
        }
    }

    private Taken bite(Kept message, BiteReceiver receiver, Kept.Counts before, Instant began) {
        if (!work.holds(message) || !work.standsAt(message, before.checkpoint())) {
            return new Taken(before, true);
        }
        BiteReceiver.Bite bite = receiver.take(message.arrival(), before.checkpoint());
        rows.refused(message.id(), bite.refused());
        Kept.Counts after = before.plus(
                bite.upTo(),
                bite.accepted(),
                bite.refused().size(),
                bite.duplicate(),
                before.ignored() + bite.ignored());
        Instant now = clock.instant();
        work.advance(message, after, bite.share(), now);
        if (bite.last()) {
            finish(message, after, began, now);
        }
        return new Taken(after, bite.last());
    }

    private void finish(Kept message, Kept.Counts counts, Instant began, Instant now) {
        Outcome outcome = Outcome.of(counts, false);
        @Nullable Refusal reason = counts.rows() == 0 ? FileWords.noRows() : null;
        work.finish(message, outcome, reason, outcome == Outcome.REFUSED ? Fault.SENDER : null, now);
        work.attempt(message, "APPLIED", null, began, now);
    }
}
