package org.tongqu.demo.group;

import java.util.List;
import java.util.Locale;
import org.tongqu.demo.line.Credential;
import org.tongqu.demo.line.Wires;

/**
 * 大区: a regional branch with the reps who write its visits.
 *
 * @param region NE N E CS SW NW
 * @param reps their logins
 */
record Branch(String region, List<String> reps) {
    static final List<Branch> ALL =
            List.of("NE", "N", "E", "CS", "SW", "NW").stream().map(Branch::in).toList();

    private static Branch in(String region) {
        String code = region.toLowerCase(Locale.ROOT);
        return new Branch(region, List.of("rep-" + code + "-1", "rep-" + code + "-2"));
    }

    static Branch numbered(int number) {
        return ALL.get(Math.floorMod(number, ALL.size()));
    }

    static Branch whose(String rep) {
        return ALL.stream()
                .filter(branch -> branch.reps.contains(rep))
                .findFirst()
                .orElseThrow();
    }

    /** As the hub knows it. */
    String code() {
        return "branch-" + region.toLowerCase(Locale.ROOT);
    }

    static Credential atTheHub(String rep) {
        return Credential.basic(rep, Wires.SECRET);
    }

    Credential atItsNode() {
        return Credential.basic(code(), Wires.SECRET);
    }
}
