package org.tongqu.hub.dispatch;

import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All open places at once, as the solver is handed them and hands them back. */
@PlanningSolution
class Plan {
    @PlanningEntityCollectionProperty
    private List<PlanPlace> places;

    @PlanningScore
    private @Nullable HardMediumSoftLongScore score;

    /** For the solver alone, which fills a copy in. */
    Plan() {
        this(List.of());
    }

    Plan(List<PlanPlace> places) {
        this.places = places;
        this.score = null;
    }

    List<PlanPlace> places() {
        return places;
    }

    HardMediumSoftLongScore score() {
        return score == null ? HardMediumSoftLongScore.ZERO : score;
    }
}
