package org.tongqu.hub;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Function;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.jspecify.annotations.Nullable;

/** A partner at its own queues with nothing but a JMS client, its code and its key. */
public final class QueuePartner implements AutoCloseable {
    /** A machine whose disk rests for half a minute is slow, not wrong. */
    private static final long PATIENCE_MS = 120_000;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String code;
    private final ActiveMQConnectionFactory factory;
    private final JMSContext line;
    private final JMSConsumer receipts;

    public QueuePartner(String url, String code, String key) {
        this.code = code;
        this.factory = new ActiveMQConnectionFactory(url, code, key);
        this.line = factory.createContext();
        this.receipts = line.createConsumer(line.createQueue("tongqu.receipts." + code));
    }

    /** Connected as soon as the partner's queues are there. */
    static QueuePartner connected(String url, String code, String key) {
        return await().atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .until(() -> new QueuePartner(url, code, key), connected -> true);
    }

    JMSContext line() {
        return line;
    }

    /** Sends a text and waits for the answer to it. */
    JsonNode say(String kind, String json) {
        return say(session -> {
            TextMessage message = session.createTextMessage(json);
            message.setStringProperty("kind", kind);
            return message;
        });
    }

    JsonNode sayInBytes(@Nullable String kind, byte[] body) {
        return say(session -> {
            BytesMessage message = session.createBytesMessage();
            message.writeBytes(body);
            if (kind != null) {
                message.setStringProperty("kind", kind);
            }
            return message;
        });
    }

    JsonNode say(Writing writing) {
        return answerTo(send(writing));
    }

    /** The id of the message sent. */
    String send(Writing writing) {
        try {
            Message message = writing.write(line);
            line.createProducer().send(line.createQueue("tongqu.in." + code), message);
            return message.getJMSMessageID();
        } catch (JMSException e) {
            throw new AssertionError(e);
        }
    }

    JsonNode answerTo(String messageId) {
        TextMessage answer = nextReceipt();
        try {
            if (!messageId.equals(answer.getJMSCorrelationID())) {
                throw new AssertionError("an answer to " + answer.getJMSCorrelationID() + " where one to " + messageId
                        + " was awaited: " + answer.getText());
            }
            return JSON.readTree(answer.getText());
        } catch (JMSException | IOException e) {
            throw new AssertionError(e);
        }
    }

    TextMessage nextReceipt() {
        Message answer = receipts.receive(PATIENCE_MS);
        if (answer == null) {
            throw new AssertionError("no receipt within " + PATIENCE_MS + " ms");
        }
        return (TextMessage) answer;
    }

    /** Whether no further receipt lies there. */
    boolean heardAll() {
        return receipts.receive(500) == null;
    }

    <T> T withDemands(Function<JMSConsumer, T> reading) {
        try (JMSConsumer demands = line.createConsumer(line.createQueue("tongqu.demands." + code))) {
            return reading.apply(demands);
        }
    }

    @Override
    public void close() {
        line.close();
        factory.close();
    }

    /** Writes one message. */
    @FunctionalInterface
    interface Writing {
        Message write(JMSContext line) throws JMSException;
    }
}
