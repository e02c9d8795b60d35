package org.tongqu.hub.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tongqu.hub.matching.Grouping.Decided;
import org.tongqu.hub.matching.Matching.Decision;

/** What people said of the members of one part, the newest first: each word is taken as far as no newer one stands against it. */
final class DecidedPairs {
    private final int[] homes;
    private final List<int[]> same = new ArrayList<>();
    private final List<int[]> apart = new ArrayList<>();

    DecidedPairs(int members) {
        homes = new int[members];
        for (int i = 0; i < members; i++) {
            homes[i] = i;
        }
    }

    void add(Decision decision, Map<String, Integer> places) {
        List<Integer> left = known(decision.left(), places);
        List<Integer> right = known(decision.right(), places);
        if (decision.same()) {
            left.forEach(one -> join(left.getFirst(), one));
            right.forEach(one -> join(left.isEmpty() ? right.getFirst() : left.getFirst(), one));
        } else {
            left.forEach(one -> right.forEach(other -> keepApart(one, other)));
        }
    }

    private static List<Integer> known(List<String> records, Map<String, Integer> places) {
        return records.stream()
                .filter(places::containsKey)
                .map(record -> Objects.requireNonNull(places.get(record)))
                .toList();
    }

    private void join(int a, int b) {
        int one = homes[a];
        int other = homes[b];
        boolean forbidden = apart.stream()
                .anyMatch(pair -> (homes[pair[0]] == one && homes[pair[1]] == other)
                        || (homes[pair[0]] == other && homes[pair[1]] == one));
        if (one == other || forbidden) {
            return;
        }
        same.add(new int[] {a, b});
        for (int i = 0; i < homes.length; i++) {
            homes[i] = homes[i] == other ? one : homes[i];
        }
    }

    private void keepApart(int a, int b) {
        if (homes[a] != homes[b]) {
            apart.add(new int[] {a, b});
        }
    }

    Decided decided() {
        return new Decided(same, apart);
    }
}
