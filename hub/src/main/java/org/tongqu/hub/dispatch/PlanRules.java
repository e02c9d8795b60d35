package org.tongqu.hub.dispatch;

import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintCollectors;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.core.api.score.stream.ConstraintProvider;
import ai.timefold.solver.core.api.score.stream.Joiners;
import ai.timefold.solver.core.api.score.stream.uni.UniConstraintStream;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What no plan may break, what it should fill, and what it weighs; public because the solver makes it by itself. */
public final class PlanRules implements ConstraintProvider {
    static final String TWICE = "TWICE";
    static final String AWAY = "AWAY";
    static final String OVER_CAP = "OVER_CAP";
    static final String UNSKILLED = "UNSKILLED";
    static final String TIER = "TIER";
    static final String EMPTY = "EMPTY";
    static final String TRAVEL = "TRAVEL";
    static final String DELAY = "DELAY";
    static final String WISH = "WISH";
    static final String LOAD = "LOAD";
    static final String RANK = "RANK";

    private static final long TRAVEL_POINTS = 30;
    private static final long RANK_POINTS = 15;
    private static final long WISH_POINTS = 5;

    @Override
    public Constraint[] defineConstraints(ConstraintFactory all) {
        return new Constraint[] {
            twice(all),
            away(all),
            overCap(all),
            unskilled(all),
            tier(all),
            empty(all),
            travel(all),
            waiting(all),
            wish(all),
            load(all),
            rank(all)
        };
    }

    private static UniConstraintStream<PlanPlace> filled(ConstraintFactory all) {
        return all.forEach(PlanPlace.class).filter(PlanPlace::filled);
    }

    private static Constraint twice(ConstraintFactory all) {
        return filled(all)
                .join(
                        filled(all),
                        Joiners.equal(PlanPlace::personId),
                        Joiners.lessThan(PlanPlace::id),
                        Joiners.overlapping(PlanPlace::firstDay, PlanPlace::dayAfter))
                .penalize(HardMediumSoftLongScore.ONE_HARD)
                .asConstraint(TWICE);
    }

    /** Absent, or promised to a team already. */
    private static Constraint away(ConstraintFactory all) {
        return filled(all)
                .filter(place -> !place.turn().isFree())
                .penalize(HardMediumSoftLongScore.ONE_HARD)
                .asConstraint(AWAY);
    }

    private static Constraint overCap(ConstraintFactory all) {
        return filled(all)
                .groupBy(PlanPlace::person, ConstraintCollectors.toList())
                .filter((person, places) -> daysOver(person, places) > 0)
                .penalizeLong(HardMediumSoftLongScore.ONE_HARD, PlanRules::daysOver)
                .asConstraint(OVER_CAP);
    }

    static long daysOver(Person person, List<PlanPlace> places) {
        Map<YearMonth, Long> months = new HashMap<>();
        places.forEach(place -> place.turn().days().forEach(day -> months.merge(YearMonth.from(day), 1L, Long::sum)));
        return months.entrySet().stream()
                .mapToLong(month -> Math.max(0, month.getValue() + person.bookedIn(month.getKey()) - person.daysCap()))
                .sum();
    }

    private static Constraint unskilled(ConstraintFactory all) {
        return filled(all)
                .filter(PlanPlace::isUnskilled)
                .penalize(HardMediumSoftLongScore.ONE_HARD)
                .asConstraint(UNSKILLED);
    }

    private static Constraint tier(ConstraintFactory all) {
        return filled(all)
                .filter(PlanPlace::isAboveLadder)
                .penalize(HardMediumSoftLongScore.ONE_HARD)
                .asConstraint(TIER);
    }

    private static Constraint empty(ConstraintFactory all) {
        return all.forEach(PlanPlace.class)
                .filter(place -> !place.filled())
                .penalizeLong(
                        HardMediumSoftLongScore.ONE_MEDIUM,
                        place -> place.wanted().importance())
                .asConstraint(EMPTY);
    }

    private static Constraint travel(ConstraintFactory all) {
        return filled(all)
                .filter(place -> place.travel() > 0)
                .penalizeLong(HardMediumSoftLongScore.ONE_SOFT, place -> TRAVEL_POINTS * place.travel())
                .asConstraint(TRAVEL);
    }

    private static Constraint waiting(ConstraintFactory all) {
        return filled(all)
                .filter(place -> place.turn().delay() > 0)
                .penalizeLong(
                        HardMediumSoftLongScore.ONE_SOFT,
                        place -> (long) place.turn().delay() * place.wanted().urgency())
                .asConstraint(DELAY);
    }

    private static Constraint wish(ConstraintFactory all) {
        return filled(all)
                .filter(PlanPlace::isAfterWish)
                .penalizeLong(
                        HardMediumSoftLongScore.ONE_SOFT,
                        place -> WISH_POINTS * place.wanted().urgency())
                .asConstraint(WISH);
    }

    /** Squares, so that two who share ten days weigh less than one who has them all. */
    private static Constraint load(ConstraintFactory all) {
        return filled(all)
                .groupBy(PlanPlace::person, ConstraintCollectors.sum(PlanPlace::days))
                .penalizeLong(HardMediumSoftLongScore.ONE_SOFT, PlanRules::loadPoints)
                .asConstraint(LOAD);
    }

    private static long loadPoints(Person person, int days) {
        long booked = person.booked().size();
        return (booked + days) * (booked + days) - booked * booked;
    }

    private static Constraint rank(ConstraintFactory all) {
        return filled(all)
                .filter(place -> place.rankAbove() > 0)
                .penalizeLong(HardMediumSoftLongScore.ONE_SOFT, place -> RANK_POINTS * place.rankAbove())
                .asConstraint(RANK);
    }

    /** What a person costs at a place whatever else is planned. */
    static long ownCost(Person person, PlanPlace.Wanted wanted) {
        return TRAVEL_POINTS * Regions.between(person.region(), wanted.region())
                + RANK_POINTS * Math.max(0, person.level() - wanted.lowestLevel());
    }
}
