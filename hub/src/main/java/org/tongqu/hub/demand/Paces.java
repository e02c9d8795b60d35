package org.tongqu.hub.demand;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongqu.hub.platform.Amount;

/** When demands came to each station of their road, within the scope at hand. */
@Component
public class Paces {
    private final PaceStore store;

    Paces(PaceStore store) {
        this.store = store;
    }

    /** By demand. */
    public Map<String, Pace> of(Collection<String> demandIds) {
        return demandIds.isEmpty() ? Map.of() : store.of(demandIds);
    }

    /** @param price as quoted; absent where none was */
    public record Pace(
            OffsetDateTime askedAt,
            @Nullable OffsetDateTime sentAt,
            @Nullable OffsetDateTime acknowledgedAt,
            @Nullable OffsetDateTime answeredAt,
            @Nullable OffsetDateTime orderedAt,
            @Nullable Amount price) {}
}
