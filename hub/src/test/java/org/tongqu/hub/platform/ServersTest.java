package org.tongqu.hub.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.JMSContext;
import jakarta.jms.JMSSecurityRuntimeException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Home, database and broker together. */
class ServersTest {
    @TempDir
    Path folder;

    @Test
    void a_durable_message_survives_the_kill_of_the_hub_that_held_it() throws Exception {
        int told;
        try (HubOfItsOwn hub = new HubOfItsOwn(folder, "send")) {
            while (Integer.parseInt(hub.says()) < 20) {
                // until twenty messages are acknowledged
            }
            hub.kill9();
            told = Integer.parseInt(hub.lastWords());
        }
        try (Servers servers = Servers.start(settings(Map.of()));
                var factory = factory(servers.broker(), servers.broker().password());
                JMSContext context = factory.createContext();
                var consumer = context.createConsumer(context.createQueue("branch.ne"))) {
            for (int n = 1; n <= told; n++) {
                assertThat(consumer.receiveBody(String.class, 10_000)).isEqualTo("visit " + n);
            }
        }
    }

    @Test
    void the_broker_lets_nobody_in_without_the_password_of_the_home() {
        try (Servers servers = Servers.start(settings(Map.of()));
                var factory = factory(servers.broker(), "guessed")) {
            assertThatThrownBy(() -> factory.createContext().close()).isInstanceOf(JMSSecurityRuntimeException.class);
        }
    }

    @Test
    void a_second_start_on_the_same_home_is_refused_and_told_who_holds_it() throws Exception {
        try (HubOfItsOwn hub = new HubOfItsOwn(folder, "hold")) {
            assertThat(hub.says()).isEqualTo("holding");

            assertThatThrownBy(() -> Servers.start(settings(Map.of())))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("process " + hub.pid());
        }
    }

    @Test
    void a_second_start_in_the_same_process_is_refused_and_the_first_keeps_its_lock() throws Exception {
        try (Servers first = Servers.start(settings(Map.of()))) {
            assertThatThrownBy(() -> Servers.start(settings(Map.of()))).isInstanceOf(StartRefused.class);
            try (HubOfItsOwn other = new HubOfItsOwn(first.home().root(), "hold")) {
                assertThatThrownBy(other::says).isInstanceOf(AssertionError.class);
            }
        }
    }

    @Test
    void other_tools_find_the_store_of_the_running_hub_and_no_other() throws Exception {
        Path note = folder.resolve("run/hub.properties");
        Path queues = folder.resolve("run/broker.json");
        try (Servers servers = Servers.start(settings(Map.of()))) {
            assertThat(RunningHub.databaseOf(settings(Map.of()))).contains(servers.database());
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(note)))
                    .isEqualTo("rw-------");
            assertThat(Files.readString(note)).doesNotContain(servers.database().appPassword());
            assertThat(Files.readString(queues))
                    .contains(servers.broker().url())
                    .doesNotContain(servers.broker().password());
        }
        assertThat(note).doesNotExist();
        assertThat(queues).doesNotExist();
        assertThat(RunningHub.databaseOf(settings(Map.of()))).isEmpty();
    }

    @Test
    void outside_servers_are_used_where_they_are_named_and_nothing_is_embedded(@TempDir Path elsewhere)
            throws Exception {
        try (HubOfItsOwn outside = new HubOfItsOwn(elsewhere, "hold")) {
            Map<String, String> named = namesOf(outside, elsewhere);

            try (Servers servers = Servers.start(settings(named))) {
                assertThat(servers.database().url()).isEqualTo(named.get("TONGQU_DB_URL"));
                assertThat(servers.broker().url()).isEqualTo(named.get("TONGQU_BROKER_URL"));
                assertThat(folder.resolve("pg")).isEmptyDirectory();
                assertThat(folder.resolve("broker")).isEmptyDirectory();
            }
        }
    }

    @Test
    void an_outside_server_that_does_not_let_us_in_is_named_at_the_start(@TempDir Path elsewhere) throws Exception {
        try (HubOfItsOwn outside = new HubOfItsOwn(elsewhere, "hold")) {
            Map<String, String> named = namesOf(outside, elsewhere);

            assertRefused(
                    with(named, "TONGQU_BROKER_PASSWORD", "guessed"), "The broker " + named.get("TONGQU_BROKER_URL"));
            assertRefused(with(named, "TONGQU_BROKER_URL", "tcp://127.0.0.1:1"), "The broker tcp://127.0.0.1:1");
            assertRefused(with(named, "TONGQU_DB_PASSWORD", "guessed"), "User tongqu_app cannot reach");
            assertRefused(with(named, "TONGQU_DB_URL", "jdbc:postgresql://127.0.0.1:1/tongqu"), "cannot reach");
        }
    }

    private static Map<String, String> namesOf(HubOfItsOwn outside, Path home) throws Exception {
        assertThat(outside.says()).isEqualTo("holding");
        Database database = RunningHub.databaseOf(Settings.of(Map.of("TONGQU_HOME", home.toString()), false))
                .orElseThrow();
        return Map.of(
                "TONGQU_BROKER_URL", outside.says(),
                "TONGQU_BROKER_USER", "tongqu",
                "TONGQU_BROKER_PASSWORD", Home.passwordIn(home, "broker"),
                "TONGQU_DB_URL", database.url(),
                "TONGQU_DB_USER", database.appUser(),
                "TONGQU_DB_PASSWORD", database.appPassword(),
                "TONGQU_DB_OWNER_USER", database.ownerUser(),
                "TONGQU_DB_OWNER_PASSWORD", database.ownerPassword());
    }

    private void assertRefused(Map<String, String> environment, String told) {
        assertThatThrownBy(() -> Servers.start(settings(environment)))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(told);
    }

    private static Map<String, String> with(Map<String, String> all, String name, String value) {
        Map<String, String> changed = new HashMap<>(all);
        changed.put(name, value);
        return changed;
    }

    private Settings settings(Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("TONGQU_HOME", folder.toString());
        return Settings.of(environment, false);
    }

    private static ActiveMQConnectionFactory factory(Broker broker, String password) {
        return new ActiveMQConnectionFactory(broker.url(), broker.user(), password);
    }
}
