package org.tongqu.hub.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Work that one of several hubs does at a time. Whoever has the lease does it; the number of the lease is checked in each transaction of the
 * work, which a lock in the database could not do for one that sleeps and loses its connection.
 */
@Component
public final class Jobs {
    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);

    private final JobLeaseStore store;
    private final Wall wall;
    private final Node node;
    private final Clock clock;

    Jobs(JobLeaseStore store, Wall wall, Node node, Clock clock) {
        this.store = store;
        this.wall = wall;
        this.node = node;
        this.clock = clock;
    }

    /**
     * Does the work where this hub gets the job, and gives it back after; call it outside any transaction.
     *
     * @param length of the lease, more than any one transaction of the work and what lies before it takes
     * @return false where another hub has the job, or took it over meanwhile
     */
    public boolean run(String job, Duration length, Consumer<JobLease> work) {
        Optional<Long> fence = wall.within(Scope.WORKER, () -> store.take(job, node, until(length), clock.instant()));
        return fence.isPresent() && done(job, fence.get(), length, work);
    }

    /**
     * Does the work piece by piece, each in a transaction of the hub's own that checks the lease first.
     *
     * @param piece whether there may be more
     * @return false where another hub has the job, or took it over meanwhile
     */
    public boolean drain(String job, Duration length, BooleanSupplier piece) {
        return run(job, length, lease -> pieces(lease, piece));
    }

    /** The same under a lease that is held for more than these pieces. */
    public void pieces(JobLease lease, BooleanSupplier piece) {
        boolean more = true;
        while (more && !Thread.currentThread().isInterrupted()) {
            more = wall.within(Scope.WORKER, () -> {
                lease.hold();
                return piece.getAsBoolean();
            });
        }
    }

    private boolean done(String job, long fence, Duration length, Consumer<JobLease> work) {
        try {
            work.accept(() -> hold(job, fence, length));
            return true;
        } catch (JobLease.Lost over) {
            LOG.warn("{}; another hub goes on with it", over.getMessage());
            return false;
        } finally {
            wall.run(Scope.WORKER, () -> store.giveBack(job, node, fence));
        }
    }

    private void hold(String job, long fence, Duration length) {
        wall.scope();
        if (!store.holds(job, node, fence, until(length))) {
            throw new JobLease.Lost(job, fence);
        }
    }

    private Instant until(Duration length) {
        return clock.instant().plus(length);
    }
}
