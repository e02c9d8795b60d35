package org.tongqu.hub.platform;

import java.util.function.UnaryOperator;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** What the hub measures, or what a test hands in instead: a full disk cannot be made on a machine that others use. */
@Component
@Primary
public class HandedReadings implements IntakeReadings {
    private final IntakeMeter meter;
    private volatile UnaryOperator<IntakeReading> bent = UnaryOperator.identity();

    HandedReadings(IntakeMeter meter) {
        this.meter = meter;
    }

    @Override
    public IntakeReading now() {
        return bent.apply(meter.now());
    }

    /** So little of the disk is free from now on. */
    public void diskFree(double share) {
        bent = measured -> new IntakeReading(share, (long) (share * 1e9), measured.backlog(), 0, false);
    }

    public void measured() {
        bent = UnaryOperator.identity();
    }
}
