package org.tongqu.hub.platform;

import jakarta.jms.JMSException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQQueueExistsException;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongqu.connectors.jms.Queues;

/** Puts up the queues of a partner while the hub runs, on whichever broker it has; they are durable and nobody takes them down by chance. */
public final class PartnerQueues {
    private static final Logger LOG = LoggerFactory.getLogger(PartnerQueues.class);

    private final Broker broker;
    private final Optional<EmbeddedBroker> embedded;
    private final BrokerWatch watch;

    PartnerQueues(Broker broker, Optional<EmbeddedBroker> embedded, BrokerWatch watch) {
        this.broker = broker;
        this.embedded = embedded;
        this.watch = watch;
    }

    /** The broker's name for the hub itself. */
    public String hub() {
        return broker.user();
    }

    /**
     * Asked again and again; an embedded broker that had to end itself comes back, and where the broker turns out to have lost its queues, what lay in them is sent again.
     *
     * @throws IllegalStateException where the broker is away
     */
    public void look() {
        embedded.ifPresent(EmbeddedBroker::comeBack);
        try {
            watch.look();
        } catch (JMSException e) {
            throw new IllegalStateException("消息代理不可用 / the broker is away: " + e.getMessage(), e);
        }
    }

    /**
     * Afterwards the partner's three queues are there, and ours.
     *
     * @throws IllegalStateException where the broker is away, does not let the hub's user make queues, or has one there that would lose letters
     */
    public void putUp(String partner) {
        ensure(Stream.concat(of(partner).stream(), Stream.of(Queues.PARKED)).toList());
    }

    /** The partner is one no longer: an embedded broker hangs up on it; what lies in its queues stays. */
    public void expel(String partner) {
        embedded.ifPresent(broker -> broker.expel(partner));
    }

    /**
     * Asked once at the start, when the store has said who the partners are.
     *
     * @throws StartRefused where a queue of one of them is there and would lose letters
     */
    public void refuseForgetful(Collection<String> partners) {
        try {
            BrokerTalk.hold(broker, session -> {
                for (String partner : partners) {
                    for (String queue : of(partner)) {
                        KeepingQueue.look(session, queue);
                    }
                }
            });
        } catch (StartRefused no) {
            throw no;
        } catch (Exception away) {
            LOG.warn(
                    "The partners' queues are looked at when they are put up; the broker is away: {}", away.toString());
        }
    }

    private static List<String> of(String partner) {
        return List.of(Queues.in(partner), Queues.demands(partner), Queues.receipts(partner));
    }

    private void ensure(List<String> queues) {
        try {
            BrokerTalk.hold(broker, session -> {
                for (String queue : queues) {
                    ensure(session, queue);
                }
            });
        } catch (StartRefused forgetful) {
            throw new IllegalStateException(forgetful.zh() + " / " + forgetful.en(), forgetful);
        } catch (Exception e) {
            throw new IllegalStateException(
                    "消息代理不可用,或不允许通衢的用户建立队列 " + queues
                            + " / the broker is away, or does not let the hub's user make queues " + queues + ": "
                            + e.getMessage(),
                    e);
        }
    }

    /** Looked at again once made: what a queue is follows from the broker's own settings too. */
    private static void ensure(ClientSession session, String queue) throws ActiveMQException {
        if (!KeepingQueue.look(session, queue)) {
            make(session, queue);
            KeepingQueue.look(session, queue);
        }
    }

    private static void make(ClientSession session, String queue) throws ActiveMQException {
        try {
            session.createQueue(QueueConfiguration.of(queue)
                    .setRoutingType(RoutingType.ANYCAST)
                    .setDurable(true));
        } catch (ActiveMQQueueExistsException another) {
            // another hub was quicker
            return;
        }
    }
}
