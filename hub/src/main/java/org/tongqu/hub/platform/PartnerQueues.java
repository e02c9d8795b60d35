package org.tongqu.hub.platform;

import jakarta.jms.JMSException;
import java.util.List;
import java.util.Optional;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQQueueExistsException;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.client.ClientSessionFactory;
import org.apache.activemq.artemis.api.core.client.ServerLocator;
import org.tongqu.connectors.jms.Queues;

/** Puts up the queues of a partner while the hub runs, on whichever broker it has; they are durable and nobody takes them down by chance. */
public final class PartnerQueues {
    private static final int PATIENCE_MS = 10_000;

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
     * Asked again and again; where the broker turns out to have lost its queues, what lay in them is sent again.
     *
     * @throws IllegalStateException where the broker is away
     */
    public void look() {
        try {
            watch.look();
        } catch (JMSException e) {
            throw new IllegalStateException("消息代理不可用 / the broker is away: " + e.getMessage(), e);
        }
    }

    /**
     * Afterwards the partner's three queues are there, and ours.
     *
     * @throws IllegalStateException where the broker is away or does not let the hub's user make queues
     */
    public void putUp(String partner) {
        ensure(List.of(Queues.in(partner), Queues.demands(partner), Queues.receipts(partner), Queues.PARKED));
    }

    /** The partner is one no longer: an embedded broker hangs up on it; what lies in its queues stays. */
    public void expel(String partner) {
        embedded.ifPresent(broker -> broker.expel(partner));
    }

    private void ensure(List<String> queues) {
        try (ServerLocator locator = ActiveMQClient.createServerLocator(broker.url())) {
            locator.setCallTimeout(PATIENCE_MS).setInitialConnectAttempts(1);
            try (ClientSessionFactory line = locator.createSessionFactory();
                    ClientSession session =
                            line.createSession(broker.user(), broker.password(), false, true, true, false, 0)) {
                for (String queue : queues) {
                    ensure(session, queue);
                }
            }
        } catch (Exception e) {
            throw new IllegalStateException(
                    "消息代理不可用,或不允许通衢的用户建立队列 " + queues
                            + " / the broker is away, or does not let the hub's user make queues " + queues + ": "
                            + e.getMessage(),
                    e);
        }
    }

    private static void ensure(ClientSession session, String queue) throws ActiveMQException {
        if (session.queueQuery(SimpleString.of(queue)).isExists()) {
            return;
        }
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
