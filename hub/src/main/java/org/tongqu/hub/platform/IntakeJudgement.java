package org.tongqu.hub.platform;

import static org.tongqu.connectors.canon.Sluice.Cause.BACKLOG;
import static org.tongqu.connectors.canon.Sluice.Cause.DISK;
import static org.tongqu.connectors.canon.Sluice.Cause.MEMORY;
import static org.tongqu.connectors.canon.Sluice.Cause.STORE_FULL;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.tongqu.connectors.canon.Sluice;

/** How far the sluice is open at a reading: whatever shuts it comes before whatever slows it, and of two that slow it the slower. */
record IntakeJudgement(IntakeLimits limits) {
    private static final long SHORTEST_PAUSE = 50;

    Sluice.State of(IntakeReading reading) {
        List<Sluice.State> each = List.of(storeFull(reading), disk(reading), memory(reading), backlog(reading));
        return each.stream()
                .filter(Sluice.Shut.class::isInstance)
                .findFirst()
                .or(() -> each.stream().max(Comparator.comparing(IntakeJudgement::pause)))
                .orElseThrow();
    }

    private static Duration pause(Sluice.State state) {
        return state instanceof Sluice.Slow slow ? slow.pause() : Duration.ZERO;
    }

    private static Sluice.State storeFull(IntakeReading reading) {
        return reading.storeFull() ? new Sluice.Shut(STORE_FULL, Duration.ofMinutes(1)) : new Sluice.Open();
    }

    private Sluice.State disk(IntakeReading reading) {
        return reading.diskFree() >= limits.diskPlenty().toBytes()
                ? new Sluice.Open()
                : state(DISK, -reading.diskFreeShare(), -limits.diskSlow(), -limits.diskShut(), Duration.ofMinutes(1));
    }

    private Sluice.State memory(IntakeReading reading) {
        return state(MEMORY, reading.memoryShare(), limits.memorySlow(), limits.memoryShut(), Duration.ofSeconds(10));
    }

    private Sluice.State backlog(IntakeReading reading) {
        return state(
                BACKLOG,
                (double) reading.backlog(),
                (double) limits.backlogSlow(),
                (double) limits.backlogShut(),
                Duration.ofSeconds(30));
    }

    /** Between the two limits the pause grows with the way gone from the one to the other. */
    private Sluice.State state(Sluice.Cause cause, double now, double slow, double shut, Duration retryAfter) {
        if (now >= shut) {
            return new Sluice.Shut(cause, retryAfter);
        }
        if (now < slow) {
            return new Sluice.Open();
        }
        double way = (now - slow) / (shut - slow);
        long pause = Math.round((double) limits.longestPause().toMillis() * way);
        return new Sluice.Slow(cause, Duration.ofMillis(Math.max(SHORTEST_PAUSE, pause)));
    }
}
