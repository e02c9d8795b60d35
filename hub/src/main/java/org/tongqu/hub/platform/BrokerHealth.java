package org.tongqu.hub.platform;

import java.util.Optional;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;

/** {@code /actuator/health/broker}: down while the line to the broker is cut, or its disk is too full to take another letter. */
final class BrokerHealth implements HealthIndicator {
    private final BrokerWatch watch;
    private final Optional<EmbeddedBroker> embedded;

    BrokerHealth(BrokerWatch watch, Optional<EmbeddedBroker> embedded) {
        this.watch = watch;
        this.embedded = embedded;
    }

    @Override
    public Health health() {
        boolean full = embedded.filter(EmbeddedBroker::isDiskFull).isPresent();
        return (watch.isThere() && !full ? Health.up() : Health.down())
                .withDetail("line", watch.isThere())
                .withDetail("diskFull", full)
                .build();
    }
}
