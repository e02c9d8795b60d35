package org.tongqu.hub.platform;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tongqu.connectors.canon.Sluice;

/** How the hub knows how it is. */
@Configuration(proxyBeanMethods = false)
class VitalsConfiguration {
    @Bean
    Vitals vitals(
            VitalsStore store,
            Wall wall,
            BrokerWatch broker,
            Optional<EmbeddedBroker> embedded,
            Node node,
            @Value("${tongqu.home}") Path home,
            Sluice sluice,
            Clock clock) {
        return new Vitals(store, wall, broker, embedded.orElse(null), node, home, sluice, clock);
    }

    @Bean(destroyMethod = "close")
    Heartbeat heartbeat(VitalsStore store, Wall wall, Node node, Clock clock) {
        return new Heartbeat(store, wall, node, clock);
    }
}
