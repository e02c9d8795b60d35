package org.tongqu.hub.platform;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The door bell: a commit rings in this hub at once and by NOTIFY in every other; a lost ring is made good by the listeners' slow poll.
 * NOTIFY goes out behind the commit and for many rings together, as the server lets transactions that notify commit one by one only.
 */
public final class Wakes implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Wakes.class);
    private static final String CHANNEL = "tongqu";
    /** Before the name of the hub that rings; a ring by hand has none, and all hear it. */
    private static final String MARK = "@";

    private static final int LISTEN_MILLIS = 500;
    private static final long PAUSE_AFTER_FAILURE_MILLIS = 500;

    private final Map<String, List<Consumer<String>>> listeners = new ConcurrentHashMap<>();
    private final BlockingQueue<Ring> rung = new LinkedBlockingQueue<>();
    private final JdbcClient jdbc;
    private final Node node;
    private final String url;
    private final String user;
    private final String password;
    private volatile boolean running;

    public Wakes(JdbcClient jdbc, Node node, String url, String user, String password) {
        this.jdbc = jdbc;
        this.node = node;
        this.url = url;
        this.user = user;
        this.password = password;
    }

    private record Ring(String bell, String detail) {
        String text() {
            return bell + " " + detail;
        }

        static Ring of(String text) {
            String[] words = text.split(" ", 2);
            return new Ring(words[0], words.length == 1 ? "" : words[1]);
        }
    }

    /** Rings when the surrounding transaction has committed, or at once where there is none. Rings that come together are heard as one. */
    public void ring(String bell, String detail) {
        Ring ring = new Ring(bell, detail);
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new AfterCommit(() -> rung.add(ring)));
        } else {
            rung.add(ring);
        }
    }

    private record AfterCommit(Runnable work) implements TransactionSynchronization {
        @Override
        public void afterCommit() {
            work.run();
        }
    }

    public void on(String bell, Consumer<String> listener) {
        listeners.computeIfAbsent(bell, b -> new CopyOnWriteArrayList<>()).add(listener);
    }

    @Override
    public void start() {
        running = true;
        Thread.ofPlatform().name("wakes").daemon(true).start(this::listenForEver);
        Thread.ofPlatform().name("wakes-tell").daemon(true).start(this::tellForEver);
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void tellForEver() {
        while (running) {
            try {
                Set<Ring> together = gathered();
                together.forEach(this::hear);
                tellOthers(together);
            } catch (DataAccessException away) {
                LOG.info("other hubs were not rung, they look by themselves: {}", away.getMessage());
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private Set<Ring> gathered() throws InterruptedException {
        Set<Ring> together = new LinkedHashSet<>();
        Ring first = rung.poll(LISTEN_MILLIS, TimeUnit.MILLISECONDS);
        if (first != null) {
            together.add(first);
            rung.drainTo(together);
        }
        return together;
    }

    /** Not flushed: nobody needs a ring after a crash. */
    private void tellOthers(Set<Ring> together) {
        if (together.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        select set_config('synchronous_commit', 'off', true), pg_notify(:channel, ring || :from)
                        from unnest(:rings::text[]) as ring
                        """)
                .param("channel", CHANNEL)
                .param("from", ourMark())
                .param("rings", together.stream().map(Ring::text).toArray(String[]::new))
                .query()
                .listOfRows();
    }

    private void listenForEver() {
        while (running) {
            try (Connection connection = DriverManager.getConnection(url, user, password)) {
                listen(connection);
            } catch (SQLException lost) {
                LOG.info("bell wire lost, polling meanwhile: {}", lost.getMessage());
                pause();
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("listen " + CHANNEL);
        }
        PGConnection wire = connection.unwrap(PGConnection.class);
        while (running) {
            for (PGNotification told : wire.getNotifications(LISTEN_MILLIS)) {
                hearOther(told.getParameter());
            }
        }
    }

    /** Our own rings were heard before they were told. */
    private void hearOther(String text) {
        if (!text.endsWith(ourMark())) {
            hear(Ring.of(text.split(MARK, 2)[0]));
        }
    }

    private String ourMark() {
        return MARK + node.life();
    }

    private void hear(Ring ring) {
        for (Consumer<String> listener : listeners.getOrDefault(ring.bell(), List.of())) {
            try {
                listener.accept(ring.detail());
            } catch (RuntimeException trouble) {
                LOG.warn("a listener of {} failed and looks again by itself", ring.bell(), trouble);
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_AFTER_FAILURE_MILLIS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
