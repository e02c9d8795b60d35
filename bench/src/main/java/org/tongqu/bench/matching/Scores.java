package org.tongqu.bench.matching;

import java.util.HashMap;
import java.util.Map;

/**
 * How right groups of records are: over all pairs that are together, and record by record (B-cubed), where a big group does not weigh more.
 *
 * @param pairPrecision of pairs told to be one firm, the share that is; 1 where none is told
 * @param pairRecall of true pairs, the share that was told; 1 where there is none
 * @param cubedPrecision of a record's group, the share that is of its firm, on average over all records
 * @param cubedRecall of a record's firm, the share that is in its group, on average over all records
 */
record Scores(double pairPrecision, double pairRecall, double cubedPrecision, double cubedRecall, int groups) {

    /**
     * @param truth firm of each record
     * @param told group of each record; it must name the same records
     */
    static Scores of(Map<String, String> truth, Map<String, String> told) {
        Map<String, Integer> firms = new HashMap<>();
        Map<String, Integer> groups = new HashMap<>();
        Map<Both, Integer> together = new HashMap<>();
        truth.forEach((record, firm) -> {
            String group = told.getOrDefault(record, "");
            firms.merge(firm, 1, Integer::sum);
            groups.merge(group, 1, Integer::sum);
            together.merge(new Both(firm, group), 1, Integer::sum);
        });
        double right = pairs(together);
        return new Scores(
                share(right, pairs(groups)),
                share(right, pairs(firms)),
                cubed(together, both -> groups.getOrDefault(both.group(), 1)) / truth.size(),
                cubed(together, both -> firms.getOrDefault(both.firm(), 1)) / truth.size(),
                groups.size());
    }

    private record Both(String firm, String group) {}

    private interface Size {
        int of(Both both);
    }

    /** Each of the n records that share firm and group finds n of its group's, or its firm's, records right. */
    private static double cubed(Map<Both, Integer> together, Size size) {
        return together.entrySet().stream()
                .mapToDouble(entry -> (double) entry.getValue() * entry.getValue() / size.of(entry.getKey()))
                .sum();
    }

    private static double pairs(Map<?, Integer> sizes) {
        return sizes.values().stream()
                .mapToDouble(size -> size * (size - 1.0) / 2)
                .sum();
    }

    private static double share(double part, double whole) {
        return whole == 0 ? 1 : part / whole;
    }

    double pairF1() {
        return harmonic(pairPrecision, pairRecall);
    }

    double cubedF1() {
        return harmonic(cubedPrecision, cubedRecall);
    }

    private static double harmonic(double precision, double recall) {
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }
}
