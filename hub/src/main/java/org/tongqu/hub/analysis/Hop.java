package org.tongqu.hub.analysis;

import java.time.Duration;
import java.util.Optional;
import org.tongqu.hub.demand.Paces.Pace;

/** The hops of a part's road, each with how long a line took for it; empty while it has not. */
public enum Hop {
    /** From the visit to the centre. */
    ENTERED,
    /** From the centre to a demand on a factory. */
    ASKED,
    SENT,
    ACKNOWLEDGED,
    ANSWERED,
    ORDERED;

    Optional<Duration> of(Line line) {
        Pace pace = line.pace();
        if (this == ENTERED) {
            return Line.between(line.part().visitedAt(), line.part().raisedAt());
        }
        return pace == null ? Optional.empty() : of(line, pace);
    }

    private Optional<Duration> of(Line line, Pace pace) {
        return switch (this) {
            case ENTERED, ASKED -> Line.between(line.part().raisedAt(), pace.askedAt());
            case SENT -> Line.between(pace.askedAt(), pace.sentAt());
            case ACKNOWLEDGED -> Line.between(pace.sentAt(), pace.acknowledgedAt());
            case ANSWERED -> Line.between(pace.acknowledgedAt(), pace.answeredAt());
            case ORDERED -> Line.between(pace.answeredAt(), pace.orderedAt());
        };
    }
}
