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
        try (Servers servers = Servers.start(settings(Map.of()))) {
            assertThat(RunningHub.databaseOf(settings(Map.of()))).contains(servers.database());
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(note)))
                    .isEqualTo("rw-------");
            assertThat(Files.readString(note)).doesNotContain(servers.database().appPassword());
        }
        assertThat(note).doesNotExist();
        assertThat(RunningHub.databaseOf(settings(Map.of()))).isEmpty();
    }

    @Test
    void outside_servers_are_used_where_they_are_named(@TempDir Path elsewhere) throws Exception {
        try (HubOfItsOwn outside = new HubOfItsOwn(elsewhere, "hold")) {
            assertThat(outside.says()).isEqualTo("holding");
            Database theirs = RunningHub.databaseOf(Settings.of(Map.of("TONGQU_HOME", elsewhere.toString()), false))
                    .orElseThrow();
            Broker broker = new Broker(
                    "tcp://127.0.0.1:" + Ports.freeFor("nobody"), "tongqu", Home.passwordIn(elsewhere, "broker"));
            Map<String, String> named = new HashMap<>(Map.of(
                    "TONGQU_DB_URL", theirs.url(),
                    "TONGQU_DB_USER", theirs.appUser(),
                    "TONGQU_DB_PASSWORD", theirs.appPassword(),
                    "TONGQU_DB_OWNER_USER", theirs.ownerUser(),
                    "TONGQU_DB_OWNER_PASSWORD", theirs.ownerPassword()));

            try (Servers servers = Servers.start(settings(named))) {
                assertThat(servers.database()).isEqualTo(theirs);
                assertThat(folder.resolve("pg/data")).doesNotExist();
            }

            named.put("TONGQU_BROKER_URL", broker.url());
            assertThatThrownBy(() -> Servers.start(settings(named)))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("cannot be reached");
        }
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
