package org.tongqu.connectors.jms;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
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
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.Carrier;
import org.tongqu.connectors.canon.Delivery;
import org.tongqu.connectors.canon.DemandWord.Asked;
import org.tongqu.connectors.canon.Fault;
import org.tongqu.connectors.canon.Parcel;

/**
 * Lays demands into one factory's queue. A demand is taken once the broker has it on its disk; that the factory has it is for the factory to say.
 * One deadline covers connecting, sending and the broker's word, for a broker without disk lets its senders wait for ever.
 */
public final class QueueFactory implements Carrier {
    /** Property that names the parcel, the same on every try. */
    public static final String IDEMPOTENCY_KEY = "idempotencyKey";

    /** By this Artemis drops what it has already: a hub killed between the broker's word and its own commit sends again. */
    private static final String DUPLICATE_ID = "_AMQ_DUPL_ID";

    private final ConnectionFactory broker;
    private final String partner;
    private final Function<Asked, byte[]> wording;
    private final Duration deadline;
    private final ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor();
    /** No lock: whoever waits for a broker that says nothing must not make others wait behind it. */
    private final AtomicReference<@Nullable Connection> line = new AtomicReference<>();

    /** @param wording the demand in JSON, the same as goes to a factory's REST server */
    public QueueFactory(ConnectionFactory broker, String partner, Function<Asked, byte[]> wording, Duration deadline) {
        this.broker = broker;
        this.partner = partner;
        this.wording = wording;
        this.deadline = deadline;
    }

    @Override
    public Delivery deliver(Parcel parcel) {
        return switch (parcel.load()) {
            case Parcel.Load.Demand(Asked asked) -> inTime(hands.submit(() -> lay(parcel.id(), asked)));
            case Parcel.Load.FileDone done -> failed("队列不收文件回执 / a queue takes no file receipt: " + done.name());
        };
    }

    private Delivery inTime(Future<Delivery> laying) {
        try {
            return laying.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            hangUp();
            return failed("消息代理 " + deadline.toMillis() + " 毫秒内没有确认,可能磁盘已满 / no word from the broker within "
                    + deadline.toMillis() + " ms; its disk may be full");
        } catch (ExecutionException e) {
            hangUp();
            return failed("消息代理不可用 / the broker is not available: " + e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed("停机时中断,稍后重试 / interrupted by shutdown, tried again later");
        } finally {
            laying.cancel(true);
        }
    }

    private Delivery lay(String key, Asked asked) throws JMSException {
        try (Session session = line().createSession(Session.AUTO_ACKNOWLEDGE)) {
            TextMessage demand = session.createTextMessage(new String(wording.apply(asked), StandardCharsets.UTF_8));
            demand.setStringProperty(Letter.KIND, "DEMAND");
            demand.setStringProperty(IDEMPOTENCY_KEY, key);
            demand.setStringProperty(DUPLICATE_ID, key);
            Replies.send(session, Queues.demands(partner), demand);
            return new Delivery.Taken(null);
        }
    }

    private Connection line() throws JMSException {
        Connection open = line.get();
        if (open != null) {
            return open;
        }
        Connection fresh = broker.createConnection();
        if (!hands.isShutdown() && line.compareAndSet(null, fresh)) {
            return fresh;
        }
        fresh.close();
        if (hands.isShutdown()) {
            throw new JMSException("the road to " + partner + " is closed");
        }
        return line();
    }

    /** A line on which something went wrong is not used again; saying goodbye on it may take long. */
    private void hangUp() {
        Connection old = line.getAndSet(null);
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

    private static Delivery failed(String reason) {
        return new Delivery.Failed(reason, Fault.HUB, null);
    }

    @Override
    public void close() {
        hangUp();
        hands.shutdown();
    }
}
