package org.tongqu.connectors.jms;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.LineCarrier;
import org.tongqu.connectors.canon.Refusal;

/**
 * A branch's line over its queues: a call goes in, the answer is the receipt with the call's own word. A call nobody took within twice the deadline is dropped by the
 * broker, since the same will have been told again; an answer to a call long given up is thrown away.
 */
public final class QueueLine implements LineCarrier {
    private static final String KIND = "UPLINK";

    /** Tells our own answers from those to other letters of the branch. */
    private static final String OURS = "uplink-";

    private final ConnectionFactory broker;
    private final String branch;
    private final String key;
    private final Supplier<String> ids;
    private final Duration deadline;
    private final ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor();
    private @Nullable Connection line;

    /** @param ids words never used twice */
    public QueueLine(ConnectionFactory broker, String branch, String key, Supplier<String> ids, Duration deadline) {
        this.broker = broker;
        this.branch = branch;
        this.key = key;
        this.ids = ids;
        this.deadline = deadline;
    }

    @Override
    public String name() {
        return "JMS";
    }

    @Override
    public Word call(byte[] call) {
        Future<Word> exchange = hands.submit(() -> exchange(call));
        try {
            return exchange.get(deadline.multipliedBy(2).toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return cut();
        } catch (ExecutionException e) {
            return cut();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return cut();
        } finally {
            exchange.cancel(true);
        }
    }

    /** Also where the broker does not know the key: it may only not have been told yet, and the other carrier will say. */
    private Word cut() {
        hangUp();
        return new Word.Cut(
                new Refusal(
                        "",
                        "LINE_CUT",
                        "消息代理连不上或没有及时答复,改走 REST,稍后再试",
                        "the broker cannot be reached or did not answer in time; REST is taken, and the broker tried again later"));
    }

    private Word exchange(byte[] call) throws JMSException {
        String word = OURS + ids.get();
        try (Session session = line().createSession(Session.AUTO_ACKNOWLEDGE);
                MessageConsumer answers = session.createConsumer(
                        session.createQueue(Queues.receipts(branch)), "JMSCorrelationID LIKE '" + OURS + "%'")) {
            send(session, call, word);
            return answer(answers, word);
        }
    }

    private void send(Session session, byte[] call, String word) throws JMSException {
        TextMessage message = session.createTextMessage(new String(call, StandardCharsets.UTF_8));
        message.setStringProperty(Letter.KIND, KIND);
        message.setJMSCorrelationID(word);
        try (MessageProducer producer = session.createProducer(session.createQueue(Queues.in(branch)))) {
            producer.setDeliveryMode(DeliveryMode.PERSISTENT);
            producer.setTimeToLive(deadline.multipliedBy(2).toMillis());
            producer.send(message);
        }
    }

    private Word answer(MessageConsumer answers, String word) throws JMSException {
        for (Message each = answers.receive(deadline.toMillis());
                each != null;
                each = answers.receive(deadline.toMillis())) {
            if (word.equals(each.getJMSCorrelationID()) && each instanceof TextMessage text) {
                String json = text.getText();
                return new Word.Said((json == null ? "" : json).getBytes(StandardCharsets.UTF_8));
            }
        }
        return cut();
    }

    private synchronized Connection line() throws JMSException {
        Connection open = line;
        if (open == null) {
            open = broker.createConnection(branch, key);
            open.start();
            line = open;
        }
        return open;
    }

    /** A line on which something went wrong is not used again; saying goodbye on it may take long. */
    private synchronized void hangUp() {
        Connection old = line;
        line = null;
        if (old != null) {
            hands.execute(() -> close(old));
        }
    }

    private static void close(Connection old) {
        try {
            old.close();
        } catch (JMSException goneAnyway) {
            return;
        }
    }

    @Override
    public void close() {
        hangUp();
        hands.shutdown();
    }
}
