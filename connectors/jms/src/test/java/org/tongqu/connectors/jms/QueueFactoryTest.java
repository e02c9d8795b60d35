package org.tongqu.connectors.jms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tongqu.connectors.canon.CustomerSaid;
import org.tongqu.connectors.canon.Delivery;
import org.tongqu.connectors.canon.DemandWord.Asked;
import org.tongqu.connectors.canon.Fault;
import org.tongqu.connectors.canon.Parcel;

@DisplayName("A demand laid into a factory's queue")
class QueueFactoryTest {
    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final EmbeddedActiveMQ BROKER = new EmbeddedActiveMQ();

    @BeforeAll
    static void start() throws Exception {
        BROKER.setConfiguration(new ConfigurationImpl()
                .setPersistenceEnabled(false)
                .setSecurityEnabled(false)
                .setJMXManagementEnabled(false)
                .addAcceptorConfiguration("vm", "vm://0"));
        BROKER.start();
    }

    @AfterAll
    static void stop() throws Exception {
        BROKER.stop();
    }

    @Test
    @DisplayName("lies there durable, once, however often the same parcel is carried")
    void once() throws JMSException {
        try (var broker = new ActiveMQConnectionFactory("vm://0");
                QueueFactory factory = factory(broker, "factory-once", DEADLINE)) {
            assertThat(factory.deliver(parcel("p1"))).isEqualTo(new Delivery.Taken(null));
            assertThat(factory.deliver(parcel("p1"))).isEqualTo(new Delivery.Taken(null));
            assertThat(factory.deliver(parcel("p2"))).isEqualTo(new Delivery.Taken(null));

            try (JMSContext line = broker.createContext();
                    var demands = line.createConsumer(line.createQueue("tongqu.demands.factory-once"))) {
                TextMessage first = (TextMessage) demands.receive(5_000);
                assertThat(first.getText()).isEqualTo("demand D-p1");
                assertThat(first.getStringProperty("kind")).isEqualTo("DEMAND");
                assertThat(first.getStringProperty("idempotencyKey")).isEqualTo("p1");
                assertThat(first.getJMSDeliveryMode()).isEqualTo(DeliveryMode.PERSISTENT);
                assertThat(((TextMessage) demands.receive(5_000)).getText()).isEqualTo("demand D-p2");
                assertThat(demands.receiveNoWait()).isNull();
            }
        }
    }

    @Test
    @DisplayName("waits for another try where no broker is")
    void away() {
        try (var broker = new ActiveMQConnectionFactory("tcp://127.0.0.1:1");
                QueueFactory factory = factory(broker, "factory-away", DEADLINE)) {
            assertThat(factory.deliver(parcel("a1"))).isInstanceOfSatisfying(Delivery.Failed.class, failed -> {
                assertThat(failed.fault()).isEqualTo(Fault.HUB);
                assertThat(failed.reason()).contains("the broker is not available");
            });
        }
    }

    @Test
    @DisplayName(
            "fails within its deadline at a broker that listens and says nothing, and no further parcel waits behind it")
    void silent() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
                var broker = new ActiveMQConnectionFactory("tcp://127.0.0.1:" + silent.getLocalPort());
                QueueFactory factory = factory(broker, "factory-silent", Duration.ofMillis(300))) {
            long began = System.nanoTime();

            assertThat(factory.deliver(parcel("s1"))).isInstanceOf(Delivery.Failed.class);
            assertThat(factory.deliver(parcel("s2"))).isInstanceOf(Delivery.Failed.class);

            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
        }
    }

    private static QueueFactory factory(ConnectionFactory broker, String partner, Duration deadline) {
        return new QueueFactory(broker, partner, asked -> ("demand " + asked.demandId()).getBytes(UTF_8), deadline);
    }

    private static Parcel parcel(String id) {
        OffsetDateTime now = OffsetDateTime.parse("2026-03-02T09:31:00+08:00");
        CustomerSaid customer = new CustomerSaid("沈阳第一机床厂", null, null, null, null, null);
        Asked asked =
                new Asked("D-" + id, "N", "N-1", "A", "锅炉", null, null, null, customer, List.of(), now, now, null);
        return new Parcel(id, "factory", new Parcel.Load.Demand(asked), 1, 1);
    }
}
