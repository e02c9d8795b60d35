package org.tongqu.hub.dispatch;

import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import ai.timefold.solver.core.api.solver.SolutionManager;
import ai.timefold.solver.core.api.solver.SolverConfigOverride;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.constructionheuristic.ConstructionHeuristicPhaseConfig;
import ai.timefold.solver.core.config.constructionheuristic.ConstructionHeuristicType;
import ai.timefold.solver.core.config.constructionheuristic.decider.forager.ConstructionHeuristicForagerConfig;
import ai.timefold.solver.core.config.constructionheuristic.decider.forager.ConstructionHeuristicPickEarlyType;
import ai.timefold.solver.core.config.localsearch.LocalSearchPhaseConfig;
import ai.timefold.solver.core.config.solver.EnvironmentMode;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds a team for every open place at once, says why, and what another person would cost. */
@Component
class Planner {
    private static final Duration LONGEST = Duration.ofSeconds(6);
    private static final long LEAST_MILLIS = 60;
    private static final long MOST_MILLIS = 1_500;
    private static final int TURNS_TRIED = 12;

    private final SolverFactory<Plan> solvers = SolverFactory.create(new SolverConfig()
            .withSolutionClass(Plan.class)
            .withEntityClasses(PlanPlace.class)
            .withConstraintProviderClass(PlanRules.class)
            .withEnvironmentMode(EnvironmentMode.NO_ASSERT)
            .withTerminationConfig(new TerminationConfig().withSpentLimit(LONGEST))
            .withPhases(
                    new ConstructionHeuristicPhaseConfig()
                            .withConstructionHeuristicType(ConstructionHeuristicType.FIRST_FIT)
                            .withForagerConfig(new ConstructionHeuristicForagerConfig()
                                    .withPickEarlyType(
                                            ConstructionHeuristicPickEarlyType
                                                    .FIRST_FEASIBLE_SCORE_OR_NON_DETERIORATING_HARD)),
                    new LocalSearchPhaseConfig()));

    private final SolutionManager<Plan, HardMediumSoftLongScore> scores = SolutionManager.create(solvers);

    /** Places nobody could ever take stay as they are, for there is nothing to move. */
    Plan solve(List<PlanPlace> all) {
        Map<Boolean, List<PlanPlace>> byChoice = all.stream()
                .collect(Collectors.partitioningBy(
                        place -> place.pinned() || place.turns().size() > 1));
        List<PlanPlace> open = byChoice.getOrDefault(true, List.of());
        boolean settled = open.stream().allMatch(PlanPlace::pinned);
        Plan solved = settled
                ? new Plan(open)
                : solvers.buildSolver(limits(open.size())).solve(new Plan(open));
        Plan whole = new Plan(Stream.concat(solved.places().stream(), byChoice.getOrDefault(false, List.of()).stream())
                .toList());
        scores.update(whole);
        return whole;
    }

    private static SolverConfigOverride<Plan> limits(int places) {
        long idle = Math.clamp(2L * places, LEAST_MILLIS, MOST_MILLIS);
        return new SolverConfigOverride<Plan>()
                .withTerminationConfig(
                        new TerminationConfig().withSpentLimit(LONGEST).withUnimprovedMillisecondsSpentLimit(idle));
    }

    /** The reasons of every place, as the rules matched. */
    Map<String, List<Reason>> reasons(Plan plan) {
        return Reasons.of(scores.analyze(plan), plan.places());
    }

    /** Others who could go, the cheapest first; the score is that of the places the two persons have, as nothing else moves. */
    List<Alternative> alternatives(List<PlanPlace> all, String placeId) {
        PlanPlace place = all.stream()
                .filter(each -> each.id().equals(placeId))
                .findFirst()
                .orElseThrow();
        Map<Person, List<Turn>> byPerson = place.turns().stream()
                .filter(turn ->
                        !turn.person().equals(Person.NOBODY) && !turn.person().equals(place.person()))
                .collect(Collectors.groupingBy(Turn::person));
        return byPerson.values().stream()
                .flatMap(turns -> best(all, place, turns).stream())
                .sorted(Comparator.comparing(Alternative::change).reversed())
                .toList();
    }

    private Stream<Alternative> bestOf(List<PlanPlace> others, PlanPlace place, List<Turn> turns) {
        HardMediumSoftLongScore before = score(others, place);
        return turns.stream()
                .limit(TURNS_TRIED)
                .map(turn ->
                        new Alternative(turn, score(others, place.with(turn)).subtract(before)));
    }

    private List<Alternative> best(List<PlanPlace> all, PlanPlace place, List<Turn> turns) {
        Person other = turns.getFirst().person();
        List<PlanPlace> others = all.stream()
                .filter(each -> !each.id().equals(place.id()) && each.filled())
                .filter(each -> each.person().equals(other) || each.person().equals(place.person()))
                .toList();
        return bestOf(others, place, turns).max(Comparator.comparing(Alternative::change)).stream()
                .toList();
    }

    private HardMediumSoftLongScore score(List<PlanPlace> others, PlanPlace place) {
        Plan small = new Plan(Stream.concat(others.stream(), Stream.of(place)).toList());
        return java.util.Objects.requireNonNull(scores.update(small));
    }

    /** @param change of the score; below nothing where the plan gets worse */
    record Alternative(Turn turn, HardMediumSoftLongScore change) {}

    /** @param points what it takes from the score, at most nothing */
    record Reason(String rule, HardMediumSoftLongScore points) {}
}
