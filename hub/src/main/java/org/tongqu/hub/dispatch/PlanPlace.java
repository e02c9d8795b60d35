package org.tongqu.hub.dispatch;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.entity.PlanningPin;
import ai.timefold.solver.core.api.domain.lookup.PlanningId;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A place of a team as the solver moves it: it takes one of its turns, the last of which is nobody. */
@PlanningEntity
class PlanPlace {
    @PlanningId
    private String id;

    private Wanted wanted;

    @ValueRangeProvider
    private List<Turn> turns;

    @PlanningPin
    private boolean pinned;

    @PlanningVariable
    private @Nullable Turn turn;

    /** For the solver alone, which fills a copy in. */
    PlanPlace() {
        this(Wanted.NONE, List.of(), null, false);
    }

    PlanPlace(Wanted wanted, List<Turn> turns, @Nullable Turn turn, boolean pinned) {
        this.id = wanted.placeId();
        this.wanted = wanted;
        this.turns = turns;
        this.turn = turn;
        this.pinned = pinned;
    }

    /** The same place with another turn, for asking what that would cost. */
    PlanPlace with(Turn other) {
        return new PlanPlace(wanted, turns, other, false);
    }

    String id() {
        return id;
    }

    Wanted wanted() {
        return wanted;
    }

    List<Turn> turns() {
        return turns;
    }

    boolean pinned() {
        return pinned;
    }

    @Nullable
    Turn turnOrNull() {
        return turn;
    }

    Turn turn() {
        return turn == null ? Turn.NOBODY : turn;
    }

    Person person() {
        return turn().person();
    }

    String personId() {
        return person().id();
    }

    boolean filled() {
        return turn != null && !turn.person().id().isEmpty();
    }

    int days() {
        return turn().days().size();
    }

    long firstDay() {
        return turn().from().toEpochDay();
    }

    long dayAfter() {
        return turn().until().toEpochDay() + 1;
    }

    boolean isUnskilled() {
        return !person().knows(wanted.productClass(), wanted.trade());
    }

    boolean isAboveLadder() {
        return !wanted.anyTier() && !person().grades().contains(wanted.grade());
    }

    int travel() {
        return Regions.between(person().region(), wanted.region());
    }

    /** Rungs above the lowest that may go. */
    int rankAbove() {
        return Math.max(0, person().level() - wanted.lowestLevel());
    }

    boolean isAfterWish() {
        LocalDate wish = wanted.wantedBy();
        return wish != null && turn().until().isAfter(wish);
    }

    /**
     * What a place asks for.
     *
     * @param number of its dispatch, as people read it
     * @param urgency how much a day of waiting counts: the grade first, then the nearer deadline
     * @param anyTier a person has said that the ladder does not count here
     * @param refusedBy ids of technicians who said no
     */
    record Wanted(
            String placeId,
            String dispatchId,
            String number,
            String grade,
            String region,
            @Nullable String productClass,
            String trade,
            int days,
            @Nullable LocalDate wantedBy,
            int urgency,
            int lowestLevel,
            boolean anyTier,
            Set<String> refusedBy) {
        static final Wanted NONE = new Wanted("", "", "", "C", "", null, "", 1, null, 0, 1, false, Set.of());

        /** How much an empty place counts: an A before any number of C's beside it. */
        long importance() {
            return switch (grade) {
                case "A" -> 10_000L + urgency;
                case "B" -> 1_000L + urgency;
                default -> 100L + urgency;
            };
        }
    }
}
