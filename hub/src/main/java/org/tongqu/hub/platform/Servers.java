package org.tongqu.hub.platform;

import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the hub stands on while it runs: its home, the database and the broker, embedded or outside, checked before anything
 * is trusted to them; closed in reverse order, the database last but the home.
 */
public final class Servers implements AutoCloseable {
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final Home home;
    private final Database database;
    private final Broker broker;
    private @Nullable EmbeddedBroker embeddedBroker;

    private Servers(Settings settings) {
        try {
            home = opened(Home.open(settings.home(), new SecureRandom()));
            database = database(settings);
            broker = broker(settings);
            opened(RunningHub.announce(home, settings, database, broker));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /**
     * Starts all of it, in well under a minute on a fresh home and about a second on a warm one.
     *
     * @throws StartRefused for everything a person can mend
     */
    public static Servers start(Settings settings) {
        return new Servers(settings);
    }

    public Home home() {
        return home;
    }

    public Database database() {
        return database;
    }

    public Broker broker() {
        return broker;
    }

    /** Empty where the broker is somebody else's. */
    public Optional<EmbeddedBroker> embeddedBroker() {
        return Optional.ofNullable(embeddedBroker);
    }

    /** May be called twice; the second call does nothing. */
    @Override
    public void close() {
        while (!open.isEmpty()) {
            closeOne(open.pop());
        }
    }

    private Database database(Settings settings) {
        Database outside = settings.database();
        if (outside == null) {
            return opened(EmbeddedPostgres.start(home)).database();
        }
        OutsidePostgres.check(outside);
        return outside;
    }

    private Broker broker(Settings settings) {
        Broker outside = settings.broker();
        if (outside == null) {
            EmbeddedBroker embedded = opened(EmbeddedBroker.start(home, settings.brokerBind(), settings.brokerPort()));
            embeddedBroker = embedded;
            return embedded.broker();
        }
        OutsideBroker.check(outside);
        return outside;
    }

    private <T extends AutoCloseable> T opened(T part) {
        open.push(part);
        return part;
    }

    private static void closeOne(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            org.slf4j.LoggerFactory.getLogger(Servers.class).warn("{} did not close cleanly", part, e);
        }
    }
}
