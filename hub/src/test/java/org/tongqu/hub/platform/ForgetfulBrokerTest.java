package org.tongqu.hub.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongqu.connectors.jms.Queues;

@DisplayName("A broker that would forget what it has acknowledged")
class ForgetfulBrokerTest {
    @TempDir
    Path folder;

    @ParameterizedTest(name = "brokerconfig.{0}=false")
    @DisplayName("is not started inside the hub, whatever the JVM was told")
    @ValueSource(
            strings = {"journalDatasync", "journalSyncTransactional", "journalSyncNonTransactional", "largeMessageSync"
            })
    void theEmbeddedOne(String setting) {
        System.setProperty("brokerconfig." + setting, "false");
        try (Home home = Home.open(folder, new SecureRandom())) {
            assertThatThrownBy(() -> EmbeddedBroker.start(home, "127.0.0.1", 0))
                    .isInstanceOfSatisfying(
                            StartRefused.class, no -> assertThat(no.zh()).contains("断电会丢失"))
                    .hasMessageContaining("= false: a power cut would lose letters");
        } finally {
            System.clearProperty("brokerconfig." + setting);
        }
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("is not trusted where it is somebody else's and says so when asked")
    @ValueSource(strings = {"persistence-enabled", "journal-sync-transactional", "journal-sync-non-transactional"})
    void somebodyElses(String setting) throws Exception {
        String url = "tcp://127.0.0.1:" + Ports.freeFor(folder.toString());
        EmbeddedActiveMQ server = new EmbeddedActiveMQ();
        server.setConfiguration(careless(setting).addAcceptorConfiguration("hub", url));
        server.start();
        try {
            assertThatThrownBy(() -> OutsideBroker.check(new Broker(url, "", "")))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining(setting + " = false");
        } finally {
            server.stop();
        }
    }

    private ConfigurationImpl careless(String setting) {
        ConfigurationImpl careless = new ConfigurationImpl();
        careless.setSecurityEnabled(false)
                .setJMXManagementEnabled(false)
                .setPersistenceEnabled(!setting.startsWith("persistence"))
                .setJournalSyncTransactional(!setting.endsWith("-sync-transactional"))
                .setJournalSyncNonTransactional(!setting.endsWith("-non-transactional"))
                .setJournalDirectory(folder + "/journal")
                .setBindingsDirectory(folder + "/bindings")
                .setLargeMessagesDirectory(folder + "/large")
                .setPagingDirectory(folder + "/paging");
        return careless;
    }

    @Nested
    @DisplayName("or a queue that would, on a broker that would not,")
    class AQueue {
        private Home home;
        private EmbeddedBroker server;
        private PartnerQueues queues;

        /** Whether it is still the same broker is not looked at here. */
        @BeforeEach
        @SuppressWarnings("NullAway")
        void start() {
            home = Home.open(folder, new SecureRandom());
            server = EmbeddedBroker.start(home, "127.0.0.1", 0);
            queues = new PartnerQueues(server.broker(), Optional.empty(), null);
        }

        @AfterEach
        void stop() {
            server.close();
            home.close();
        }

        @Test
        @DisplayName(
                "is refused at the start: a partner's own that is not durable, purged, a ring, of last values or never emptied")
        void aPartners() throws Exception {
            made("in", as -> as.setDurable(false), "not durable");
            made("demands", as -> as.setPurgeOnNoConsumers(true), "purge-on-no-consumers");
            made("receipts", as -> as.setRingSize(10L), "ring size");
            made("in", as -> as.setLastValue(true).setLastValueKey("kind"), "last value");
            made("in", as -> as.setNonDestructive(true), "non-destructive");
        }

        /** Each for a partner of its own, as putting up one's queues makes those that are missing. */
        private void made(String which, UnaryOperator<QueueConfiguration> as, String told) throws Exception {
            String partner = "works-" + told.replaceAll("\\W", "-");
            String name = "tongqu." + which + "." + partner;
            make(name, as);
            assertThatThrownBy(() -> queues.refuseForgetful(List.of("other", partner)))
                    .isInstanceOfSatisfying(
                            StartRefused.class, no -> assertThat(no.zh()).contains("队列 " + name))
                    .hasMessageContaining(name + " is ")
                    .hasMessageContaining(told);
            assertThatThrownBy(() -> queues.putUp(partner))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(told);
        }

        @Test
        @DisplayName("is refused at the start where it is one of the hub's own two")
        void oursOwn() throws Exception {
            make(Queues.PARKED, as -> as.setDurable(false));
            assertThatThrownBy(() -> OutsideBroker.check(server.broker()))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("tongqu.parked is not durable");
        }

        @Test
        @DisplayName("and plain durable queues on a flushing broker are trusted, whoever made them")
        void plainOnes() {
            queues.putUp("works");
            assertThatCode(() -> queues.refuseForgetful(List.of("works", "nobody-yet")))
                    .doesNotThrowAnyException();
            assertThatCode(() -> OutsideBroker.check(server.broker())).doesNotThrowAnyException();
        }

        private void make(String name, UnaryOperator<QueueConfiguration> as) throws Exception {
            BrokerTalk.hold(
                    server.broker(),
                    session -> session.createQueue(
                            as.apply(QueueConfiguration.of(name).setRoutingType(RoutingType.ANYCAST))));
        }
    }
}
