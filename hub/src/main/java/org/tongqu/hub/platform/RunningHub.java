package org.tongqu.hub.platform;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * The note by which other tools find a running hub's store: {@code run/hub.properties} (0600, no password in it), there
 * exactly while a hub holds the home; after a kill its process id tells that it is stale. Beside it {@code run/broker.json} tells partners' programs
 * on this machine where the queues are.
 */
public final class RunningHub implements AutoCloseable {
    private final Path note;
    private final Path queues;

    private RunningHub(Path note, Path queues) {
        this.note = note;
        this.queues = queues;
    }

    /** Writes the notes; closing takes them away. */
    static RunningHub announce(Home home, Settings settings, Database database, Broker broker) {
        Properties facts = new Properties();
        facts.setProperty("pid", Long.toString(ProcessHandle.current().pid()));
        facts.setProperty("port", Integer.toString(settings.port()));
        facts.setProperty("url", database.url());
        facts.setProperty("user", database.appUser());
        facts.setProperty("ownerUser", database.ownerUser());
        facts.setProperty("embedded", Boolean.toString(settings.database() == null));
        StringWriter text = new StringWriter();
        try {
            facts.store(text, null);
            Path note = home.run().resolve("hub.properties");
            Path queues = home.run().resolve("broker.json");
            Folders.writePrivate(note, text.toString().getBytes(StandardCharsets.ISO_8859_1));
            Folders.writePrivate(queues, whereQueuesAre(broker).getBytes(StandardCharsets.UTF_8));
            return new RunningHub(note, queues);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String whereQueuesAre(Broker broker) {
        return "{\"url\":\"%s\",\"amqp\":\"%s\"}%n"
                .formatted(broker.url(), broker.url().replaceFirst("^tcp:", "amqp:"));
    }

    /**
     * The store of the hub that runs on this home; an outside database comes from the settings, as its passwords are not kept.
     *
     * @return empty when no hub runs here
     */
    public static Optional<Database> databaseOf(Settings settings) {
        Database outside = settings.database();
        if (outside != null) {
            return Optional.of(outside);
        }
        Path root = settings.home();
        try (InputStream file = Files.newInputStream(root.resolve("run/hub.properties"))) {
            Properties facts = new Properties();
            facts.load(file);
            boolean alive = ProcessHandle.of(Long.parseLong(fact(facts, "pid")))
                    .map(ProcessHandle::isAlive)
                    .orElse(false);
            return alive && Boolean.parseBoolean(fact(facts, "embedded"))
                    ? Optional.of(embedded(root, facts))
                    : Optional.empty();
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Database embedded(Path root, Properties facts) throws IOException {
        return new Database(
                fact(facts, "url"),
                fact(facts, "ownerUser"),
                Home.passwordIn(root, "db-owner"),
                fact(facts, "user"),
                Home.passwordIn(root, "db-app"));
    }

    private static String fact(Properties facts, String name) {
        return requireNonNull(facts.getProperty(name), name);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(note);
        Files.deleteIfExists(queues);
    }
}
