package org.tongqu.hub.needs;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What became of parts of needs, a line for each factory that was asked for one, within the scope at hand. */
@Component
public class Outcomes {
    private final OutcomeStore store;

    Outcomes(OutcomeStore store) {
        this.store = store;
    }

    /** Of needs raised from the one moment until before the other, newest first. */
    public List<Outcome> raised(Instant from, Instant until, int most) {
        return store.raised(from, until, most);
    }

    /**
     * One asking, or a part for which nobody was asked.
     *
     * @param part the need's first is 1
     * @param stands false where this factory refused and the part went on to another
     * @param blockedWhy why the part waits for a person; absent where it does not
     */
    public record Outcome(
            String needId,
            String number,
            String summary,
            @Nullable String functional,
            String region,
            @Nullable String grade,
            OffsetDateTime visitedAt,
            OffsetDateTime raisedAt,
            int part,
            @Nullable String productClass,
            @Nullable String productCode,
            @Nullable String factory,
            @Nullable String demandId,
            boolean stands,
            Needs.PartState state,
            @Nullable String blockedWhy) {}
}
