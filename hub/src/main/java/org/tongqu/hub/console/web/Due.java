package org.tongqu.hub.console.web;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 时限: a clock that runs; never a bare date.
 *
 * @param used part of the time that has gone, 0 to 100
 */
record Due(Mood mood, int used, Duration left) {
    private static final int SOON_FROM = 60;

    static Due of(Instant from, Instant due, Instant now) {
        Duration left = Duration.between(now, due);
        if (left.isNegative()) {
            return new Due(Mood.LATE, 100, left.negated());
        }
        long whole = Math.max(1, Duration.between(from, due).toSeconds());
        int used = Math.clamp(100 - left.toSeconds() * 100 / whole, 0, 100);
        return new Due(used >= SOON_FROM ? Mood.SOON : Mood.CALM, used, left);
    }

    static @Nullable Due ofNullable(@Nullable Instant from, @Nullable Instant due, Instant now) {
        return from == null || due == null ? null : of(from, due, now);
    }

    /** 剩 7 小时 36 分 or 超时 5 小时. */
    public String in(Say say) {
        return say.word(mood == Mood.LATE ? "clock.late" : "clock.left", say.lasting(left));
    }

    /** Calm, soon (60 % used) or late; also the name of its style. */
    enum Mood {
        CALM,
        SOON,
        LATE;

        public String style() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
