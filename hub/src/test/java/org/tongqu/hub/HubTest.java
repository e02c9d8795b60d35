package org.tongqu.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.tongqu.hub.platform.EmbeddedBroker;
import org.tongqu.hub.platform.Servers;
import org.tongqu.hub.platform.Settings;
import org.tongqu.hub.platform.Wall;

/**
 * One hub on real PostgreSQL and a real broker, shared by all tests of a module run: every test makes up its own numbers and names,
 * so that none depends on what another left behind.
 */
@AutoConfigureObservability
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, classes = HubApplication.class)
@ContextConfiguration(initializers = HubTest.OnItsServers.class)
public abstract class HubTest {
    private static @Nullable Servers servers;

    @Autowired
    protected Wall wall;

    @Autowired
    protected JdbcClient jdbc;

    @LocalServerPort
    protected int port;

    @Value("${tongqu.home}")
    protected Path home;

    @DynamicPropertySource
    static void stand(DynamicPropertyRegistry registry) throws IOException {
        HubProperties.given(settings(), servers())
                .getSource()
                .forEach((name, value) -> registry.add(name, () -> value));
        registry.add("server.port", () -> 0);
        registry.add("tongqu.metrics.good-for", () -> "0s");
        registry.add("tongqu.outbox.longest-wait", () -> "2s");
        registry.add("tongqu.intake.look", () -> "100ms");
        registry.add("tongqu.intake.store-full-rest", () -> "3s");
    }

    /** What the hub's own start does before Spring begins. */
    static final class OnItsServers implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext starting) {
            starting.getBeanFactory().registerSingleton("embeddedBroker", embeddedBroker());
        }

        private static EmbeddedBroker embeddedBroker() {
            try {
                return servers().embeddedBroker().orElseThrow();
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }
    }

    private static Settings settings() throws IOException {
        Path home = Files.createDirectories(Path.of("target", "hub-test"))
                .resolve("home-" + ProcessHandle.current().pid());
        return Settings.of(Map.of("TONGQU_HOME", home.toString(), "TONGQU_PORT", "0"), true);
    }

    /** Started once; the JVM's end stops it after Spring's own hook has closed the context. */
    private static synchronized Servers servers() throws IOException {
        if (servers == null) {
            Servers started = Servers.start(settings());
            servers = started;
            SpringApplication.getShutdownHandlers().add(started::close);
        }
        return servers;
    }

    protected String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }
}
