package org.tongqu.demo.line;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.time.Duration;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.jspecify.annotations.Nullable;

/** By JMS on the group's Artemis: one queue to say, one to hear what became of it, one to be asked; a line that breaks is taken up again. */
public final class QueueWire implements Wire {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final String partner;
    private final ActiveMQConnectionFactory broker;
    private @Nullable JMSContext speaking;
    private @Nullable JMSConsumer receipts;
    private volatile @Nullable Thread reader;

    /** @param password of the partner at the broker, or its key */
    public QueueWire(String broker, String partner, String password) {
        this.partner = partner;
        this.broker = new ActiveMQConnectionFactory(broker, partner, password);
    }

    @Override
    public synchronized Heard say(Subject subject, JsonNode words) {
        try {
            JMSContext line = line();
            TextMessage message = line.createTextMessage(words.toString());
            message.setStringProperty("kind", subject.name());
            line.createProducer().send(line.createQueue("tongqu.in." + partner), message);
            return receipt(message.getJMSMessageID());
        } catch (JMSException | JMSRuntimeException broken) {
            hangUp();
            return new Heard.NotNow(String.valueOf(broken.getMessage()));
        }
    }

    private JMSContext line() {
        JMSContext open = speaking;
        if (open == null) {
            open = broker.createContext();
            receipts = open.createConsumer(open.createQueue("tongqu.receipts." + partner));
            speaking = open;
        }
        return open;
    }

    /** Receipts of what an earlier run said are passed over. */
    private Heard receipt(String messageId) throws JMSException {
        JMSConsumer waiting = receipts;
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (waiting != null && System.nanoTime() < end) {
            Message answer = waiting.receive(PATIENCE.toMillis());
            if (answer instanceof TextMessage text && messageId.equals(text.getJMSCorrelationID())) {
                return understood(text.getText());
            }
        }
        return new Heard.NotNow("no receipt");
    }

    private static Heard understood(String text) {
        JsonNode reply = Json.lenient(text);
        JsonNode receipt = reply.path("receipts").path(0);
        boolean kept = receipt.has("status") && !receipt.path("status").asText().equals("REFUSED");
        return kept ? new Heard.Kept(202, reply) : new Heard.Refused(422, reply);
    }

    private synchronized void hangUp() {
        JMSContext broken = speaking;
        speaking = null;
        receipts = null;
        if (broken != null) {
            close(broken);
        }
    }

    private static void close(JMSContext broken) {
        try {
            broken.close();
        } catch (JMSRuntimeException goneAnyway) {
            return;
        }
    }

    @Override
    public Kind kind() {
        return Kind.JMS;
    }

    @Override
    public void bring(Taker taker) {
        reader = Thread.ofVirtual().name(partner + "-reader").start(() -> readOn(taker));
    }

    private void readOn(Taker taker) {
        try {
            while (true) {
                read(taker);
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    /** Until the line breaks, or a demand is not taken: then the broker keeps it for the next try. */
    private void read(Taker taker) {
        try (JMSContext line = broker.createContext(JMSContext.CLIENT_ACKNOWLEDGE);
                JMSConsumer demands = line.createConsumer(line.createQueue("tongqu.demands." + partner))) {
            boolean taken = true;
            while (taken && !Thread.currentThread().isInterrupted()) {
                Message demand = demands.receive(PAUSE.toMillis());
                if (demand != null) {
                    taken = taken(demand, taker);
                }
            }
        } catch (JMSException | JMSRuntimeException broken) {
            return;
        }
    }

    private static boolean taken(Message demand, Taker taker) throws JMSException {
        JsonNode asked = demand instanceof TextMessage text ? asked(text.getText()) : null;
        String key = demand.getStringProperty("idempotencyKey");
        boolean taken = asked == null || key == null || taker.take(key, asked);
        if (taken) {
            demand.acknowledge();
        }
        return taken;
    }

    private static @Nullable JsonNode asked(String text) {
        try {
            return Json.read(text);
        } catch (JsonProcessingException garbage) {
            return null;
        }
    }

    @Override
    public void close() {
        Thread running = reader;
        if (running != null) {
            running.interrupt();
        }
        hangUp();
        broker.close();
    }
}
