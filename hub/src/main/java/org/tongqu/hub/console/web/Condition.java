package org.tongqu.hub.console.web;

import java.util.List;
import java.util.Map;

/**
 * 路况: one station of the road on which all needs are drawn.
 *
 * @param weight thickness of the way on from here, 0 thin to 2 thick, by how many stand here
 * @param mood calm or late
 */
record Condition(String state, long count, int weight, String mood, String remark) {
    private static final List<String> STATIONS =
            List.of("RAISED", "GRADED", "ASKED", "ACKNOWLEDGED", "QUOTED", "ORDERED", "DELIVERED", "PAID");
    /** What every factory refused waits for the desk and is on the road, though at no station. */
    private static final List<String> BEFORE_THE_END =
            List.of("RAISED", "GRADED", "ASKED", "ACKNOWLEDGED", "QUOTED", "ORDERED", "DELIVERED", "REFUSED");

    /** @param late how many answers are overdue, by the state their demand stands in */
    static List<Condition> of(Map<String, Long> counts, Map<String, Long> late, Say say) {
        long most = Math.max(
                1,
                STATIONS.stream()
                        .mapToLong(state -> counts.getOrDefault(state, 0L))
                        .max()
                        .orElse(1));
        return STATIONS.stream()
                .map(state -> of(state, counts.getOrDefault(state, 0L), late.getOrDefault(state, 0L), most, say))
                .toList();
    }

    private static Condition of(String state, long count, long late, long most, Say say) {
        int weight = count == 0 ? 0 : count * 2 > most ? 2 : 1;
        boolean troubled = late > 0 && count > 0;
        return new Condition(
                state, count, weight, troubled ? "late" : "calm", troubled ? say.word("home.late", late) : "");
    }

    static long onTheRoad(Map<String, Long> counts) {
        return BEFORE_THE_END.stream()
                .mapToLong(state -> counts.getOrDefault(state, 0L))
                .sum();
    }
}
