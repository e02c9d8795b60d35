package org.tongqu.hub.platform;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next try: doubling from {@code first}, capped, with jitter of half so that a crowd does not come back as one.
 *
 * @param tries how many tries there are before a thing is parked
 */
public record Backoff(Duration first, Duration cap, int tries) {
    private static final int MAX_DOUBLINGS = 20;

    /** @param attempt 1 after the first failed try */
    public Duration after(int attempt, RandomGenerator random) {
        long doubled = first.toMillis() << Math.clamp(attempt - 1, 0, MAX_DOUBLINGS);
        long whole = Math.min(doubled, cap.toMillis());
        return Duration.ofMillis(whole / 2 + random.nextLong(whole / 2 + 1));
    }
}
