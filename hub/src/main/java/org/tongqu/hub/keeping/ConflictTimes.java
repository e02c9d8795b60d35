package org.tongqu.hub.keeping;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tongqu.hub.platform.Columns;

/** When a case should be decided, and after how long without contact it rises. */
@Component
class ConflictTimes {
    private final Duration decideWithin;
    private final Duration riseAfter;
    private final Clock clock;

    ConflictTimes(
            @Value("${tongqu.conflict.decide-within:7d}") Duration decideWithin,
            @Value("${tongqu.conflict.rise-after:14d}") Duration riseAfter,
            Clock clock) {
        this.decideWithin = decideWithin;
        this.riseAfter = riseAfter;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    LocalDate due() {
        return LocalDate.ofInstant(now().plus(decideWithin), Columns.HOUSE_ZONE);
    }

    LocalDate today() {
        return LocalDate.ofInstant(now(), Columns.HOUSE_ZONE);
    }

    /** Whose last contact is before this has risen. */
    Instant risenBefore() {
        return now().minus(riseAfter);
    }

    long riseAfterDays() {
        return riseAfter.toDays();
    }
}
