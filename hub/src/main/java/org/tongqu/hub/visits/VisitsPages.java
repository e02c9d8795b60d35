package org.tongqu.hub.visits;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.platform.Amount;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Slice;
import org.tongqu.hub.platform.Wall;
import org.tongqu.hub.platform.Window;

/** Visits as shown, with what was said on them; partners see none. */
@Component
public final class VisitsPages {
    private final VisitsPagesStore store;
    private final Wall wall;

    VisitsPages(VisitsPagesStore store, Wall wall) {
        this.store = store;
        this.wall = wall;
    }

    public Optional<Visit> visit(Sender sender, String id) {
        return wall.read(Scope.of(sender), () -> store.visit(id));
    }

    /** Visits, newest first by when they came in. */
    public Slice<Visit> visits(Sender sender, Window window) {
        return wall.read(Scope.of(sender), () -> Slice.of(store.visits(window), window, Visit::id));
    }

    /** Visits of a number, and those on which a machine of a serial number was seen, newest first; of many numbers, those of any. */
    public List<Visit> called(Sender sender, List<String> numbers, Window window) {
        return wall.read(Scope.of(sender), () -> store.called(numbers, window));
    }

    /** Visits whose customer stands in these source records, newest first, 200 at most. */
    public List<Visit> byRecords(Sender sender, Collection<String> sourceRecordIds) {
        return wall.read(Scope.of(sender), () -> store.byRecords(sourceRecordIds));
    }

    /** Readings of the machines seen on visits to these source records, by serial number, oldest first: the series of each machine. */
    public List<Reading> readings(Sender sender, Collection<String> sourceRecordIds) {
        return wall.read(Scope.of(sender), () -> store.readings(sourceRecordIds));
    }

    /** The same, each machine as one series with the reading before beside each. */
    public List<MachineSeries> series(Sender sender, Collection<String> sourceRecordIds) {
        return MachineSeries.of(readings(sender, sourceRecordIds));
    }

    /** Where machines were seen, each at each source record once, at its latest there; 500 at most. */
    public List<Sighting> sightings(Sender sender, Collection<String> machines) {
        return wall.read(Scope.of(sender), () -> store.sightings(machines));
    }

    /**
     * One visit.
     *
     * @param branch region of the branch that visited, HQ for headquarters' own
     * @param region of the customer
     */
    public record Visit(
            String id,
            String visitNo,
            String branch,
            String rep,
            @Nullable String region,
            OffsetDateTime visitedAt,
            OffsetDateTime receivedAt,
            String sourceRecordId,
            String messageId,
            List<String> opinions,
            List<String> suggestions,
            List<Reading> usage,
            List<Competitor> competitors,
            List<Statement> salesStatements) {}

    /** A machine that was seen at a customer. */
    public record Sighting(String machine, @Nullable String model, String sourceRecordId, OffsetDateTime at) {}

    /**
     * How one machine was doing on one day.
     *
     * @param serial as it was written down
     * @param machine the same in any writing
     */
    public record Reading(
            String visitId,
            String serial,
            @JsonIgnore String machine,
            @Nullable String model,

            @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable
            BigDecimal runningHours,

            @Nullable Integer faults,
            @Nullable String note,
            OffsetDateTime readAt) {}

    /** A rival's offer as the customer told it. */
    public record Competitor(
            String name,
            @Nullable String product,
            @Nullable Amount price,
            @Nullable Integer leadTimeDays) {}

    /** What the customer says it bought, from whom, in which month. */
    public record Statement(
            String productCode,
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal qty,
            @Nullable String boughtFrom,
            YearMonth month) {}
}
