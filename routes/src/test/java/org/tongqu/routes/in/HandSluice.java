package org.tongqu.routes.in;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.tongqu.connectors.canon.Sluice;

/** A sluice that a test sets by hand. */
final class HandSluice implements Sluice {
    final AtomicInteger working = new AtomicInteger();
    final AtomicLong held = new AtomicLong();
    volatile long mostHeld = Long.MAX_VALUE;
    volatile int mostWorking = Integer.MAX_VALUE;
    volatile Runnable asked = () -> {};
    private final List<Runnable> lookers = new CopyOnWriteArrayList<>();
    private volatile State state = new Open();

    void set(State now) {
        state = now;
        lookers.forEach(Runnable::run);
    }

    @Override
    public State state() {
        asked.run();
        return state;
    }

    @Override
    public void onChange(Runnable look) {
        lookers.add(look);
    }

    @Override
    public Load load() {
        return new Load() {
            private long mine;
            private int works;

            @Override
            public boolean holds(long bytes) {
                held.addAndGet(bytes - mine);
                mine = bytes;
                return held.get() <= mostHeld;
            }

            @Override
            public boolean works() {
                works = 1;
                return working.incrementAndGet() <= mostWorking;
            }

            @Override
            public void close() {
                held.addAndGet(-mine);
                working.addAndGet(-works);
            }
        };
    }
}
