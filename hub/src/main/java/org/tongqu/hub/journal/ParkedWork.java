package org.tongqu.hub.journal;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.platform.Act;
import org.tongqu.hub.platform.AuditTrail;
import org.tongqu.hub.platform.Backoff;
import org.tongqu.hub.platform.Outgoing;
import org.tongqu.hub.platform.Policy;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wakes;
import org.tongqu.hub.platform.Wall;

/** Gives parked messages and parcels their tries back, in one transaction with the audit line. */
@Service
class ParkedWork implements Parked {
    private final WorkStore work;
    private final JournalPages pages;
    private final Outgoing outgoing;
    private final Policy policy;
    private final AuditTrail trail;
    private final Wall wall;
    private final Wakes wakes;
    private final Clock clock;
    private final Backoff backoff;

    ParkedWork(
            WorkStore work,
            JournalPages pages,
            Outgoing outgoing,
            Policy policy,
            AuditTrail trail,
            Wall wall,
            Wakes wakes,
            Clock clock,
            @Qualifier("journalBackoff") Backoff backoff) {
        this.work = work;
        this.pages = pages;
        this.outgoing = outgoing;
        this.policy = policy;
        this.trail = trail;
        this.wall = wall;
        this.wakes = wakes;
        this.clock = clock;
        this.backoff = backoff;
    }

    @Override
    public Answer resend(Sender sender, String id) {
        if (!policy.allows(sender.role(), Act.RESEND_MESSAGE)) {
            return Answer.NOT_ALLOWED;
        }
        return wall.within(Scope.of(sender), () -> {
            if (unparked(id) || outgoing.resend(id)) {
                trail.note(Act.RESEND_MESSAGE.name(), id, null);
                return Answer.WAITS_AGAIN;
            }
            return pages.message(sender, id).isPresent() ? Answer.NOT_PARKED : Answer.UNKNOWN;
        });
    }

    private boolean unparked(String id) {
        boolean was = work.unpark(id, backoff.tries(), clock.instant());
        if (was) {
            wakes.ring(Journal.BELL, id);
        }
        return was;
    }
}
