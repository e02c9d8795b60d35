package org.tongqu.hub.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;

/**
 * Records to firms: the two groups that go together best are joined first, as long as nothing in them contradicts.
 * A pure function of the set of records: ties are broken by the records' ids.
 */
final class Grouping {
    /** Groups are joined above this, in log-odds; between it and as much below a person is asked. */
    static final double JOIN = 0;

    private static final double DOUBT = 1.5;
    /** No single kind of evidence outvotes everything else. */
    private static final double CAP = 8;
    /** How much the best pair of two groups counts beside all pairs. */
    private static final double BEST = 0.3;
    /** A group that would go as well elsewhere, by less than this, is nobody's to decide. */
    private static final double MARGIN = 0.5;

    private static final double SURE = 4;

    /** Two records that a key brought together, and what they weigh by kind of evidence. */
    record Edge(int a, int b, double[] parts) {}

    /** Two records of different groups that a person should look at. */
    record Doubt(int a, int b, double score) {}

    /** The groups, and the pairs of them that a person should look at; members are places in the list. */
    record Grouped(List<List<Integer>> groups, List<Doubt> doubts) {
        Grouped {
            groups = List.copyOf(groups);
            doubts = List.copyOf(doubts);
        }
    }

    private record Link(double score, int a, int b, int versionA, int versionB) implements Comparable<Link> {
        @Override
        public int compareTo(Link other) {
            int byScore = Double.compare(other.score, score);
            int byA = byScore == 0 ? Integer.compare(a, other.a) : byScore;
            return byA == 0 ? Integer.compare(b, other.b) : byA;
        }
    }

    private static final class Sum {
        final double[] sums = new double[Evidence.FIELDS];
        final double[] mosts = new double[Evidence.FIELDS];
        int count;

        Sum() {
            Arrays.fill(mosts, Double.NEGATIVE_INFINITY);
        }

        void add(double[] parts) {
            for (int i = 0; i < parts.length; i++) {
                sums[i] += Math.max(-CAP, Math.min(CAP, parts[i]));
                mosts[i] = Math.max(mosts[i], parts[i]);
            }
            count++;
        }

        void add(Sum other) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] += other.sums[i];
                mosts[i] = Math.max(mosts[i], other.mosts[i]);
            }
            count += other.count;
        }

        /** A code, number, address, mail or person in common, without which nothing goes with a branch that does not say 分公司 itself. */
        boolean hasSign() {
            for (int i = Evidence.CODES; i < mosts.length; i++) {
                if (mosts[i] > 0) {
                    return true;
                }
            }
            return false;
        }

        /** A code in common counts whole, however many members say none: a firm has one. */
        double link() {
            double link = 0;
            for (int i = 0; i < sums.length; i++) {
                boolean shared = i == Evidence.CODES && mosts[i] > 0;
                link += shared ? mosts[i] : BEST * mosts[i] + (1 - BEST) * sums[i] / count;
            }
            return link;
        }
    }

    private static final class Group {
        final List<Integer> members = new ArrayList<>();
        /** Members of no group of this one's, because a person said so. */
        final Set<Integer> apart = new HashSet<>();

        final Map<Integer, Sum> links = new TreeMap<>();
        Conflicts conflicts;
        int version;

        Group(int member, Conflicts conflicts) {
            members.add(member);
            this.conflicts = conflicts;
        }
    }

    /** What people said of pairs of places in the list: one firm, or none. */
    record Decided(List<int[]> same, List<int[]> apart) {}

    private final List<Said> records;
    private final BiFunction<Said, Said, double[]> weigh;
    private final Map<Integer, Group> groups = new TreeMap<>();
    private final PriorityQueue<Link> queue = new PriorityQueue<>();

    private Grouping(List<Said> records, BiFunction<Said, Said, double[]> weigh) {
        this.records = records;
        this.weigh = weigh;
    }

    /**
     * @param records of one component, sorted by id
     * @param edges between places in the list
     * @param weigh what two records weigh that no key brought together
     */
    static Grouped of(List<Said> records, List<Edge> edges, BiFunction<Said, Said, double[]> weigh) {
        return of(records, edges, weigh, new Decided(List.of(), List.of()));
    }

    static Grouped of(List<Said> records, List<Edge> edges, BiFunction<Said, Said, double[]> weigh, Decided decided) {
        Grouping all = new Grouping(records, weigh);
        for (int i = 0; i < records.size(); i++) {
            all.groups.put(i, new Group(i, Conflicts.of(records.get(i))));
        }
        for (Edge edge : edges) {
            all.sum(edge.a(), edge.b()).add(edge.parts());
        }
        all.decide(decided);
        all.groups.forEach((id, group) ->
                group.links.keySet().stream().filter(other -> other > id).forEach(other -> all.offer(id, other)));
        all.join();
        return new Grouped(
                all.groups.values().stream()
                        .map(group -> group.members.stream().sorted().toList())
                        .toList(),
                all.doubts());
    }

    private void decide(Decided decided) {
        for (int[] pair : decided.apart()) {
            its(pair[0]).apart.add(pair[1]);
            its(pair[1]).apart.add(pair[0]);
        }
        for (int[] pair : decided.same()) {
            int a = home(pair[0]);
            int b = home(pair[1]);
            if (a != b) {
                merge(Math.min(a, b), its(Math.min(a, b)), Math.max(a, b), its(Math.max(a, b)));
            }
        }
        queue.clear();
    }

    private int home(int member) {
        if (groups.containsKey(member) && its(member).members.contains(member)) {
            return member;
        }
        return groups.entrySet().stream()
                .filter(entry -> entry.getValue().members.contains(member))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    /** What the members say forbids it, or a person does. */
    private static boolean never(Group one, Group other) {
        return Conflicts.contradict(one.conflicts, other.conflicts)
                || (!one.apart.isEmpty() && !Collections.disjoint(one.apart, other.members));
    }

    private List<Doubt> doubts() {
        List<Doubt> doubts = new ArrayList<>();
        groups.forEach((a, group) -> group.links.forEach((b, sum) -> {
            if (a < b && sum.link() > JOIN - DOUBT && !never(group, its(b))) {
                doubts.add(new Doubt(a, b, sum.link()));
            }
        }));
        return doubts;
    }

    private Group its(int group) {
        return Objects.requireNonNull(groups.get(group), "group");
    }

    private Sum sum(int a, int b) {
        Sum sum = new Sum();
        its(a).links.put(b, sum);
        its(b).links.put(a, sum);
        return sum;
    }

    private void offer(int a, int b) {
        Group one = its(a);
        Group other = its(b);
        Sum sum = Objects.requireNonNull(one.links.get(b), "link");
        double score = sum.link();
        boolean mayBranch = one.conflicts.isBranch() == other.conflicts.isBranch() || sum.hasSign();
        if (score > JOIN && mayBranch && !never(one, other)) {
            queue.add(new Link(
                    score, Math.min(a, b), Math.max(a, b), its(Math.min(a, b)).version, its(Math.max(a, b)).version));
        }
    }

    private void join() {
        boolean joined = true;
        while (joined) {
            joined = false;
            List<Link> doubtful = new ArrayList<>();
            while (!queue.isEmpty()) {
                Link best = queue.poll();
                Group one = groups.get(best.a());
                Group other = groups.get(best.b());
                if (one == null
                        || other == null
                        || one.version != best.versionA()
                        || other.version != best.versionB()) {
                    continue;
                }
                if (best.score() < SURE && (rivalled(best, best.a(), best.b()) || rivalled(best, best.b(), best.a()))) {
                    doubtful.add(best);
                } else {
                    merge(best.a(), one, best.b(), other);
                    joined = true;
                }
            }
            if (joined) {
                queue.addAll(doubtful);
            }
        }
    }

    /** Whether the small group would go nearly as well with a third, which the second cannot be. */
    private boolean rivalled(Link best, int small, int large) {
        Group its = its(small);
        Group home = its(large);
        if (its.members.size() > 1) {
            return false;
        }
        for (Map.Entry<Integer, Sum> link : its.links.entrySet()) {
            int third = link.getKey();
            if (third != large
                    && link.getValue().link() > Math.max(JOIN, best.score() - MARGIN)
                    && groups.containsKey(third)) {
                Group rival = its(third);
                Sum between = home.links.get(third);
                boolean apart = between == null || between.link() <= JOIN || never(home, rival);
                if (apart && !never(its, rival)) {
                    return true;
                }
            }
        }
        return false;
    }

    private void merge(int a, Group one, int b, Group other) {
        groups.remove(b);
        one.links.remove(b);
        other.links.remove(a);
        TreeSet<Integer> neighbours = new TreeSet<>(one.links.keySet());
        neighbours.addAll(other.links.keySet());
        for (int c : neighbours) {
            Group third = its(c);
            Sum sum = one.links.computeIfAbsent(c, none -> cross(one, third));
            Sum more = other.links.get(c);
            sum.add(more == null ? cross(other, third) : more);
            third.links.put(a, sum);
            third.links.remove(b);
        }
        one.members.addAll(other.members);
        one.apart.addAll(other.apart);
        one.conflicts = one.conflicts.with(other.conflicts);
        one.version++;
        neighbours.forEach(c -> offer(a, c));
    }

    private Sum cross(Group one, Group other) {
        Sum sum = new Sum();
        for (int a : one.members) {
            for (int b : other.members) {
                sum.add(weigh.apply(records.get(a), records.get(b)));
            }
        }
        return sum;
    }
}
