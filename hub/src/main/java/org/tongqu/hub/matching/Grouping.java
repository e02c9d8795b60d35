package org.tongqu.hub.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleBiFunction;

/**
 * Records to firms: the two groups that go together best are joined first, as long as nothing in them contradicts.
 * A pure function of the set of records: ties are broken by the records' ids.
 */
final class Grouping {
    static double JOIN = Double.parseDouble(System.getProperty("join", "0"));
    static double CAP = Double.parseDouble(System.getProperty("cap", "8"));
    static double MAXSHARE = Double.parseDouble(System.getProperty("maxshare", "0.3"));

    record Edge(int a, int b, double score) {}

    private record Link(double score, int a, int b, int versionA, int versionB) implements Comparable<Link> {
        @Override
        public int compareTo(Link other) {
            int byScore = Double.compare(other.score, score);
            int byA = byScore == 0 ? Integer.compare(a, other.a) : byScore;
            return byA == 0 ? Integer.compare(b, other.b) : byA;
        }
    }

    private static final class Sum {
        double sum;
        int count;
        double most = Double.NEGATIVE_INFINITY;

        void add(double score) {
            sum += Math.max(-CAP, Math.min(CAP, score));
            count++;
            most = Math.max(most, Math.min(CAP, score));
        }

        void add(Sum other) {
            sum += other.sum;
            count += other.count;
            most = Math.max(most, other.most);
        }

        double link() {
            return MAXSHARE * most + (1 - MAXSHARE) * sum / count;
        }
    }

    private static final class Group {
        final List<Integer> members = new ArrayList<>();
        final Map<Integer, Sum> links = new TreeMap<>();
        Conflicts conflicts;
        int version;

        Group(int member, Conflicts conflicts) {
            members.add(member);
            this.conflicts = conflicts;
        }
    }

    private final List<Said> records;
    private final ToDoubleBiFunction<Said, Said> weigh;
    private final Map<Integer, Group> groups = new HashMap<>();
    private final PriorityQueue<Link> queue = new PriorityQueue<>();

    private Grouping(List<Said> records, ToDoubleBiFunction<Said, Said> weigh) {
        this.records = records;
        this.weigh = weigh;
    }

    /**
     * @param records of one component, sorted by id
     * @param edges between places in the list
     * @param weigh what two records weigh that no key brought together
     */
    static List<List<Integer>> of(List<Said> records, List<Edge> edges, ToDoubleBiFunction<Said, Said> weigh) {
        Grouping all = new Grouping(records, weigh);
        for (int i = 0; i < records.size(); i++) {
            all.groups.put(i, new Group(i, Conflicts.of(records.get(i))));
        }
        for (Edge edge : edges) {
            all.sum(edge.a(), edge.b()).add(edge.score());
        }
        all.groups.forEach((id, group) -> group.links.keySet().stream().filter(other -> other > id).forEach(other -> all.offer(id, other)));
        all.join();
        return all.groups.values().stream().map(group -> group.members.stream().sorted().toList()).toList();
    }

    private Sum sum(int a, int b) {
        Sum sum = new Sum();
        groups.get(a).links.put(b, sum);
        groups.get(b).links.put(a, sum);
        return sum;
    }

    private void offer(int a, int b) {
        Group one = groups.get(a);
        Group other = groups.get(b);
        double score = one.links.get(b).link();
        if (score > JOIN && !one.conflicts.with(other.conflicts).impossible()) {
            queue.add(new Link(score, Math.min(a, b), Math.max(a, b), groups.get(Math.min(a, b)).version, groups.get(Math.max(a, b)).version));
        }
    }

    private void join() {
        while (!queue.isEmpty()) {
            Link best = queue.poll();
            Group one = groups.get(best.a());
            Group other = groups.get(best.b());
            if (one != null && other != null && one.version == best.versionA() && other.version == best.versionB()) {
                merge(best.a(), one, best.b(), other);
            }
        }
    }

    private void merge(int a, Group one, int b, Group other) {
        groups.remove(b);
        one.links.remove(b);
        other.links.remove(a);
        TreeSet<Integer> neighbours = new TreeSet<>(one.links.keySet());
        neighbours.addAll(other.links.keySet());
        for (int c : neighbours) {
            Group third = groups.get(c);
            Sum sum = one.links.computeIfAbsent(c, none -> cross(one, third));
            Sum more = other.links.get(c);
            sum.add(more == null ? cross(other, third) : more);
            third.links.put(a, sum);
            third.links.remove(b);
        }
        one.members.addAll(other.members);
        one.conflicts = one.conflicts.with(other.conflicts);
        one.version++;
        neighbours.forEach(c -> offer(a, c));
    }

    private Sum cross(Group one, Group other) {
        Sum sum = new Sum();
        for (int a : one.members) {
            for (int b : other.members) {
                sum.add(weigh.applyAsDouble(records.get(a), records.get(b)));
            }
        }
        return sum;
    }
}
