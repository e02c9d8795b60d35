package org.tongqu.hub.dispatch;

import ai.timefold.solver.core.api.score.analysis.ConstraintAnalysis;
import ai.timefold.solver.core.api.score.analysis.MatchAnalysis;
import ai.timefold.solver.core.api.score.analysis.ScoreAnalysis;
import ai.timefold.solver.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import ai.timefold.solver.core.api.score.stream.DefaultConstraintJustification;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Hands each match of a rule to the places it speaks of; what speaks of a person belongs to all her places. */
final class Reasons {
    private Reasons() {}

    static Map<String, List<Planner.Reason>> of(
            ScoreAnalysis<HardMediumSoftLongScore> analysis, List<PlanPlace> places) {
        Map<Person, List<PlanPlace>> byPerson =
                places.stream().filter(PlanPlace::filled).collect(Collectors.groupingBy(PlanPlace::person));
        Map<String, List<Planner.Reason>> reasons = new HashMap<>();
        for (ConstraintAnalysis<HardMediumSoftLongScore> rule : analysis.constraintAnalyses()) {
            for (MatchAnalysis<HardMediumSoftLongScore> match : rule.matches()) {
                Planner.Reason reason = new Planner.Reason(rule.constraintRef().constraintName(), match.score());
                spokenOf(match, byPerson)
                        .distinct()
                        .forEach(place -> reasons.computeIfAbsent(place.id(), none -> new ArrayList<>())
                                .add(reason));
            }
        }
        return reasons;
    }

    private static Stream<PlanPlace> spokenOf(
            MatchAnalysis<HardMediumSoftLongScore> match, Map<Person, List<PlanPlace>> byPerson) {
        if (match.justification() instanceof DefaultConstraintJustification said) {
            return said.getFacts().stream().flatMap(fact -> switch (fact) {
                case PlanPlace place -> Stream.of(place);
                case Person person -> byPerson.getOrDefault(person, List.of()).stream();
                default -> Stream.of();
            });
        }
        return Stream.of();
    }
}
