package org.tongqu.hub.reconciliation;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/** Timers of the room, with percentiles of the last minute. */
final class Times {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final double MIDDLE = 0.5;
    private static final double MOST = 0.95;
    private static final double ALL_BUT_ONE = 0.99;

    private Times() {}

    static Timer of(MeterRegistry meters, String what, String description) {
        return Timer.builder("tongqu.reconciliation." + what)
                .description(description)
                .publishPercentiles(MIDDLE, MOST, ALL_BUT_ONE)
                .distributionStatisticExpiry(MINUTE)
                .register(meters);
    }
}
