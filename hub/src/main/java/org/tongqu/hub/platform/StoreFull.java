package org.tongqu.hub.platform;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Remembers for a while that the database has no disk left: an outside one's disk is seen by nothing but its errors. */
final class StoreFull {
    /** {@code disk_full} among the SQL states of PostgreSQL. */
    private static final String DISK_FULL = "53100";

    private final Clock clock;
    private final Duration rest;
    private volatile Instant until = Instant.MIN;

    StoreFull(Clock clock, Duration rest) {
        this.clock = clock;
        this.rest = rest;
    }

    boolean isFull() {
        return clock.instant().isBefore(until);
    }

    /** Called with whatever a transaction broke at. */
    void saw(Throwable trouble) {
        for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && DISK_FULL.equals(sql.getSQLState())) {
                until = clock.instant().plus(rest);
            }
        }
    }
}
