package org.tongqu.hub.platform;

import jakarta.jms.ConnectionFactory;
import java.time.Clock;
import java.util.Optional;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The hub's own lines to the broker. */
@Configuration(proxyBeanMethods = false)
class BrokerConfiguration {
    private static final int PATIENCE_MS = 10_000;

    @Bean
    Broker broker(
            @Value("${tongqu.broker.url}") String url,
            @Value("${tongqu.broker.username}") String user,
            @Value("${tongqu.broker.password}") String password) {
        return new Broker(url, user, password);
    }

    /** A broken line is told at once and made anew by whoever uses it; what a message holds as an object is never looked into. */
    @Bean(destroyMethod = "close")
    ConnectionFactory brokerLines(Broker broker) {
        ActiveMQConnectionFactory lines = new ActiveMQConnectionFactory(broker.url(), broker.user(), broker.password());
        lines.setCallTimeout(PATIENCE_MS);
        lines.setInitialConnectAttempts(1);
        lines.setReconnectAttempts(0);
        lines.setDeserializationDenyList("*");
        return lines;
    }

    @Bean(destroyMethod = "close")
    BrokerWatch brokerWatch(
            ConnectionFactory lines,
            BrokerMarkStore store,
            Wall wall,
            ApplicationEventPublisher events,
            Ids ids,
            Clock clock,
            Jobs jobs) {
        return new BrokerWatch(lines, store, wall, events, ids, clock, jobs);
    }

    @Bean
    PartnerQueues partnerQueues(Broker broker, Optional<EmbeddedBroker> embedded, BrokerWatch watch) {
        return new PartnerQueues(broker, embedded, watch);
    }

    /** Named for its path. */
    @Bean("brokerHealthIndicator")
    BrokerHealth brokerHealth(BrokerWatch watch, Optional<EmbeddedBroker> embedded) {
        return new BrokerHealth(watch, embedded);
    }

    @Bean
    ParkedQueue parkedQueue(ConnectionFactory lines) {
        return new ParkedQueue(lines);
    }
}
