package org.tongqu.hub.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tongqu.hub.matching.Grouping.Edge;

/** Groups a whole file of records at once: candidates by key, edges by weight, then each connected component by itself. */
final class AllRecords {
    /** Edges below this neither connect a component nor start a group. */
    private static final double FLOOR = -1;

    /** A group's records, the smallest id first. */
    record Firm(List<Said> members) {
        Firm {
            members = List.copyOf(members);
        }
    }

    /** Two records, what is said for and against their being one firm, and whether they were joined. */
    record Explained(Said a, Said b, double score, Set<Evidence> evidence, boolean joined) {
        Explained {
            evidence = Set.copyOf(evidence);
        }
    }

    private final List<Said> records;
    private final Weighing weighing;
    private final Map<Integer, List<Integer>> components;
    private final Map<Integer, List<Edge>> edges = new HashMap<>();
    private final List<Firm> firms = new ArrayList<>();
    private final List<Explained> explained = new ArrayList<>();
    private final List<Explained> doubtful = new ArrayList<>();

    private AllRecords(List<Told> told) {
        records = told.stream()
                .map(Said::of)
                .sorted(Comparator.comparing(Said::id))
                .toList();
        Map<String, Integer> spread = spread(records);
        weighing = new Weighing(number -> spread.getOrDefault(number, 0));
        long[] pairs = Candidates.pairs(records);
        double[][] parts = weighed(pairs);
        components = components(pairs, parts);
        edges(pairs, parts);
    }

    static AllRecords grouped(List<Told> told) {
        AllRecords all = new AllRecords(told);
        all.components.values().forEach(all::component);
        return all;
    }

    List<Firm> firms() {
        return List.copyOf(firms);
    }

    /** Each record beyond a group's first with the member it goes best with. */
    List<Explained> joined() {
        return List.copyOf(explained);
    }

    List<Explained> doubtful() {
        return List.copyOf(doubtful);
    }

    /** How many brands are known under each number: the telephone of an agent is that of many. */
    static Map<String, Integer> spread(List<Said> records) {
        Map<String, Set<String>> brands = new HashMap<>();
        for (Said said : records) {
            said.numbers().forEach(number -> brand(brands, number, said));
        }
        Map<String, Integer> spread = new HashMap<>();
        brands.forEach((number, its) -> spread.put(number, its.size()));
        return spread;
    }

    private static void brand(Map<String, Set<String>> brands, String number, Said said) {
        brands.computeIfAbsent(number, none -> new HashSet<>()).add(said.name().sound());
    }

    private double[][] weighed(long[] pairs) {
        double[][] parts = new double[pairs.length][];
        for (int i = 0; i < pairs.length; i++) {
            Said a = records.get(first(pairs[i]));
            Said b = records.get(second(pairs[i]));
            parts[i] = weighing.parts(weighing.evidence(a, b));
        }
        return parts;
    }

    private Map<Integer, List<Integer>> components(long[] pairs, double[][] parts) {
        int[] parents = new int[records.size()];
        for (int i = 0; i < parents.length; i++) {
            parents[i] = i;
        }
        for (int i = 0; i < pairs.length; i++) {
            if (Weighing.sum(parts[i]) > FLOOR) {
                int a = root(parents, first(pairs[i]));
                int b = root(parents, second(pairs[i]));
                parents[Math.max(a, b)] = Math.min(a, b);
            }
        }
        Map<Integer, List<Integer>> all = new TreeMap<>();
        for (int i = 0; i < parents.length; i++) {
            all.computeIfAbsent(root(parents, i), none -> new ArrayList<>()).add(i);
        }
        return all;
    }

    private static int root(int[] parents, int of) {
        int at = of;
        while (parents[at] != at) {
            parents[at] = parents[parents[at]];
            at = parents[at];
        }
        return at;
    }

    private void edges(long[] pairs, double[][] parts) {
        int[] component = new int[records.size()];
        int[] place = new int[records.size()];
        components.forEach((root, members) -> {
            for (int i = 0; i < members.size(); i++) {
                component[members.get(i)] = root;
                place[members.get(i)] = i;
            }
        });
        for (int i = 0; i < pairs.length; i++) {
            int a = first(pairs[i]);
            int b = second(pairs[i]);
            if (component[a] == component[b]) {
                edges.computeIfAbsent(component[a], none -> new ArrayList<>())
                        .add(new Edge(place[a], place[b], parts[i]));
            }
        }
    }

    private void component(List<Integer> places) {
        List<Said> members = places.stream().map(records::get).toList();
        List<Edge> its = edges.getOrDefault(places.getFirst(), List.of());
        Grouping.Grouped grouped = Grouping.of(members, its, (a, b) -> weighing.parts(weighing.evidence(a, b)));
        int[] group = new int[members.size()];
        for (List<Integer> one : grouped.groups()) {
            one.forEach(member -> group[member] = one.getFirst());
            firms.add(new Firm(one.stream().map(members::get).toList()));
        }
        explain(members, its, group);
        grouped.doubts()
                .forEach(doubt -> doubtful.add(explained(members.get(doubt.a()), members.get(doubt.b()), false)));
    }

    private void explain(List<Said> members, List<Edge> its, int[] group) {
        Map<Integer, Edge> best = new TreeMap<>();
        for (Edge edge : its) {
            if (group[edge.a()] == group[edge.b()]) {
                best.merge(
                        edge.b(),
                        edge,
                        (one, other) -> Weighing.sum(other.parts()) > Weighing.sum(one.parts()) ? other : one);
            }
        }
        best.values().forEach(edge -> explained.add(explained(members.get(edge.a()), members.get(edge.b()), true)));
    }

    private Explained explained(Said a, Said b, boolean joined) {
        Set<Evidence> found = weighing.evidence(a, b);
        return new Explained(a, b, weighing.score(found), found, joined);
    }

    Weighing weighing() {
        return weighing;
    }

    private static int first(long pair) {
        return (int) (pair >> 32);
    }

    private static int second(long pair) {
        return (int) pair;
    }
}
