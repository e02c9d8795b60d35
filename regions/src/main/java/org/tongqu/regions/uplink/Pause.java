package org.tongqu.regions.uplink;

import java.time.Duration;
import java.util.Random;

/** How long to wait before the next try: from half a second, doubled each time, at most thirty, and never two branches in step. */
final class Pause {
    private static final long FIRST_MS = 500;
    private static final long LONGEST_MS = 30_000;
    private static final long AFTER_DENIAL_MS = 60_000;

    private final Random random;
    private long next = FIRST_MS;

    Pause(Random random) {
        this.random = random;
    }

    Duration next() {
        long now = next;
        next = Math.min(LONGEST_MS, next * 2);
        return around(now);
    }

    Duration afterDenial() {
        return around(AFTER_DENIAL_MS);
    }

    void over() {
        next = FIRST_MS;
    }

    /** Between half of it and all of it. */
    private Duration around(long millis) {
        return Duration.ofMillis(millis / 2 + random.nextLong(millis / 2 + 1));
    }
}
