package org.tongqu.hub.journal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.Fault;
import org.tongqu.connectors.canon.Reading;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.hub.platform.Backoff;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.StoreTrouble;
import org.tongqu.hub.platform.Wall;

/** Takes one leased message to its outcome; what fails is tried again later, and parked after the last try. */
@Component
class Worker {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

    private final WorkStore work;
    private final JournalStore store;
    private final Receivers receivers;
    private final FileWorker files;
    private final BiteWorker bites;
    private final Wall wall;
    private final Clock clock;
    private final RandomGenerator random;
    private final Backoff backoff;
    private final Queue<Kept> stranded = new ConcurrentLinkedQueue<>();

    Worker(
            WorkStore work,
            JournalStore store,
            Receivers receivers,
            FileWorker files,
            BiteWorker bites,
            Wall wall,
            Clock clock,
            RandomGenerator random,
            @Qualifier("journalBackoff") Backoff backoff) {
        this.work = work;
        this.store = store;
        this.receivers = receivers;
        this.files = files;
        this.bites = bites;
        this.wall = wall;
        this.clock = clock;
        this.random = random;
        this.backoff = backoff;
    }

    /** First gives back what it could not finish while the store was away, lest that waits for its lease to run out. */
    List<Kept> claim(int max) {
        return wall.leasing(() -> {
            List<Kept> back = List.copyOf(stranded);
            back.forEach(message -> work.giveBack(message, clock.instant().plus(backoff.first())));
            List<Kept> claimed = work.claim(max, clock.instant());
            stranded.removeAll(back);
            return claimed;
        });
    }

    void take(Kept message) {
        Instant began = clock.instant();
        try {
            if (message.isFile()) {
                files.take(message, began);
            } else if (message.inBites()) {
                bites.take(message, began);
            } else {
                wall.run(Scope.WORKER, () -> apply(message, began));
            }
        } catch (RuntimeException | StackOverflowError | LinkageError | AssertionError trouble) {
            // A letter nested so deep that it overflows a stack is as much a failed try as any other; what ends the
            // process ends the try too.
            failed(message, trouble, began);
        }
    }

    private void apply(Kept message, Instant began) {
        if (!work.holds(message)) {
            return;
        }
        Taking taking = wall.unless(Taking.Refused.class::isInstance, () -> understoodAndTaken(message));
        switch (taking) {
            case Taking.Taken taken -> finish(message, Outcome.TAKEN, began);
            case Taking.Refused(List<Refusal> refusals) -> {
                store.refusals(message.id(), refusals);
                work.finish(message, Outcome.REFUSED, refusals.getFirst(), Fault.SENDER, clock.instant());
                work.attempt(message, "REFUSED", refusals.getFirst().en(), began, clock.instant());
            }
        }
    }

    private void finish(Kept message, Outcome outcome, Instant began) {
        work.finish(message, outcome, null, null, clock.instant());
        work.attempt(message, "APPLIED", null, began, clock.instant());
    }

    private Taking understoodAndTaken(Kept message) {
        byte[] raw = store.bytes(message.receivedDay(), message.id());
        return switch (receivers.wording(message.kind(), message.format()).read(raw)) {
            case Reading.Understood<?> understood ->
                receivers.of(message.kind()).take(message.arrival(), understood.said());
            case Reading.Refused<?> refused -> new Taking.Refused(refused.refusals());
        };
    }

    /** A store that cannot be reached is nobody's failed try: the message is given back once the store is there again. */
    private void failed(Kept message, Throwable trouble, Instant began) {
        LOG.warn("message {} not taken, will be tried again", message.id(), trouble);
        try {
            wall.run(Scope.WORKER, () -> writeFailure(message, trouble, began));
        } catch (RuntimeException unreachable) {
            stranded.add(message);
            LOG.warn(
                    "store not reached; {} is given back when it is there again: {}",
                    message.id(),
                    unreachable.getMessage());
        }
    }

    private void writeFailure(Kept message, Throwable trouble, Instant began) {
        if (!work.holds(message)) {
            return;
        }
        Instant now = clock.instant();
        String what = trouble.getClass().getSimpleName();
        work.attempt(message, "FAILED", String.valueOf(trouble.getMessage()), began, now);
        if (message.triesLeft() <= 0 && !StoreTrouble.is(trouble)) {
            work.park(message, Words.parked(what), Fault.HUB, now);
        } else {
            work.again(
                    message,
                    Words.again(what),
                    Fault.HUB,
                    now.plus(backoff.after(backoff.tries() - message.triesLeft(), random)));
        }
    }
}
