package org.tongqu.regions.uplink;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tongqu.connectors.canon.LineCarrier;

/** The carriers in their order: a call goes by the first that is open, and one that was cut is looked at again after a while. */
final class Roads implements AutoCloseable {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);

    private final List<LineCarrier> carriers;
    private final Clock clock;
    private final Map<LineCarrier, Instant> closedUntil = new HashMap<>();
    private String current = "";

    Roads(List<LineCarrier> carriers, Clock clock) {
        this.carriers = List.copyOf(carriers);
        this.clock = clock;
    }

    /** The same call may go by two roads; the hub takes it once. The last road is always tried. */
    LineCarrier.Word call(byte[] call) {
        for (LineCarrier carrier : carriers.subList(0, carriers.size() - 1)) {
            if (!clock.instant().isBefore(closedUntil.getOrDefault(carrier, Instant.MIN))) {
                LineCarrier.Word word = by(carrier, call);
                if (!(word instanceof LineCarrier.Word.Cut)) {
                    return word;
                }
                closedUntil.put(carrier, clock.instant().plus(LOOK_AGAIN));
            }
        }
        return by(carriers.getLast(), call);
    }

    private LineCarrier.Word by(LineCarrier carrier, byte[] call) {
        current = carrier.name();
        return carrier.call(call);
    }

    /** By which the last call went. */
    String current() {
        return current;
    }

    @Override
    public void close() {
        carriers.forEach(LineCarrier::close);
    }
}
