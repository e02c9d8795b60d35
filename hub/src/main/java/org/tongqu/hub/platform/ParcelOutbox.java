package org.tongqu.hub.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.tongqu.connectors.canon.Delivery;
import org.tongqu.connectors.canon.Outbox;
import org.tongqu.connectors.canon.Parcel;
import org.tongqu.connectors.canon.Wire;

/** The outbox: rows wait in lanes, are leased to a route, and are settled under the lease's number. */
final class ParcelOutbox implements Outbox, Outgoing {
    static final String BELL = "outbox";

    private final OutboxStore store;
    private final Wall wall;
    private final Wakes wakes;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Ids ids;
    private final RandomGenerator random;
    private final Backoff backoff;
    /** What came of calls, known here alone until the store has it. */
    private final Queue<Unsettled> unsettled = new ConcurrentLinkedQueue<>();

    ParcelOutbox(
            OutboxStore store,
            Wall wall,
            Wakes wakes,
            ApplicationEventPublisher events,
            Clock clock,
            Ids ids,
            RandomGenerator random,
            Backoff backoff) {
        this.store = store;
        this.wall = wall;
        this.wakes = wakes;
        this.events = events;
        this.clock = clock;
        this.ids = ids;
        this.random = random;
        this.backoff = backoff;
    }

    @Override
    public void put(String partner, String lane, String effectKey, Parcel.Load load, @Nullable String messageId) {
        if (store.put(ids.next(), partner, lane, effectKey, load, messageId, backoff.tries(), clock.instant())) {
            wakes.ring(BELL, partner);
        }
    }

    @Override
    public boolean resend(String id) {
        String partner = store.resend(id, backoff.tries(), clock.instant());
        if (partner != null) {
            wakes.ring(BELL, partner);
        }
        return partner != null;
    }

    @Override
    public void sendLostAgain(Collection<String> effectKeys) {
        store.lost(effectKeys, backoff.tries(), clock.instant()).forEach(partner -> wakes.ring(BELL, partner));
    }

    @Override
    public List<Parcel> claim(String partner, int max) {
        settleRest();
        return wall.leasing(() -> store.claim(partner, max, clock.instant()));
    }

    @Override
    public List<Parcel> handOver(String partner, Collection<String> effectKeys, Wire wire) {
        List<Parcel> waiting = store.claim(partner, effectKeys, clock.instant());
        waiting.forEach(parcel -> settle(parcel, new Delivery.Taken(null), wire));
        return store.sent(partner, effectKeys);
    }

    private record Unsettled(
            Parcel parcel, Delivery delivery, @Nullable Wire wire) {}

    /** A store that cannot write it now is told later, lest the partner be called once more for nothing. */
    @Override
    public void settle(Parcel parcel, Delivery delivery, @Nullable Wire wire) {
        try {
            write(parcel, delivery, wire);
        } catch (RuntimeException trouble) {
            if (StoreTrouble.is(trouble)) {
                unsettled.add(new Unsettled(parcel, delivery, wire));
            }
            throw trouble;
        }
    }

    private void settleRest() {
        for (Unsettled rest = unsettled.poll(); rest != null; rest = unsettled.poll()) {
            settle(rest.parcel(), rest.delivery(), rest.wire());
        }
    }

    private void write(Parcel parcel, Delivery delivery, @Nullable Wire wire) {
        wall.run(Scope.WORKER, () -> {
            Instant now = clock.instant();
            if (store.holds(parcel)) {
                store.attempt(parcel, delivery, now);
                write(parcel, delivery, wire, now);
                events.publishEvent(new ParcelSettled(parcel, delivery, now));
            }
        });
    }

    private void write(Parcel parcel, Delivery delivery, @Nullable Wire wire, Instant now) {
        switch (delivery) {
            case Delivery.Taken taken -> store.sent(parcel.id(), taken.reply() != null, wire, now);
            case Delivery.Rejected rejected -> store.rejected(parcel.id(), rejected.reason(), wire, now);
            case Delivery.Failed failed -> failed(parcel, failed, wire, now);
        }
    }

    private void failed(Parcel parcel, Delivery.Failed failed, @Nullable Wire wire, Instant now) {
        int left = store.triesLeft(parcel.id());
        if (left <= 0) {
            store.parked(parcel.id(), failed.reason(), failed.fault(), wire, now);
        } else {
            Instant next = now.plus(pause(backoff.tries() - left, failed));
            store.waiting(parcel.id(), failed.reason(), failed.fault(), wire, next);
        }
    }

    /** @param tried since it was put or sent again by a person, who should not wait as long as the machine did before */
    private Duration pause(int tried, Delivery.Failed failed) {
        Duration own = backoff.after(tried, random);
        Duration asked = failed.retryAfter();
        return asked != null && asked.compareTo(own) > 0 ? asked : own;
    }

    @Override
    public Set<String> due() {
        settleRest();
        return wall.read(Scope.WORKER, () -> store.due(clock.instant()));
    }

    @Override
    public void onWaiting(Consumer<String> wake) {
        wakes.on(BELL, wake);
    }
}
