package org.tongqu.connectors.jms;

import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Writes to a partner in the session that took its letter, so that letter and answer are one transaction of the broker. */
public final class Replies {
    private static final String AMQP_ID = "NATIVE_MESSAGE_ID";

    private Replies() {}

    /** One answer, durable, under the sender's own correlation id or else its message id. */
    public static void answer(Session session, Message letter, String partner, byte[] json) throws JMSException {
        TextMessage answer = session.createTextMessage(new String(json, StandardCharsets.UTF_8));
        answer.setJMSCorrelationID(correlation(letter));
        answer.setStringProperty(Letter.KIND, "RECEIPT");
        send(session, Queues.receipts(partner), answer);
    }

    static void send(Session session, String queue, Message message) throws JMSException {
        try (MessageProducer producer = session.createProducer(session.createQueue(queue))) {
            producer.setDeliveryMode(DeliveryMode.PERSISTENT);
            producer.send(message);
        }
    }

    /** What came by AMQP has an id of its sender's making, which the broker keeps beside its own. */
    static @Nullable String correlation(Message letter) throws JMSException {
        String own = letter.getJMSCorrelationID();
        String amqp = own == null ? letter.getStringProperty(AMQP_ID) : own;
        return amqp == null ? letter.getJMSMessageID() : amqp;
    }
}
