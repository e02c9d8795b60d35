package org.tongqu.hub.customers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tongqu.hub.customers.Customers.Foreseen;
import org.tongqu.hub.customers.Customers.Observation;
import org.tongqu.hub.matching.Matching;
import org.tongqu.hub.matching.Matching.Link;

/** What observations would come to, by the very rule they would be grouped by on arrival. */
@Component
class Foreseeing {
    private static final String COMING = "~";

    private final Matching matching;
    private final DecisionStore decisions;
    private final Places places;

    Foreseeing(Matching matching, DecisionStore decisions, Places places) {
        this.matching = matching;
        this.decisions = decisions;
        this.places = places;
    }

    List<Foreseen> foresee(List<Observation> observations) {
        List<SourceRecord> coming = coming(observations);
        Map<String, Foreseen> found = new HashMap<>();
        matching.foresee(coming.stream().map(SourceRecord::told).toList(), decisions::about)
                .forEach(part -> part.firms().forEach(firm -> ofFirm(firm, part.doubts(), found)));
        return coming.stream()
                .map(record -> Objects.requireNonNull(found.get(record.id())))
                .toList();
    }

    List<List<Integer>> together(List<Observation> observations) {
        return matching
                .together(coming(observations).stream().map(SourceRecord::told).toList())
                .stream()
                .map(part -> part.stream().map(Foreseeing::number).toList())
                .toList();
    }

    private List<SourceRecord> coming(List<Observation> observations) {
        List<SourceRecord> coming = new ArrayList<>();
        for (Observation each : observations) {
            coming.add(SourceRecord.of(id(coming.size()), each, places));
        }
        return coming;
    }

    /** Sorts behind every id, so that what is kept is older than what comes. */
    private static String id(int n) {
        return String.format(Locale.ROOT, "%s%08d", COMING, n);
    }

    private static boolean coming(String id) {
        return id.startsWith(COMING);
    }

    private static int number(String id) {
        return Integer.parseInt(id.substring(COMING.length()));
    }

    private static void ofFirm(Matching.Firm firm, List<Link> doubts, Map<String, Foreseen> found) {
        Optional<String> kept =
                firm.records().stream().filter(id -> !coming(id)).findFirst();
        List<Link> asked = doubts.stream().filter(doubt -> touches(firm, doubt)).toList();
        List<String> mine =
                firm.records().stream().filter(Foreseeing::coming).sorted().toList();
        for (String id : mine) {
            Optional<Link> speaking = firm.links().stream()
                    .filter(link -> link.record().equals(id))
                    .findFirst()
                    .or(() -> asked.stream().filter(doubt -> kept.isEmpty()).findFirst());
            found.put(
                    id,
                    new Foreseen(
                            kept.orElse(null),
                            id.equals(mine.getFirst()) ? null : number(mine.getFirst()),
                            kept.isPresent()
                                    ? List.of()
                                    : others(firm, asked)
                                            .filter(other -> !coming(other))
                                            .toList(),
                            kept.isPresent()
                                    ? null
                                    : others(firm, asked)
                                            .filter(Foreseeing::coming)
                                            .map(Foreseeing::number)
                                            .min(Integer::compare)
                                            .orElse(null),
                            speaking.map(Link::clues).orElse(List.of())));
        }
    }

    private static Stream<String> others(Matching.Firm firm, List<Link> asked) {
        return asked.stream()
                .map(doubt -> firm.records().contains(doubt.record()) ? doubt.other() : doubt.record())
                .distinct();
    }

    private static boolean touches(Matching.Firm firm, Link doubt) {
        return firm.records().contains(doubt.record()) != firm.records().contains(doubt.other());
    }
}
