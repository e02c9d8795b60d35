package org.tongqu.hub.platform;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.tongqu.connectors.canon.Sluice;

/** The one sluice of this process: set by a reading once a second, asked by every inlet in between. */
final class IntakeSluice implements Sluice {
    private static final Logger LOG = LoggerFactory.getLogger(IntakeSluice.class);

    private final IntakeReadings readings;
    private final IntakeLimits limits;
    private final long mostHeld;
    private final List<Runnable> lookers = new CopyOnWriteArrayList<>();
    private final AtomicInteger working = new AtomicInteger();
    private final AtomicLong held = new AtomicLong();
    private volatile State state = new Open();

    /** @param heap bytes that this process may have */
    IntakeSluice(IntakeReadings readings, IntakeLimits limits, long heap) {
        this.readings = readings;
        this.limits = limits;
        this.mostHeld = (long) ((double) heap * limits.held());
    }

    @Scheduled(fixedRateString = "${tongqu.intake.look}")
    synchronized void look() {
        State before = state;
        state = new IntakeJudgement(limits).of(readings.now());
        if (!state.getClass().equals(before.getClass())) {
            LOG.warn("Intake was {} and is {}", before, state);
            lookers.forEach(Runnable::run);
        }
    }

    @Override
    public State state() {
        return state;
    }

    @Override
    public Load load() {
        return new Carried();
    }

    @Override
    public void onChange(Runnable look) {
        lookers.add(look);
    }

    /** Callers being worked on now. */
    int working() {
        return working.get();
    }

    /** Bytes of callers' bodies in memory now. */
    long held() {
        return held.get();
    }

    /** 0 open, 1 slow, 2 shut. */
    int degree() {
        return switch (state) {
            case Open open -> 0;
            case Slow slow -> 1;
            case Shut shut -> 2;
        };
    }

    /** One caller's; used by its one thread. */
    private final class Carried implements Load {
        private long bytes;
        private boolean works;

        /** Whoever is alone may hold what a body may have, however small the heap. */
        @Override
        public boolean holds(long now) {
            long all = held.addAndGet(now - bytes);
            bytes = now;
            return all <= mostHeld || all == bytes;
        }

        @Override
        public boolean works() {
            works = working.incrementAndGet() <= limits.requests();
            if (!works) {
                working.decrementAndGet();
            }
            return works;
        }

        @Override
        public void close() {
            held.addAndGet(-bytes);
            bytes = 0;
            if (works) {
                works = false;
                working.decrementAndGet();
            }
        }
    }
}
