package org.tongqu.hub.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.tongqu.hub.platform.JobLease;
import org.tongqu.hub.platform.Jobs;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;

/**
 * 留存: opens the days ahead, and lays the bytes and attempts of days long past into an archive file before their tables go; headers,
 * keys, claims and effects stay for ever, so that history loaded again adds nothing.
 */
@Component
class Retention {
    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final int DAYS_AHEAD = 7;
    /** A day of many large files takes long to lay down. */
    private static final Duration LEASE = Duration.ofHours(2);

    private final RetentionStore store;
    private final JournalStore journal;
    private final Wall wall;
    private final Clock clock;
    private final Jobs jobs;
    private final DayArchive archive;
    private final int days;

    /** @param days that bytes are kept in the store, 1 or more; 400 unless told, a year and a month of grace */
    Retention(
            RetentionStore store,
            JournalStore journal,
            Wall wall,
            Clock clock,
            Jobs jobs,
            @Value("${tongqu.home}") Path home,
            @Value("${tongqu.journal.retention-days:400}") int days) {
        if (days < 1) {
            throw new IllegalArgumentException("tongqu.journal.retention-days must be 1 or more: " + days);
        }
        this.store = store;
        this.journal = journal;
        this.wall = wall;
        this.clock = clock;
        this.jobs = jobs;
        this.archive = new DayArchive(home.resolve("archive"));
        this.days = days;
    }

    /** Four times a day, so that a hub which sleeps at night keeps house too; a second look on one day finds nothing to do. */
    @Scheduled(initialDelayString = "PT10M", fixedRateString = "PT6H")
    void keepHouse() {
        openDays();
        jobs.run("retention", LEASE, this::closeOldDays);
    }

    private void closeOldDays(JobLease lease) {
        LocalDate oldestKept = JournalStore.dayOf(clock.instant()).minusDays(days);
        wall.read(Scope.WORKER, () -> store.daysBefore(oldestKept)).forEach(day -> close(day, lease));
    }

    /** Yesterday, today and the days ahead, so that midnight needs nobody. */
    void openDays() {
        LocalDate today = JournalStore.dayOf(clock.instant());
        wall.run(Scope.WORKER, () -> {
            for (int ahead = -1; ahead <= DAYS_AHEAD; ahead++) {
                journal.openDay(today.plusDays(ahead));
            }
        });
    }

    /** A day with a message that still waits, or stands parked, stays whole until a person has seen to it. */
    private void close(LocalDate day, JobLease lease) {
        if (!wall.read(Scope.WORKER, () -> store.finished(day))) {
            LOG.warn("journal day {} is past retention but holds unfinished messages; it stays", day);
            return;
        }
        try {
            boolean closed = archived(day, lease);
            LOG.info(
                    "journal day {} archived{}",
                    day,
                    closed ? " and closed" : "; a message became unfinished, it stays");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private boolean archived(LocalDate day, JobLease lease) throws IOException {
        Path aside = archive.writeAside(
                day,
                wall.read(Scope.WORKER, () -> store.messages(day)),
                wall.read(Scope.WORKER, () -> store.attempts(day)),
                id -> journal.stream(day, id));
        try {
            return wall.within(Scope.WORKER, () -> {
                lease.hold();
                publish(aside, day);
                return store.close(day);
            });
        } finally {
            DayArchive.forget(aside);
        }
    }

    /** Under the lease: one that wakes up late has read days that another closed meanwhile, and must not lay its empty file over the full one. */
    private void publish(Path aside, LocalDate day) {
        try {
            archive.publish(aside, day);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
