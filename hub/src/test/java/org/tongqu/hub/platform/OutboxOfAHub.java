package org.tongqu.hub.platform;

import java.time.Clock;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongqu.connectors.canon.Outbox;

/** The real outbox as a hub of another name has it, with a wall, a clock and chance of its own. */
public final class OutboxOfAHub {
    public static final Duration LEASE = Duration.ofSeconds(90);

    private final OutboxStore store;
    private final ParcelOutbox outbox;
    private final Wall wall;
    private final Clock clock;

    public OutboxOfAHub(
            ApplicationContext hub,
            Node node,
            Wall wall,
            Wakes wakes,
            ApplicationEventPublisher news,
            Clock clock,
            RandomGenerator random,
            Backoff backoff) {
        this.store = new OutboxStore(hub.getBean(JdbcClient.class), node, LEASE);
        this.outbox = new ParcelOutbox(store, wall, wakes, news, clock, hub.getBean(Ids.class), random, backoff);
        this.wall = wall;
        this.clock = clock;
    }

    public Outbox out() {
        return outbox;
    }

    public Outgoing in() {
        return outbox;
    }

    /** What a hub does first of all when it starts. */
    public void freeOldLeases() {
        wall.run(Scope.WORKER, () -> store.freeOldLeases(clock.instant()));
    }
}
