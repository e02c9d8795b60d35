package org.tongqu.hub.journal;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wakes;
import org.tongqu.hub.platform.Wall;

/** The hands of the journal: a few threads that lease and take messages, woken by a ring and by a slow poll. */
@Component
class Workers implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);
    private static final int BATCH = 8;
    private static final long POLL_MILLIS = 1000;
    private static final int STOP_SECONDS = 15;

    private final Worker worker;
    private final WorkStore work;
    private final Retention retention;
    private final Wakes wakes;
    private final Wall wall;
    private final Clock clock;
    private final ObservationRegistry observations;
    private final int hands;
    private final Semaphore rings = new Semaphore(0);
    private final Map<Thread, Instant> inHand = new ConcurrentHashMap<>();
    private final AtomicInteger alive = new AtomicInteger();
    private ExecutorService threads = Executors.newCachedThreadPool();
    private volatile boolean running;

    Workers(
            Worker worker,
            WorkStore work,
            Retention retention,
            Wakes wakes,
            Wall wall,
            Clock clock,
            ObservationRegistry observations,
            @Value("${tongqu.journal.workers:4}") int hands) {
        this.worker = worker;
        this.work = work;
        this.retention = retention;
        this.wakes = wakes;
        this.wall = wall;
        this.clock = clock;
        this.observations = observations;
        this.hands = hands;
    }

    @Override
    public void start() {
        wall.run(Scope.WORKER, () -> work.freeOldLeases(clock.instant()));
        retention.openDays();
        wakes.on(Journal.BELL, detail -> ring());
        running = true;
        threads = Executors.newFixedThreadPool(
                hands, Thread.ofPlatform().name("journal-", 1).factory());
        for (int hand = 0; hand < hands; hand++) {
            threads.execute(this::workForEver);
        }
    }

    /** A hand goes on while there is plenty, else it waits: what came meanwhile has rung, and a ring waits for a hand that is free. */
    private void workForEver() {
        alive.incrementAndGet();
        try {
            while (running) {
                workOnce();
            }
        } finally {
            alive.decrementAndGet();
        }
    }

    /** Not even an error ends a hand: its message has its tries, and the next one may be well. */
    private void workOnce() {
        try {
            if (takeSome() < BATCH) {
                awaitRing();
            }
        } catch (RuntimeException trouble) {
            LOG.warn("the journal's hands rest for a moment: {}", trouble.getMessage());
            awaitRing();
        } catch (Error fault) {
            LOG.error("one of the journal's hands met an error of our own and goes on", fault);
            awaitRing();
        }
    }

    /** How many hands there should be and are, and since when the slowest of them has had the same message. */
    JournalPages.Hands now() {
        return new JournalPages.Hands(
                hands,
                alive.get(),
                inHand.values().stream()
                        .min(Comparator.naturalOrder())
                        .map(since -> since.atOffset(ZoneOffset.UTC))
                        .orElse(null));
    }

    private int takeSome() {
        List<Kept> leased = worker.claim(BATCH);
        if (leased.size() > 1) {
            ring();
        }
        for (Kept message : leased) {
            take(message);
        }
        return leased.size();
    }

    private void take(Kept message) {
        inHand.put(Thread.currentThread(), clock.instant());
        try {
            timed(message).observe(() -> worker.take(message));
        } finally {
            inHand.remove(Thread.currentThread());
        }
    }

    /** Seen by monitoring as a time for each kind, and where traces are sent as a span that bears the message's id. */
    private Observation timed(Kept message) {
        return Observation.createNotStarted("tongqu.message.taking", observations)
                .contextualName("take " + message.kind().name().toLowerCase(Locale.ROOT))
                .lowCardinalityKeyValue("kind", message.kind().name())
                .highCardinalityKeyValue("message", message.id());
    }

    /** Wakes one hand; a hand that finds more than one message wakes the next, so that few messages cost few looks. */
    private void ring() {
        if (rings.availablePermits() < hands) {
            rings.release();
        }
    }

    /** Until a ring, or for a second: a poll makes lost rings good and finds what is due again. */
    private void awaitRing() {
        try {
            if (!rings.tryAcquire(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                LOG.trace("nothing rang; looking anyway");
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        running = false;
        rings.release(hands);
        threads.shutdown();
        try {
            if (!threads.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("a message is still being taken; its lease runs out and it is taken again after the start");
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
