package org.tongqu.hub.journal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.tongqu.connectors.canon.Intake;
import org.tongqu.connectors.canon.Item;
import org.tongqu.connectors.canon.MessageKind;
import org.tongqu.connectors.canon.Receipt;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.connectors.canon.Uplink;
import org.tongqu.connectors.canon.Wire;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;

/** Takes branches' lines: what the journal keeps of a call and how far its line has come are one transaction, so neither can be ahead of the other. */
@Service
class BranchLines implements Uplink {
    private final BranchLineStore store;
    private final Journal journal;
    private final Wall wall;
    private final Clock clock;

    BranchLines(BranchLineStore store, Journal journal, Wall wall, Clock clock) {
        this.store = store;
        this.journal = journal;
        this.wall = wall;
        this.clock = clock;
    }

    @Override
    public <T> Answer take(Sender sender, MessageKind kind, Call<T> call) {
        Receiver<T> receiver = journal.allowed(sender, kind);
        if (sender.role() != Sender.Role.BRANCH || !call.branch().equals(sender.partner())) {
            throw new Intake.NotAllowed(Words.notYourBranch(call.branch(), sender.login()));
        }
        return Journal.retried(() -> wall.within(Scope.of(sender), () -> take(sender, receiver, call)));
    }

    private <T> Answer take(Sender sender, Receiver<T> receiver, Call<T> call) {
        Instant now = clock.instant();
        BranchLine line = lineOf(sender, call, now);
        List<Entry<T>> inOrder = BranchLine.inOrder(call);
        var kept = store.hashes(line.line(), call.from() - 1, call.from() + inOrder.size());
        Optional<BranchLine.Found> found = line.conflict(call, kept);
        if (found.isPresent()) {
            store.heard(line, call.waiting(), now);
            store.conflict(line, found.get(), null, now);
            return answer(line, call.from(), found.get().at(), Words.conflict(line, found.get()));
        }
        BranchLine reached = keep(sender, receiver, line, line.fresh(inOrder));
        store.heard(reached, call.waiting(), now);
        return answer(reached, call.from(), call.from() + inOrder.size(), null);
    }

    /** Locked until the end of the transaction, so that two calls of one line come one after the other. */
    private BranchLine lineOf(Sender sender, Call<?> call, Instant now) {
        boolean opened = store.open(call, sender, now);
        BranchLine line = store.locked(call.line())
                .filter(standing -> standing.branch().equals(sender.partner()))
                .orElseThrow(() -> new Intake.NotAllowed(Words.notYourLine(call.line())));
        Continued former = call.continues();
        if (opened && former != null) {
            store.locked(former.line())
                    .filter(standing -> standing.branch().equals(sender.partner()))
                    .ifPresent(standing -> gaveUp(standing, former, line, now));
        }
        return line;
    }

    private void gaveUp(BranchLine former, Continued told, BranchLine next, Instant now) {
        boolean known = store.wentOn(former.line(), next.line());
        if (!known && former.completeThrough() > told.at()) {
            BranchLine.Found behind = new BranchLine.Found(BranchLine.Break.BEHIND, told.at() + 1);
            store.conflict(former, behind, next.line(), now);
        }
    }

    private <T> BranchLine keep(Sender sender, Receiver<T> receiver, BranchLine line, List<Entry<T>> fresh) {
        if (fresh.isEmpty()) {
            return line;
        }
        List<Item<T>> items = fresh.stream().map(Entry::item).toList();
        List<Receipt> receipts = journal.keepAll(sender, Wire.BRANCH, receiver, Optional.empty(), items);
        store.add(line.line(), fresh, receipts);
        return line.through(fresh.getLast().seq(), fresh.getLast().hash());
    }

    private Answer answer(BranchLine line, long from, long before, @Nullable Conflict conflict) {
        List<Standing> receipts = store.standing(line.line(), from, before);
        return new Answer(line.completeThrough(), line.head(), line.completeThrough() + 1, receipts, conflict);
    }
}
