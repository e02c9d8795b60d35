package org.tongqu.hub.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSContext;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** A JVM of its own that holds a home and works in it, made to be killed: what it says on its standard output has happened. */
final class HubOfItsOwn implements AutoCloseable {
    private static final String MARK = "> ";
    private static final String END = "";

    private final Process process;
    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
    private String last = END;

    HubOfItsOwn(Path home, String task) throws IOException {
        process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-Dtongqu.postgres.programs=" + System.getProperty("tongqu.postgres.programs", home + "/pg"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        HubOfItsOwn.class.getName(),
                        home.toString(),
                        task))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Thread.ofVirtual().start(this::listen);
    }

    long pid() {
        return process.pid();
    }

    /** The next thing it says; waits up to a minute. */
    String says() throws InterruptedException {
        String line = said.poll(60, TimeUnit.SECONDS);
        if (line == null || line.equals(END)) {
            throw new AssertionError("The other JVM says no more; alive: " + process.isAlive());
        }
        last = line;
        return line;
    }

    /** The last thing it said before it ended. */
    String lastWords() throws InterruptedException {
        for (String more = said.take(); !more.equals(END); more = said.take()) {
            last = more;
        }
        return last;
    }

    /** As the kernel does when memory runs out: no hook, no finally. */
    void kill9() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private void listen() {
        try (BufferedReader lines = process.inputReader(UTF_8)) {
            lines.lines()
                    .filter(line -> line.startsWith(MARK))
                    .forEach(line -> said.add(line.substring(MARK.length())));
        } catch (IOException | UncheckedIOException e) {
            // closed under our hands by the kill: what was said before has been heard
        } finally {
            said.add(END);
        }
    }

    public static void main(String[] arguments) throws Exception {
        Settings settings = Settings.of(Map.of("TONGQU_HOME", arguments[0]), false);
        try (Servers servers = Servers.start(settings)) {
            switch (arguments[1]) {
                case "write" -> writeRowsForEver(servers.database());
                case "send" -> sendMessagesForEver(servers.broker());
                default -> {
                    say("holding");
                    say(servers.broker().url());
                    Thread.sleep(Long.MAX_VALUE);
                }
            }
        }
    }

    private static void writeRowsForEver(Database database) throws SQLException {
        try (Connection connection = asOwner(database);
                Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists public.kept (n bigint primary key)");
            for (int query = 0; query < 3; query++) {
                Thread.ofPlatform().daemon().start(() -> queryForLong(database));
            }
            for (long n = 1; ; n++) {
                statement.execute("insert into public.kept values (" + n + ")");
                say(Long.toString(n));
            }
        }
    }

    /** Backends in the middle of a query notice the death of their server late or not at all. */
    private static void queryForLong(Database database) {
        try (Connection connection = asOwner(database);
                Statement statement = connection.createStatement()) {
            statement.execute("select count(*) from generate_series(1, 4000000000) a");
        } catch (SQLException e) {
            System.err.println("long query: " + e.getMessage());
        }
    }

    private static void say(String words) {
        System.out.println(MARK + words);
    }

    static Connection asOwner(Database database) throws SQLException {
        return DriverManager.getConnection(database.url(), database.ownerUser(), database.ownerPassword());
    }

    private static void sendMessagesForEver(Broker broker) {
        try (var factory = new ActiveMQConnectionFactory(broker.url(), broker.user(), broker.password());
                JMSContext context = factory.createContext()) {
            var producer = context.createProducer().setDeliveryMode(DeliveryMode.PERSISTENT);
            for (int n = 1; ; n++) {
                producer.send(context.createQueue("branch.ne"), "visit " + n);
                say(Long.toString(n));
            }
        }
    }
}
