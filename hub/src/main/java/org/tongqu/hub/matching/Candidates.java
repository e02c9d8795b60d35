package org.tongqu.hub.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Pairs of records that share a key; a key that too many share tells nothing and is left out. */
final class Candidates {
    private Candidates() {}

    /** Most records a key may have, by its kind: what is strong may be shared by more. */
    static int most(String key) {
        return switch (key.charAt(0)) {
            case 'U' -> 2000;
            case 'N', 'C', 'R' -> 150;
            case 'B', 'S', 'T' -> 100;
            default -> 40;
        };
    }

    static long[] pairs(List<Said> all) {
        Map<String, List<Integer>> byKey = new HashMap<>();
        for (int i = 0; i < all.size(); i++) {
            for (String key : Keys.of(all.get(i))) {
                byKey.computeIfAbsent(key, none -> new ArrayList<>(2)).add(i);
            }
        }
        long[] pairs = new long[1 << 16];
        int count = 0;
        for (Map.Entry<String, List<Integer>> block : byKey.entrySet()) {
            List<Integer> members = block.getValue();
            if (members.size() > most(block.getKey())) {
                continue;
            }
            for (int i = 0; i < members.size(); i++) {
                for (int j = i + 1; j < members.size(); j++) {
                    if (count == pairs.length) {
                        pairs = java.util.Arrays.copyOf(pairs, 2 * count);
                    }
                    pairs[count++] = (long) members.get(i) << 32 | members.get(j);
                }
            }
        }
        return java.util.Arrays.stream(pairs, 0, count).sorted().distinct().toArray();
    }
}
