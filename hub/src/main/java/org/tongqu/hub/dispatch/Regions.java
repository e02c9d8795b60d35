package org.tongqu.hub.dispatch;

import java.util.List;
import java.util.Map;

/** How far one region is from another, in borders to cross; export is farther than any. */
final class Regions {
    static final int FARTHEST = 4;

    private static final Map<String, List<String>> BESIDE = Map.of(
            "NE", List.of("N"),
            "N", List.of("NE", "E", "CS", "NW"),
            "E", List.of("N", "CS"),
            "CS", List.of("N", "E", "SW", "NW"),
            "SW", List.of("CS", "NW"),
            "NW", List.of("N", "CS", "SW"));

    private Regions() {}

    static int between(String one, String other) {
        return within(one, other, 0);
    }

    private static int within(String one, String other, int steps) {
        if (one.equals(other)) {
            return steps;
        }
        if (steps == FARTHEST) {
            return FARTHEST;
        }
        return BESIDE.getOrDefault(one, List.of()).stream()
                .mapToInt(next -> within(next, other, steps + 1))
                .min()
                .orElse(FARTHEST);
    }
}
