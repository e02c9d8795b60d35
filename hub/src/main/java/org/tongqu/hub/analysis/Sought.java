package org.tongqu.hub.analysis;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tongqu.hub.platform.Columns;
import org.tongqu.hub.platform.Problem;

/**
 * Which needs an analysis is of.
 *
 * @param from first day they were raised
 * @param until last day, at most two years after the first
 * @param productClass at the top of the tree
 */
public record Sought(
        LocalDate from,
        LocalDate until,
        @Nullable String region,
        @Nullable String productClass,
        @Nullable String factory,
        @Nullable String grade,
        @Nullable Stage stage,
        @Nullable Boolean helped) {
    private static final long MOST_DAYS = 732;

    public Sought {
        if (until.isBefore(from) || until.toEpochDay() - from.toEpochDay() > MOST_DAYS) {
            throw Problem.badParameter(
                            "until",
                            "结束日期不能早于开始日期，最多两年。",
                            "the last day must not be before the first, and at most two years after it.")
                    .said();
        }
    }

    Instant begin() {
        return from.atStartOfDay(Columns.HOUSE_ZONE).toInstant();
    }

    Instant end() {
        return until.plusDays(1).atStartOfDay(Columns.HOUSE_ZONE).toInstant();
    }

    /** A part counts once, with the factory it stands with; of a factory that is asked for, all it was asked. */
    boolean holds(Line line) {
        return matches(line) && (factory != null || line.part().stands());
    }

    boolean matches(Line line) {
        return same(region, line.part().region())
                && same(productClass, line.productClass())
                && same(factory, line.part().factory())
                && same(grade, line.part().grade())
                && (stage == null || stage == line.stage())
                && (helped == null || helped == line.helped());
    }

    private static boolean same(@Nullable String wanted, @Nullable String found) {
        return wanted == null || wanted.equals(found == null ? "" : found);
    }
}
