package org.tongqu.hub.analysis;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongqu.hub.demand.Paces.Pace;
import org.tongqu.hub.needs.Outcomes.Outcome;
import org.tongqu.hub.platform.Amount;

/**
 * A row of every analysis: one part of a need with one factory that was asked for it.
 *
 * @param pace absent where nobody was asked
 * @param helped technicians were named for the need
 */
public record Line(Outcome part, @Nullable Pace pace, boolean helped) {
    public Stage stage() {
        return Stage.of(part);
    }

    /** Let go, or refused by everybody who was asked, though a person may still find another. */
    boolean isLost() {
        return stage() == Stage.LOST || "ALL_REFUSED".equals(part.blockedWhy());
    }

    /** The class at the top of the tree, e.g. CRANE of CRANE.BRIDGE; empty where the need names none. */
    public String productClass() {
        String of = part.productClass();
        return of == null ? "" : of.split("\\.", 2)[0];
    }

    public @Nullable OffsetDateTime answeredAt() {
        return pace == null ? null : pace.answeredAt();
    }

    public @Nullable OffsetDateTime orderedAt() {
        return pace == null ? null : pace.orderedAt();
    }

    public @Nullable Amount price() {
        return pace == null ? null : pace.price();
    }

    /** From the day the need was raised to the order. */
    Optional<Duration> untilOrdered() {
        return between(part.raisedAt(), orderedAt());
    }

    Optional<Duration> untilAnswered() {
        return between(part.raisedAt(), answeredAt());
    }

    static Optional<Duration> between(@Nullable OffsetDateTime from, @Nullable OffsetDateTime until) {
        return from == null || until == null
                ? Optional.empty()
                : Optional.of(Duration.between(from, until)).filter(length -> !length.isNegative());
    }
}
