package org.tongqu.hub.journal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.Fault;
import org.tongqu.connectors.canon.Parcel;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.SalesSheet;
import org.tongqu.connectors.files.SalesSheets;
import org.tongqu.hub.partners.OwnColumns;
import org.tongqu.hub.platform.Outgoing;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;

/** Takes a file chunk by chunk: rows, their effects and the checkpoint in one transaction, so that a killed run goes on where it stood. */
@Component
class FileWorker {
    /** What a mebibyte may take until its first chunk stands: unpacking, and passing by what an earlier run took. */
    private static final Duration OPENING = Duration.ofSeconds(10);

    private final JournalStore store;
    private final FileRowStore rows;
    private final WorkStore work;
    private final Receivers receivers;
    private final OwnColumns columns;
    private final Outgoing outgoing;
    private final Wall wall;
    private final Clock clock;
    private final int chunkRows;

    FileWorker(
            JournalStore store,
            FileRowStore rows,
            WorkStore work,
            Receivers receivers,
            OwnColumns columns,
            Outgoing outgoing,
            Wall wall,
            Clock clock,
            @Value("${tongqu.journal.chunk-rows:" + FileChunk.ROWS + "}") int chunkRows) {
        this.store = store;
        this.rows = rows;
        this.work = work;
        this.receivers = receivers;
        this.columns = columns;
        this.outgoing = outgoing;
        this.wall = wall;
        this.clock = clock;
        this.chunkRows = chunkRows;
    }

    void take(Kept message, Instant began) {
        wall.run(Scope.WORKER, () -> holdWhileOpening(message));
        try (InputStream bytes = new BufferedInputStream(store.stream(message.receivedDay(), message.id()))) {
            switch (SalesSheets.open(sent(message, bytes), clock)) {
                case SalesSheets.Opening.Opened(SalesSheet sheet) -> takeAndClose(message, sheet, began);
                case SalesSheets.Opening.Unreadable(Refusal reason) -> unreadable(message, reason, began);
            }
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    private void holdWhileOpening(Kept message) {
        if (work.holds(message)) {
            Duration opening = OPENING.multipliedBy(message.size() >> 20);
            work.extend(message, clock.instant().plus(WorkStore.LEASE).plus(opening));
        }
    }

    private void takeAndClose(Kept message, SalesSheet sheet, Instant began) {
        try (sheet) {
            takeSheet(message, sheet, began);
        }
    }

    private SalesSheets.Sent sent(Kept message, InputStream bytes) {
        String partner = String.valueOf(message.sender().partner());
        return new SalesSheets.Sent(
                bytes, message.size(), wall.read(Scope.WORKER, () -> columns.at(partner, message.receivedAt())));
    }

    private void takeSheet(Kept message, SalesSheet sheet, Instant began) {
        wall.run(Scope.WORKER, () -> understood(message, sheet));
        Kept.Counts counts = message.counts();
        boolean more = true;
        while (more) {
            FileChunk chunk = FileChunk.next(sheet, counts.checkpoint(), chunkRows);
            more = !chunk.last();
            Kept.Counts before = counts;
            Kept.@Nullable Counts after = wall.within(
                            Scope.WORKER, () -> Optional.ofNullable(takeChunk(message, chunk, before, sheet)))
                    .orElse(null);
            if (after == null) {
                return;
            }
            counts = after;
        }
        Kept.Counts all = counts;
        wall.run(Scope.WORKER, () -> finish(message, all, began));
    }

    private void understood(Kept message, SalesSheet sheet) {
        if (work.holds(message)) {
            work.understood(message);
            rows.form(message.id(), sheet.form());
        }
    }

    /** Null where the lease was lost to another worker, who goes on with the file. */
    private Kept.@Nullable Counts takeChunk(Kept message, FileChunk chunk, Kept.Counts before, SalesSheet sheet) {
        if (!work.holds(message) || !work.standsAt(message, before.checkpoint())) {
            return null;
        }
        RowChunk parted = RowChunk.of(chunk.rows());
        RowReceiver.RowsTaken taken = receivers.rows(message.kind()).take(message.arrival(), parted.understood());
        rows.refused(message.id(), parted.refusedWith(taken.refused()));
        rows.flagged(message.id(), parted.flagged(taken.refused()));
        store.keys(message.id(), taken.keys());
        Kept.Counts after = before.plus(
                chunk.upTo(before.checkpoint()),
                taken.accepted(),
                parted.refused().size() + taken.refused().size(),
                taken.duplicate(),
                sheet.ignored());
        work.advance(message, after, sheet.read(), clock.instant());
        return after;
    }

    private void finish(Kept message, Kept.Counts counts, Instant began) {
        if (work.holds(message)) {
            Outcome outcome = Outcome.of(counts, message.repeats() != null);
            Refusal reason = counts.rows() == 0 ? FileWords.noRows() : null;
            work.finish(message, outcome, reason, outcome == Outcome.REFUSED ? Fault.SENDER : null, clock.instant());
            work.attempt(message, "APPLIED", null, began, clock.instant());
            tellSender(message);
        }
    }

    private void unreadable(Kept message, Refusal reason, Instant began) {
        wall.run(Scope.WORKER, () -> {
            if (work.holds(message)) {
                Instant now = clock.instant();
                store.refusals(message.id(), List.of(reason));
                work.advance(message, new Kept.Counts(0, 0, 1, 0, 0), 1, now);
                work.finish(message, Outcome.REFUSED, reason, Fault.SENDER, now);
                work.attempt(message, "REFUSED", reason.en(), began, now);
                tellSender(message);
            }
        });
    }

    private void tellSender(Kept message) {
        String partner = String.valueOf(message.sender().partner());
        String name = String.valueOf(message.name());
        outgoing.put(
                partner,
                "file|" + partner + "|" + name,
                "file-done|" + message.id(),
                new Parcel.Load.FileDone(message.id(), name),
                message.id());
    }
}
