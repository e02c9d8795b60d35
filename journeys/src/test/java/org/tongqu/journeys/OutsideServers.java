package org.tongqu.journeys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tongqu.hub.platform.Broker;
import org.tongqu.hub.platform.Database;
import org.tongqu.hub.platform.EmbeddedBroker;
import org.tongqu.hub.platform.EmbeddedPostgres;
import org.tongqu.hub.platform.Home;

/** PostgreSQL and Artemis as somebody else's servers: they run in a process that knows nothing of the hub that uses them. */
final class OutsideServers implements AutoCloseable {
    private static final String TOLD = "TONGQU_";

    private final Path home = Product.freshFolder("outside-servers");
    private final Process process;
    private final Said said;

    OutsideServers() {
        List<String> line = Product.java("256m");
        line.addAll(
                List.of("-cp", System.getProperty("java.class.path"), OutsideServers.class.getName(), home.toString()));
        process = Product.started(new ProcessBuilder(line).redirectErrorStream(true));
        said = new Said(process);
        said.line("servers are up", Duration.ofMinutes(2));
    }

    /** What a person would set for a hub that uses them. */
    Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        said.toString().lines().filter(line -> line.startsWith(TOLD)).forEach(line -> {
            int sign = line.indexOf('=');
            settings.put(line.substring(0, sign), line.substring(sign + 1));
        });
        return settings;
    }

    /** The same with the superuser as application role, which no wall holds. */
    Map<String, String> settingsOfACarelessPerson() throws IOException {
        Map<String, String> settings = settings();
        settings.put("TONGQU_DB_USER", "postgres");
        settings.put("TONGQU_DB_PASSWORD", Files.readString(home.resolve("secrets/db-superuser")));
        return settings;
    }

    @Override
    public void close() {
        process.destroy();
    }

    public static void main(String[] arguments) throws InterruptedException {
        try (Home home = Home.open(Path.of(arguments[0]), new SecureRandom());
                EmbeddedPostgres postgres = EmbeddedPostgres.start(home);
                EmbeddedBroker artemis = EmbeddedBroker.start(home, "127.0.0.1", 0)) {
            tell(postgres.database());
            tell(artemis.broker());
            System.out.println("servers are up");
            Thread.sleep(Long.MAX_VALUE);
        }
    }

    private static void tell(Database database) {
        System.out.println("TONGQU_DB_URL=" + database.url());
        System.out.println("TONGQU_DB_USER=" + database.appUser());
        System.out.println("TONGQU_DB_PASSWORD=" + database.appPassword());
        System.out.println("TONGQU_DB_OWNER_USER=" + database.ownerUser());
        System.out.println("TONGQU_DB_OWNER_PASSWORD=" + database.ownerPassword());
    }

    private static void tell(Broker broker) {
        System.out.println("TONGQU_BROKER_URL=" + broker.url());
        System.out.println("TONGQU_BROKER_USER=" + broker.user());
        System.out.println("TONGQU_BROKER_PASSWORD=" + broker.password());
    }
}
