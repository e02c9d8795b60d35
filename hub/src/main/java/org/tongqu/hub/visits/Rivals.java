package org.tongqu.hub.visits;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.platform.Act;
import org.tongqu.hub.platform.Amount;
import org.tongqu.hub.platform.Policy;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Slice;
import org.tongqu.hub.platform.Wall;
import org.tongqu.hub.platform.Window;

/** 竞争情报: what customers told of rivals on visits of the last year, by product class and region, down to the visit. */
@Component
public class Rivals {
    private static final Duration A_YEAR = Duration.ofDays(365);

    private final RivalsStore store;
    private final Policy policy;
    private final Wall wall;
    private final Clock clock;

    Rivals(RivalsStore store, Policy policy, Wall wall, Clock clock) {
        this.store = store;
        this.policy = policy;
        this.wall = wall;
        this.clock = clock;
    }

    /** A line for each product class and region, the most often told first. */
    public List<Line> report(Sender reader, Sought sought) {
        policy.require(reader, Act.SEE_RIVALS);
        return wall.read(Scope.of(reader), () -> store.report(sought, since()));
    }

    /** What it is made of, the latest first. */
    public Slice<Fact> facts(Sender reader, Sought sought, Window window) {
        policy.require(reader, Act.SEE_RIVALS);
        int from = window.after() == null ? 0 : Math.clamp(Long.parseLong(window.after()), 0, Integer.MAX_VALUE);
        List<Fact> found = wall.read(Scope.of(reader), () -> store.facts(sought, since(), from, window.oneMore()));
        return Slice.of(found, window, last -> String.valueOf(from + window.limit()));
    }

    /** What a factory of these classes is told, within the scope at hand: neither who said it nor where exactly. */
    public List<Told> told(Collection<String> classes) {
        return store.told(classes, since());
    }

    private Instant since() {
        return clock.instant().minus(A_YEAR);
    }

    /**
     * What is asked for; all absent means everything.
     *
     * @param productClass that and everything below it; NONE for offers of no known class
     */
    public record Sought(
            @Nullable String productClass, @Nullable String region) {
        /** Stands for offers whose class nobody could tell. */
        public static final String NONE = "NONE";
    }

    /**
     * Rivals' offers of one top class in one region.
     *
     * @param times how often it was told
     * @param prices in yuan; offers in other currencies and without a price are counted and not priced
     */
    public record Line(
            @Nullable String productClass,
            String region,
            long times,
            long rivals,
            long visits,
            @Nullable Spread prices,
            @Nullable Spread leadTimeDays) {}

    /** Lowest, middle and highest of what was told. */
    public record Spread(
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal low,
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal middle,
            @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal high) {}

    /** One offer, as one customer told it on one visit. */
    public record Fact(
            String visitId,
            String visitNo,
            String rep,
            String region,
            OffsetDateTime visitedAt,
            String name,
            @Nullable String product,
            @Nullable String productClass,
            @Nullable Amount price,
            @Nullable Integer leadTimeDays,
            @JsonIgnore String sourceRecordId,
            @JsonIgnore String messageId) {}

    /** One offer, as a factory may know it. */
    public record Told(
            String productClass,
            String region,
            LocalDate day,
            String name,
            @Nullable String product,
            @Nullable Amount price,
            @Nullable Integer leadTimeDays) {}
}
