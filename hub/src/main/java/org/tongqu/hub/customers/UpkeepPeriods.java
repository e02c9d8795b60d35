package org.tongqu.hub.customers;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How long a file may go without upkeep, for each kind of customer, and whether it is over now. */
@Component
class UpkeepPeriods {
    static final List<String> LIFE_STATES = List.of("PROSPECT", "ACTUAL", "LAPSED");

    private final Map<String, Duration> byLifeState;
    private final Clock clock;

    UpkeepPeriods(
            @Value("${tongqu.upkeep.prospect:31d}") Duration prospect,
            @Value("${tongqu.upkeep.actual:31d}") Duration actual,
            @Value("${tongqu.upkeep.lapsed:93d}") Duration lapsed,
            Clock clock) {
        this.byLifeState = Map.of("PROSPECT", prospect, "ACTUAL", actual, "LAPSED", lapsed);
        this.clock = clock;
    }

    boolean over(String lifeState, OffsetDateTime keptAt) {
        return keptAt.toInstant().isBefore(keptSince(lifeState));
    }

    /** Whose file was last kept before this moment asks for upkeep. */
    Instant keptSince(String lifeState) {
        return clock.instant().minus(period(lifeState));
    }

    Duration period(String lifeState) {
        return byLifeState.getOrDefault(lifeState, Duration.ofDays(31));
    }

    long days(OffsetDateTime keptAt) {
        return Math.max(0, Duration.between(keptAt.toInstant(), clock.instant()).toDays());
    }

    Instant now() {
        return clock.instant();
    }
}
