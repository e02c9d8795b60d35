package org.tongqu.hub.platform;

import jakarta.jms.JMSException;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** Whether a broker that somebody else runs can be reached with the credentials given. */
final class OutsideBroker {
    private static final int PATIENCE_MS = 10_000;

    private OutsideBroker() {}

    static void check(Broker broker) {
        try (var factory = new ActiveMQConnectionFactory(broker.url(), broker.user(), broker.password())) {
            factory.setInitialConnectAttempts(1);
            factory.setCallTimeout(PATIENCE_MS);
            factory.createConnection().close();
        } catch (JMSException | RuntimeException e) {
            throw new StartRefused(
                    "连不上消息代理 " + broker.url() + ":请检查地址、TONGQU_BROKER_USER、TONGQU_BROKER_PASSWORD,以及它是否在运行。("
                            + e.getMessage() + ")",
                    "The broker " + broker.url()
                            + " cannot be reached: check the address, TONGQU_BROKER_USER, TONGQU_BROKER_PASSWORD, and that it runs. ("
                            + e.getMessage() + ")",
                    e);
        }
    }
}
