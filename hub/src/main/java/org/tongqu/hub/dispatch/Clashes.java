package org.tongqu.hub.dispatch;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds where two needs want one person: the one who suits a place best is with another team when the place could first be filled. */
final class Clashes {
    private final Map<Person, List<PlanPlace>> byPerson;

    Clashes(List<PlanPlace> places) {
        this.byPerson = places.stream().filter(PlanPlace::filled).collect(Collectors.groupingBy(PlanPlace::person));
    }

    /** The person wanted most and which dispatch has her; empty where the place has one who suits as well, at once. */
    Optional<Clash> at(PlanPlace place) {
        long best = place.turns().stream()
                .filter(turn -> !turn.person().equals(Person.NOBODY))
                .mapToLong(turn -> PlanRules.ownCost(turn.person(), place.wanted()))
                .min()
                .orElse(-1);
        boolean suited = place.filled()
                && PlanRules.ownCost(place.person(), place.wanted()) <= best
                && place.turn().delay() == 0;
        return place.pinned() || suited ? Optional.empty() : wantedElsewhere(place, best);
    }

    private Optional<Clash> wantedElsewhere(PlanPlace place, long best) {
        return place.turns().stream()
                .filter(turn -> PlanRules.ownCost(turn.person(), place.wanted()) == best)
                .flatMap(turn -> byPerson.getOrDefault(turn.person(), List.of()).stream()
                        .filter(other -> !other.wanted()
                                .dispatchId()
                                .equals(place.wanted().dispatchId()))
                        .filter(other -> !other.turn().from().isAfter(turn.until())
                                && !turn.from().isAfter(other.turn().until()))
                        .map(other -> new Clash(turn, other)))
                .min(Comparator.comparing((Clash clash) -> clash.turn().delay())
                        .thenComparing(clash -> clash.turn().person().id()));
    }

    /** @param by the place that has her in those days */
    record Clash(Turn turn, PlanPlace by) {
        /** Name, dispatch, its grade and until when, in one line that the page takes apart. */
        String line() {
            return String.join(
                    "|",
                    turn.person().name(),
                    by.wanted().number(),
                    by.wanted().grade(),
                    by.turn().until().toString());
        }
    }
}
