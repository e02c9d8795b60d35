package org.tongqu.hub.journal;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.platform.Act;
import org.tongqu.hub.platform.AuditTrail;
import org.tongqu.hub.platform.Ids;
import org.tongqu.hub.platform.JobLease;
import org.tongqu.hub.platform.Jobs;
import org.tongqu.hub.platform.Policy;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;

/** Does acts piece by piece under the scope of who asked; one hub on the store does so at a time, and any may go on with what a killed one left. */
@Service
class ManyResent implements ManyParked {
    private static final Logger LOG = LoggerFactory.getLogger(ManyResent.class);
    private static final String FAILED = "FAILED";
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final ManyResentStore store;
    private final Parked parked;
    private final Policy policy;
    private final AuditTrail trail;
    private final Wall wall;
    private final Ids ids;
    private final Clock clock;
    private final Jobs jobs;

    ManyResent(
            ManyResentStore store,
            Parked parked,
            Policy policy,
            AuditTrail trail,
            Wall wall,
            Ids ids,
            Clock clock,
            Jobs jobs) {
        this.store = store;
        this.parked = parked;
        this.policy = policy;
        this.trail = trail;
        this.wall = wall;
        this.ids = ids;
        this.clock = clock;
        this.jobs = jobs;
    }

    @Override
    public String begin(Sender sender, List<String> refs) {
        policy.require(sender, Act.RESEND_MESSAGE);
        String id = ids.next();
        wall.run(Scope.of(sender), () -> {
            store.begin(id, sender, refs.stream().distinct().toList(), clock.instant());
            trail.note("RESEND_MANY", id, String.valueOf(refs.size()));
        });
        return id;
    }

    @Override
    public Optional<Work> find(Sender sender, String id) {
        return wall.read(Scope.of(sender), () -> store.find(id));
    }

    @Override
    public List<Work> newest(Sender sender, int most) {
        return wall.read(Scope.of(sender), () -> store.newest(most));
    }

    /** Looks every second rather than being rung: what a killed hub left is found in the same way as what was asked for just now. */
    @Scheduled(fixedRateString = "PT1S")
    void goOn() {
        List<ManyResentStore.Open> open = wall.read(Scope.WORKER, store::open);
        if (!open.isEmpty()) {
            jobs.run("many-resent", LEASE, lease -> open.forEach(act -> goOnWith(act, lease)));
        }
    }

    private void goOnWith(ManyResentStore.Open act, JobLease lease) {
        Optional<ManyResentStore.Piece> piece = next(act);
        while (piece.isPresent() && !Thread.currentThread().isInterrupted()) {
            settle(act, piece.get(), lease);
            piece = next(act);
        }
        wall.run(Scope.WORKER, () -> {
            lease.hold();
            store.finish(act.id(), clock.instant());
        });
    }

    private Optional<ManyResentStore.Piece> next(ManyResentStore.Open act) {
        return wall.read(Scope.WORKER, () -> store.next(act.id()));
    }

    /** One piece, its answer and its audit line stand or fall together; what fails is told and does not hold up the rest. */
    private void settle(ManyResentStore.Open act, ManyResentStore.Piece piece, JobLease lease) {
        try {
            wall.run(Scope.of(act.asker()), () -> {
                lease.hold();
                if (store.hold(act.id(), piece.n())) {
                    Parked.Answer answer = parked.resend(act.asker(), piece.ref());
                    store.settle(act.id(), piece.n(), answer.name());
                }
            });
        } catch (JobLease.Lost over) {
            throw over;
        } catch (RuntimeException trouble) {
            LOG.warn("{} could not be put back: {}", piece.ref(), trouble.getMessage());
            wall.run(Scope.WORKER, () -> {
                lease.hold();
                store.settle(act.id(), piece.n(), FAILED);
            });
        }
    }
}
