package org.tongqu.hub.platform;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.JMSException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.tongqu.hub.HandClock;
import org.tongqu.hub.HubTest;
import org.tongqu.hub.Sowing;

/** On a broker of its own; what the running hub's store says of its own broker is put back after. */
@DisplayName(
        "Two hubs look whether the broker is still the one that holds their queues, and one of them falls asleep over it")
@Tag("S4-02")
class BrokerWatchTest extends HubTest {
    @Autowired
    ApplicationContext hub;

    @TempDir
    Path folder;

    private final HandClock clock =
            new HandClock(Instant.parse("2061-01-01T04:00:00Z").plus(Duration.ofDays(Sowing.number())));
    private final List<String> saidLost = new ArrayList<>();
    private Optional<String> before = Optional.empty();
    private Home brokersHome;
    private EmbeddedBroker broker;
    private SleepyWall sleepy;

    @BeforeEach
    @SuppressWarnings("NullAway")
    void anotherBroker() {
        before = mark();
        brokersHome = Home.open(folder, new SecureRandom());
        broker = EmbeddedBroker.start(brokersHome, "127.0.0.1", 0);
        sleepy = new SleepyWall(jdbc, hub.getBean(PlatformTransactionManager.class));
    }

    @AfterEach
    void asItWas() {
        before.ifPresent(mark ->
                wall.run(Scope.WORKER, () -> hub.getBean(BrokerMarkStore.class).keep(mark, Instant.now())));
        broker.close();
        brokersHome.close();
    }

    @Test
    @DisplayName("a woken zombie does not say a second time that the queues are lost")
    void saidOnce() throws Exception {
        sleepy.sleepBefore(1, this::anotherLooks);

        look("asleep", sleepy);

        assertThat(saidLost).containsExactly("awake");
    }

    @Test
    @DisplayName(
            "a woken zombie lays no old mark over the new one, so that the next look finds the broker as it should be")
    void noOldMark() throws Exception {
        sleepy.sleepBefore(2, this::anotherLooks);

        look("asleep", sleepy);
        look("third", wall);

        assertThat(saidLost).as("the sleeper's word came first and stood").containsExactly("asleep", "awake");
    }

    private void anotherLooks() {
        clock.pass(Duration.ofHours(1));
        try {
            look("awake", wall);
        } catch (JMSException away) {
            throw new IllegalStateException(away);
        }
    }

    private void look(String name, Wall through) throws JMSException {
        try (ActiveMQConnectionFactory lines = new ActiveMQConnectionFactory(
                        broker.broker().url(),
                        broker.broker().user(),
                        broker.broker().password());
                BrokerWatch watch = new BrokerWatch(
                        lines,
                        hub.getBean(BrokerMarkStore.class),
                        through,
                        event -> saidLost.add(name),
                        new Ids(clock, new Random(name.hashCode())),
                        clock,
                        JobsOfAHub.of(hub, name, clock))) {
            watch.look();
        }
    }

    private Optional<String> mark() {
        return wall.read(Scope.WORKER, hub.getBean(BrokerMarkStore.class)::mark);
    }
}
