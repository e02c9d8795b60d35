package org.tongqu.hub.platform;

import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.client.ClientSessionFactory;
import org.apache.activemq.artemis.api.core.client.ServerLocator;

/** One short talk with the broker in its own protocol, which tells about queues what JMS does not. */
final class BrokerTalk {
    private static final int PATIENCE_MS = 10_000;

    private BrokerTalk() {}

    interface Talk {
        void with(ClientSession session) throws Exception;
    }

    /** @throws Exception where the broker is away, slow (10 s) or does not let us in, and whatever the talk throws */
    static void hold(Broker broker, Talk talk) throws Exception {
        try (ServerLocator locator = ActiveMQClient.createServerLocator(broker.url())) {
            locator.setCallTimeout(PATIENCE_MS).setInitialConnectAttempts(1).setBlockOnNonDurableSend(true);
            try (ClientSessionFactory line = locator.createSessionFactory();
                    ClientSession session =
                            line.createSession(broker.user(), broker.password(), false, true, true, false, 0)) {
                talk.with(session);
            }
        }
    }
}
