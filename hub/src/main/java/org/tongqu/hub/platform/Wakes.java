package org.tongqu.hub.platform;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

/** NOTIFY as a door bell: a ring after a commit wakes workers in every hub; a lost ring is made good by their slow poll. */
public final class Wakes implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Wakes.class);
    private static final String CHANNEL = "tongqu";
    private static final int LISTEN_MILLIS = 500;
    private static final long PAUSE_AFTER_FAILURE_MILLIS = 500;

    private final Map<String, List<Consumer<String>>> listeners = new ConcurrentHashMap<>();
    private final JdbcClient jdbc;
    private final String url;
    private final String user;
    private final String password;
    private volatile boolean running;

    public Wakes(JdbcClient jdbc, String url, String user, String password) {
        this.jdbc = jdbc;
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /** Rings when the surrounding transaction commits. */
    public void ring(String bell, String detail) {
        jdbc.sql("select pg_notify(:channel, :text)")
                .param("channel", CHANNEL)
                .param("text", bell + " " + detail)
                .query()
                .singleRow();
    }

    public void on(String bell, Consumer<String> listener) {
        listeners.computeIfAbsent(bell, b -> new CopyOnWriteArrayList<>()).add(listener);
    }

    @Override
    public void start() {
        running = true;
        Thread.ofPlatform().name("wakes").daemon(true).start(this::listenForEver);
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
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
            for (PGNotification ring : wire.getNotifications(LISTEN_MILLIS)) {
                hear(ring.getParameter());
            }
        }
    }

    private void hear(String text) {
        int space = text.indexOf(' ');
        for (Consumer<String> listener : listeners.getOrDefault(text.substring(0, space), List.of())) {
            listener.accept(text.substring(space + 1));
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
