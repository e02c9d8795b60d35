package org.tongqu.hub.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSRuntimeException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The embedded broker whose disk is gone")
@Tag("S4-02")
class BrokerWithoutDiskTest {
    private static final String QUEUE = "tongqu.in.someone";
    private static final String FILLING = "箱".repeat(10_000);
    private static final int MORE_THAN_ITS_FILES_HOLD = 2_000;

    @TempDir
    Path folder;

    @RepeatedTest(3)
    @DisplayName("ends itself rather than lie, comes back when the disk does, and has all it had taken")
    void comesBack() throws Exception {
        try (Home home = Home.open(folder, new SecureRandom());
                EmbeddedBroker broker = EmbeddedBroker.start(home, "127.0.0.1", 0);
                ActiveMQConnectionFactory lines = lines(broker.broker())) {
            Path journal = home.broker().resolve("journal");
            Path gone = home.broker().resolve("gone");
            List<String> taken = new ArrayList<>();
            say(lines, taken);

            Files.move(journal, gone);
            Files.createFile(journal);
            assertThatThrownBy(() -> {
                        while (taken.size() < MORE_THAN_ITS_FILES_HOLD) {
                            say(lines, taken);
                        }
                    })
                    .isInstanceOf(JMSRuntimeException.class);
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(
                            () -> assertThatThrownBy(broker::comeBack).hasMessageContaining("cannot come back yet"));

            Files.delete(journal);
            Files.move(gone, journal);
            await().atMost(Duration.ofSeconds(30)).ignoreExceptions().untilAsserted(() -> {
                broker.comeBack();
                assertThat(heard(lines)).containsAll(taken);
            });
        }
    }

    private static ActiveMQConnectionFactory lines(Broker broker) {
        ActiveMQConnectionFactory lines = new ActiveMQConnectionFactory(broker.url(), broker.user(), broker.password());
        lines.setReconnectAttempts(0);
        lines.setCallTimeout(5_000);
        return lines;
    }

    private static void say(ActiveMQConnectionFactory lines, List<String> taken) {
        try (JMSContext line = lines.createContext()) {
            String name = "n" + taken.size();
            line.createProducer().setProperty("name", name).send(line.createQueue(QUEUE), FILLING);
            taken.add(name);
        }
    }

    private static List<String> heard(ActiveMQConnectionFactory lines) throws Exception {
        List<String> names = new ArrayList<>();
        try (JMSContext line = lines.createContext(JMSContext.CLIENT_ACKNOWLEDGE);
                JMSConsumer ears = line.createConsumer(line.createQueue(QUEUE))) {
            for (var next = ears.receive(2_000); next != null; next = ears.receive(500)) {
                names.add(next.getStringProperty("name"));
            }
        }
        return names;
    }
}
