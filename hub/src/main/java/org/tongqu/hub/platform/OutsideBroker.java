package org.tongqu.hub.platform;

import jakarta.jms.JMSException;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.tongqu.connectors.jms.Queues;

/** Whether a broker that somebody else runs can be reached with the credentials given, and keeps what it is given. */
final class OutsideBroker {
    private static final int PATIENCE_MS = 10_000;

    private OutsideBroker() {}

    static void check(Broker broker) {
        try (var factory = new ActiveMQConnectionFactory(broker.url(), broker.user(), broker.password())) {
            factory.setInitialConnectAttempts(1);
            factory.setCallTimeout(PATIENCE_MS);
            factory.createConnection().close();
        } catch (JMSException | RuntimeException e) {
            throw unreachable(broker, e);
        }
        look(broker);
    }

    private static void look(Broker broker) {
        try {
            BrokerTalk.hold(broker, session -> {
                KeepingQueue.look(session, Queues.MARK);
                KeepingQueue.look(session, Queues.PARKED);
                BrokerJournal.look(session);
            });
        } catch (StartRefused no) {
            throw no;
        } catch (Exception e) {
            throw unreachable(broker, e);
        }
    }

    private static StartRefused unreachable(Broker broker, Exception e) {
        return new StartRefused(
                "连不上消息代理 " + broker.url() + ":请检查地址、TONGQU_BROKER_USER、TONGQU_BROKER_PASSWORD,以及它是否在运行。("
                        + e.getMessage() + ")",
                "The broker " + broker.url()
                        + " cannot be reached: check the address, TONGQU_BROKER_USER, TONGQU_BROKER_PASSWORD, and that it runs. ("
                        + e.getMessage() + ")",
                e);
    }
}
