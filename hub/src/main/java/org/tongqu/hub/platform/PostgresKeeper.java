package org.tongqu.hub.platform;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that starts PostgreSQL and waits for its end, for as long as the JVM lives: the kernel counts this thread's
 * end as the parent's death. When the server ends unasked, it is started again on the same port.
 */
final class PostgresKeeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresKeeper.class);
    private static final Duration RETRY = Duration.ofSeconds(20);
    private static final String STARTING_UP = "57P03";

    private final PostgresFolder files;
    private final String password;
    private final CompletableFuture<Integer> firstReady = new CompletableFuture<>();
    private final Thread thread;
    private volatile boolean closing;
    private volatile @Nullable Process process;
    private volatile int port;

    private PostgresKeeper(PostgresFolder files, String password) {
        this.files = files;
        this.password = password;
        this.thread = Thread.ofPlatform().daemon().name("postgres-keeper").unstarted(this::keep);
    }

    static PostgresKeeper start(PostgresFolder files, String password) throws InterruptedException {
        PostgresKeeper keeper = new PostgresKeeper(files, password);
        keeper.thread.start();
        try {
            keeper.firstReady.get();
            return keeper;
        } catch (ExecutionException e) {
            keeper.close();
            throw e.getCause() instanceof StartRefused refused ? refused : new IllegalStateException(e.getCause());
        }
    }

    int port() {
        return port;
    }

    long pid() {
        return requireNonNull(process, "not started").pid();
    }

    private void keep() {
        try {
            boolean up = comeUp();
            if (!up) {
                firstReady.completeExceptionally(files.broken("20 s"));
                return;
            }
            firstReady.complete(port);
            while (!closing) {
                requireNonNull(process).waitFor();
                if (!closing) {
                    LOG.warn("PostgreSQL ended unasked; starting it again on port {}", port);
                    boolean back = comeUp();
                    LOG.warn(back ? "PostgreSQL is back on port {}" : "PostgreSQL is not back on port {} yet", port);
                }
            }
        } catch (IOException | InterruptedException | RuntimeException e) {
            LOG.error("PostgreSQL is no longer watched over", e);
            firstReady.completeExceptionally(e);
        }
    }

    /** Tries for 20 seconds: what is left of a killed server may need some of them to go away. */
    private boolean comeUp() throws IOException, InterruptedException {
        long end = System.nanoTime() + RETRY.toNanos();
        while (!closing && System.nanoTime() < end) {
            LeftOvers.endIn(files.folder());
            if (!firstReady.isDone()) {
                port = Ports.freeFor(files.data().toString());
            }
            Process started = files.startServer(port);
            process = started;
            if (answers(started)) {
                return true;
            }
            LOG.warn("PostgreSQL did not come up, trying again; its log is {}", files.folder());
            TimeUnit.MILLISECONDS.sleep(300);
        }
        return false;
    }

    /** True when it takes connections, false when it ended; recovery after a crash may take its time. */
    private boolean answers(Process started) throws InterruptedException {
        while (started.isAlive()) {
            if (connects()) {
                return true;
            }
            TimeUnit.MILLISECONDS.sleep(40);
        }
        return false;
    }

    private boolean connects() {
        Properties how = new Properties();
        how.putAll(java.util.Map.of(
                "user", "postgres", "password", password, "connectTimeout", "2", "socketTimeout", "5"));
        try (Connection connection =
                DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres", how)) {
            return connection.isValid(5);
        } catch (SQLException e) {
            if (!STARTING_UP.equals(e.getSQLState())) {
                LOG.debug("PostgreSQL does not answer yet: {}", e.getMessage());
            }
            return false;
        }
    }

    @Override
    public void close() {
        closing = true;
        Process running = process;
        try {
            if (running != null) {
                stop(running);
            }
            thread.join(Duration.ofSeconds(5));
            LeftOvers.endIn(files.folder());
        } catch (IOException e) {
            LOG.warn("PostgreSQL could not be stopped cleanly; the next start mends it", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Fast, then immediate, then by force: each later way only costs the next start a recovery. */
    private static void stop(Process running) throws IOException, InterruptedException {
        Signals.send(running.pid(), "INT");
        if (!running.waitFor(10, TimeUnit.SECONDS)) {
            Signals.send(running.pid(), "QUIT");
            if (!running.waitFor(5, TimeUnit.SECONDS)) {
                running.destroyForcibly().waitFor(2, TimeUnit.SECONDS);
            }
        }
    }
}
