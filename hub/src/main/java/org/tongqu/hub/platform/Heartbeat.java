package org.tongqu.hub.platform;

import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;

/** Says that this hub is there, so that its neighbours on the store can be told from those that died. */
final class Heartbeat implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

    private final VitalsStore store;
    private final Wall wall;
    private final Node node;
    private final Clock clock;
    private final Instant started;

    Heartbeat(VitalsStore store, Wall wall, Node node, Clock clock) {
        this.store = store;
        this.wall = wall;
        this.node = node;
        this.clock = clock;
        this.started = clock.instant();
    }

    @Scheduled(fixedRateString = "PT15S")
    void beat() {
        wall.run(Scope.WORKER, () -> store.seen(node, started, clock.instant()));
    }

    @Override
    public void close() {
        try {
            wall.run(Scope.WORKER, () -> store.gone(node));
        } catch (DataAccessException away) {
            LOG.info(
                    "the store was away at the end, so this hub looks as if it had been killed: {}", away.getMessage());
        }
    }
}
