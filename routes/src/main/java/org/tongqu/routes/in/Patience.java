package org.tongqu.routes.in;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongqu.routes.RouteErrors;

/**
 * How long a letter is held on to: while the store is away, for as long as it takes, since trouble that is ours must neither lose it nor count
 * against it; at an error of our own, five tries. It is held unacknowledged, so order is kept and no broker's own idea of too many tries comes in.
 */
final class Patience {
    static final int TRIES = 5;

    private static final Logger LOG = LoggerFactory.getLogger(Patience.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration GLANCE = Duration.ofMillis(100);

    private final Clock clock;
    private final BooleanSupplier open;

    /** @param open false once the hub stops or the partner's road is taken down: then the letter goes back into its queue */
    Patience(Clock clock, BooleanSupplier open) {
        this.clock = clock;
        this.open = open;
    }

    sealed interface End {}

    record Answered(byte[] json) implements End {}

    /** @param since when it failed first */
    record Hopeless(RuntimeException cause, Instant since) implements End {}

    /** @throws StoppedWaiting where the road closes first */
    End answer(Supplier<byte[]> work) {
        Duration pause = FIRST_PAUSE;
        Instant since = clock.instant();
        for (int faults = 0; ; ) {
            try {
                return new Answered(work.get());
            } catch (RuntimeException trouble) {
                if (RouteErrors.storeAway(trouble)) {
                    LOG.warn("Store not reachable, a letter waits {} ms: {}", pause.toMillis(), trouble.toString());
                } else if (++faults == TRIES) {
                    return new Hopeless(trouble, since);
                }
            }
            rest(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    /** @throws StoppedWaiting where the road closes first */
    void rest(Duration pause) {
        long end = System.nanoTime() + pause.toNanos();
        while (System.nanoTime() < end) {
            if (!open.getAsBoolean()) {
                throw new StoppedWaiting();
            }
            try {
                Thread.sleep(GLANCE);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                throw new StoppedWaiting();
            }
        }
    }

    /** Rolls the letter back into its queue. */
    static final class StoppedWaiting extends RuntimeException {
        private static final long serialVersionUID = 1L;

        StoppedWaiting() {
            super("the road closes; the letter stays in its queue");
        }
    }
}
