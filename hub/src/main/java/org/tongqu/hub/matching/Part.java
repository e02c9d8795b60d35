package org.tongqu.hub.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tongqu.hub.matching.Grouping.Decided;
import org.tongqu.hub.matching.Grouping.Edge;
import org.tongqu.hub.matching.Matching.Decision;
import org.tongqu.hub.matching.Matching.Firm;
import org.tongqu.hub.matching.Matching.Grouped;
import org.tongqu.hub.matching.Matching.Link;

/** A connected part of all records: its firms, why, and what is in doubt. */
final class Part {
    private final List<Said> members;
    private final Weighing weighing;
    private final List<Edge> edges = new ArrayList<>();

    Part(List<Said> members, Weighing weighing) {
        this.members = members.stream().sorted(Comparator.comparing(Said::id)).toList();
        this.weighing = weighing;
        edges();
    }

    /** Pairs that share a key, as in a file. */
    private void edges() {
        Map<String, List<Integer>> byKey = new HashMap<>();
        for (int i = 0; i < members.size(); i++) {
            for (String key : Keys.of(members.get(i))) {
                byKey.computeIfAbsent(key, none -> new ArrayList<>()).add(i);
            }
        }
        Set<Long> seen = new HashSet<>();
        for (List<Integer> block : new TreeMap<>(byKey).values()) {
            for (int i = 0; i < block.size(); i++) {
                for (int j = i + 1; j < block.size(); j++) {
                    edge(block.get(i), block.get(j), seen);
                }
            }
        }
    }

    private void edge(int a, int b, Set<Long> seen) {
        if (seen.add((long) a << 32 | b)) {
            edges.add(new Edge(a, b, weighing.parts(weighing.evidence(members.get(a), members.get(b)))));
        }
    }

    Grouped grouped(List<Decision> decisions) {
        if (members.size() == 1) {
            return new Grouped(List.of(new Firm(List.of(members.getFirst().id()), List.of())), List.of());
        }
        Grouping.Grouped grouped =
                Grouping.of(members, edges, (a, b) -> weighing.parts(weighing.evidence(a, b)), decided(decisions));
        List<Firm> firms = grouped.groups().stream().map(this::firm).toList();
        List<Link> doubts = grouped.doubts().stream()
                .map(doubt -> weighing.link(members.get(doubt.a()), members.get(doubt.b())))
                .toList();
        return new Grouped(firms, doubts);
    }

    private Firm firm(List<Integer> group) {
        Set<Integer> its = Set.copyOf(group);
        Map<Integer, Edge> best = new TreeMap<>();
        edges.stream()
                .filter(edge -> its.contains(edge.a()) && its.contains(edge.b()))
                .forEach(edge -> best.merge(edge.b(), edge, Part::better));
        return new Firm(
                group.stream().map(place -> members.get(place).id()).toList(),
                best.values().stream()
                        .map(edge -> weighing.link(members.get(edge.b()), members.get(edge.a())))
                        .toList());
    }

    private static Edge better(Edge one, Edge other) {
        return Weighing.sum(other.parts()) > Weighing.sum(one.parts()) ? other : one;
    }

    /** The newest word first: an older one that would go against it counts for nothing. */
    private Decided decided(List<Decision> decisions) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < members.size(); i++) {
            places.put(members.get(i).id(), i);
        }
        DecidedPairs pairs = new DecidedPairs(members.size());
        decisions.reversed().forEach(decision -> pairs.add(decision, places));
        return pairs.decided();
    }
}
