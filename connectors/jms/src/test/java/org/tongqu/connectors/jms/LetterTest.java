package org.tongqu.connectors.jms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.Set;
import java.util.function.Function;
import javax.security.auth.Subject;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager5;
import org.apache.activemq.artemis.spi.core.security.jaas.UserPrincipal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The broker here lets everybody write everywhere and takes any size, as an outside one may be set to. */
@DisplayName("A letter")
class LetterTest {
    private static final Set<String> BOILER = Set.of("factory-boiler", "hub");
    private static final EmbeddedActiveMQ BROKER = new EmbeddedActiveMQ();

    @BeforeAll
    static void start() throws Exception {
        BROKER.setConfiguration(new ConfigurationImpl()
                .setPersistenceEnabled(false)
                .setJMXManagementEnabled(false)
                .setPopulateValidatedUser(true)
                .addAcceptorConfiguration("vm", "vm://7"));
        BROKER.setSecurityManager(new OpenHouse());
        BROKER.start();
    }

    @AfterAll
    static void stop() throws Exception {
        BROKER.stop();
    }

    @Test
    @DisplayName("in the name of the queue's partner, or of the hub, is read")
    void mine() throws JMSException {
        for (String name : BOILER) {
            assertThat(sent(name, line -> line.createTextMessage("锅炉")))
                    .isInstanceOfSatisfying(
                            Letter.Open.class,
                            open -> assertThat(new String(open.body(), UTF_8)).isEqualTo("锅炉"));
        }
    }

    @Test
    @DisplayName("that another laid into the partner's queue stays unread")
    void anothers() throws JMSException {
        assertThat(code(sent("factory-crane", line -> line.createTextMessage("{}"))))
                .isEqualTo("ANOTHERS_QUEUE");
    }

    @Test
    @DisplayName(
            "is weighed in UTF-8: a third of the limit in Chinese characters is over it, though the broker let it by")
    void weighed() throws JMSException {
        String chinese = "厂".repeat(Letter.MAX_BYTES / 3);
        assertThat(sent("hub", line -> line.createTextMessage(chinese))).isInstanceOf(Letter.Open.class);
        assertThat(code(sent("hub", line -> line.createTextMessage(chinese + "厂"))))
                .isEqualTo("TOO_LARGE");
        assertThat(code(sent("hub", line -> bytes(line, Letter.MAX_BYTES + 1)))).isEqualTo("TOO_LARGE");
        assertThat(sent("hub", line -> bytes(line, Letter.MAX_BYTES))).isInstanceOf(Letter.Open.class);
    }

    private static Message bytes(JMSContext line, int size) {
        try {
            var message = line.createBytesMessage();
            message.writeBytes(new byte[size]);
            return message;
        } catch (JMSException e) {
            throw new AssertionError(e);
        }
    }

    private static String code(Letter letter) {
        return ((Letter.Sealed) letter).refusal().code();
    }

    /** What the boiler factory's inlet makes of it. */
    private static Letter sent(String name, Function<JMSContext, Message> written) throws JMSException {
        try (var broker = new ActiveMQConnectionFactory("vm://7", name, "key");
                JMSContext line = broker.createContext()) {
            var queue = line.createQueue(Queues.in("factory-boiler"));
            line.createProducer().send(queue, written.apply(line));
            try (JMSConsumer inlet = line.createConsumer(queue)) {
                return Letter.open(inlet.receive(10_000), BOILER);
            }
        }
    }

    private static final class OpenHouse implements ActiveMQSecurityManager5 {
        @Override
        public Subject authenticate(
                @Nullable String user,
                @Nullable String password,
                @Nullable RemotingConnection connection,
                @Nullable String domain) {
            Subject subject = new Subject();
            subject.getPrincipals().add(new UserPrincipal(String.valueOf(user)));
            return subject;
        }

        @Override
        public boolean authorize(Subject subject, Set<Role> roles, CheckType act, String address) {
            return true;
        }

        @Override
        public boolean validateUser(@Nullable String user, @Nullable String password) {
            return true;
        }

        @Override
        public boolean validateUserAndRole(
                @Nullable String user, @Nullable String password, Set<Role> roles, CheckType act) {
            return true;
        }
    }
}
