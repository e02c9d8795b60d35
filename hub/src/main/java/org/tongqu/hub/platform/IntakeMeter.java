package org.tongqu.hub.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.TransactionException;

/** Measures what the sluice is set by; what costs a look into the store is counted apart and rests the longer, the longer it took. */
final class IntakeMeter implements IntakeReadings {
    /** A count may take a twentieth of the time, however much waits. */
    private static final int RESTS = 19;

    private static final Duration BETWEEN_COLLECTIONS = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(IntakeMeter.class);

    private final Path home;
    private final Backlog backlog;
    private final Wall wall;
    private final IntakeLimits limits;
    private final StoreFull storeFull;
    private final List<MemoryPoolMXBean> heap;
    private final Runnable collect;
    private final Lock counting = new ReentrantLock();
    private volatile long waiting;
    private long countAgain = System.nanoTime();
    private long collectAgain = System.nanoTime();

    /** @param collect sets off a collection of the heap */
    IntakeMeter(
            Path home,
            Backlog backlog,
            Wall wall,
            IntakeLimits limits,
            StoreFull storeFull,
            List<MemoryPoolMXBean> pools,
            Runnable collect) {
        this.home = home;
        this.backlog = backlog;
        this.wall = wall;
        this.limits = limits;
        this.storeFull = storeFull;
        this.heap =
                pools.stream().filter(pool -> pool.getType() == MemoryType.HEAP).toList();
        this.collect = collect;
    }

    @Override
    public IntakeReading now() {
        try {
            FileStore disk = Files.getFileStore(home);
            long free = disk.getUsableSpace();
            return new IntakeReading(
                    (double) free / Math.max(1, disk.getTotalSpace()), free, waiting, memory(), storeFull.isFull());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** At a fixed rate, for what runs with a fixed delay holds up all that does; a count that takes long is not begun twice. */
    @Scheduled(fixedRateString = "${tongqu.intake.look}")
    void count() {
        if (counting.tryLock()) {
            try {
                countUnlessResting();
            } finally {
                counting.unlock();
            }
        }
    }

    private void countUnlessResting() {
        long begun = System.nanoTime();
        if (begun - countAgain < 0) {
            return;
        }
        try {
            waiting = wall.read(Scope.WORKER, () -> backlog.waiting(limits.backlogShut()));
        } catch (DataAccessException | TransactionException away) {
            // The last count stands: while the store is away nothing can be kept anyway.
            LOG.debug("what waits could not be counted: {}", away.getMessage());
        }
        long took = System.nanoTime() - begun;
        countAgain = begun + took + took * RESTS;
    }

    /** Where nothing comes in any more, nobody else would set off the collection that finds room again. */
    private double memory() {
        long now = System.nanoTime();
        if (leftOver() >= limits.memoryShut() && now - collectAgain >= 0) {
            collect.run();
            collectAgain = now + BETWEEN_COLLECTIONS.toNanos();
        }
        return leftOver();
    }

    /** By the last collection: what it has not yet looked at may be rubbish, and is no reason to turn anybody away. */
    private double leftOver() {
        long used = heap.stream()
                .map(MemoryPoolMXBean::getCollectionUsage)
                .filter(Objects::nonNull)
                .mapToLong(MemoryUsage::getUsed)
                .sum();
        return (double) used / Runtime.getRuntime().maxMemory();
    }
}
