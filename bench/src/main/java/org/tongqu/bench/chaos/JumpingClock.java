package org.tongqu.bench.chaos;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Supplier;

/** The hub's clock once somebody has set the machine's: ahead or behind by what is said just now. */
final class JumpingClock extends Clock {
    private final Clock real;
    private final Supplier<Duration> ahead;

    JumpingClock(Clock real, Supplier<Duration> ahead) {
        this.real = real;
        this.ahead = ahead;
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new JumpingClock(real.withZone(zone), ahead);
    }

    @Override
    public Instant instant() {
        return real.instant().plus(ahead.get());
    }
}
