package org.tongqu.hub.platform;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.UUIDClock;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Random;

/** Ids in the order they were made: UUID version 7, as text of 36 characters. */
public final class Ids {
    private final TimeBasedEpochGenerator generator;

    public Ids(Clock clock, Random random) {
        this.generator = Generators.timeBasedEpochGenerator(random, new Handed(clock));
    }

    public String next() {
        return generator.generate().toString();
    }

    /** No id made at this time or later is less than this text, and none made before is more. */
    public static String from(Instant at) {
        String millis = HexFormat.of().toHexDigits(at.toEpochMilli(), 12);
        return millis.substring(0, 8) + "-" + millis.substring(8);
    }

    private static final class Handed extends UUIDClock {
        private final Clock clock;

        Handed(Clock clock) {
            this.clock = clock;
        }

        @Override
        public long currentTimeMillis() {
            return clock.millis();
        }
    }
}
