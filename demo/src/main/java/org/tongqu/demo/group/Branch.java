package org.tongqu.demo.group;

import java.util.List;
import java.util.Locale;
import org.tongqu.demo.line.Credential;
import org.tongqu.demo.line.Wires;

/**
 * 大区: a regional branch with the rep who writes its visits.
 *
 * @param region NE N E CS SW NW
 * @param rep login of the rep
 * @param agent code of the agent that covers the region
 */
record Branch(String region, String rep, String agent) {
    static final List<Branch> ALL = List.of(
            new Branch("NE", "rep-ne-1", "agent-a002"),
            new Branch("N", "rep-n-1", "agent-a002"),
            new Branch("E", "rep-e-1", "agent-a003"),
            new Branch("CS", "rep-cs-1", "agent-a004"),
            new Branch("SW", "rep-sw-1", "agent-a005"),
            new Branch("NW", "rep-nw-1", "agent-a006"));

    static Branch numbered(int number) {
        return ALL.get(Math.floorMod(number, ALL.size()));
    }

    static Branch of(String region) {
        return ALL.stream()
                .filter(branch -> branch.region.equals(region))
                .findFirst()
                .orElseThrow();
    }

    static Branch whose(String rep) {
        return ALL.stream().filter(branch -> branch.rep.equals(rep)).findFirst().orElseThrow();
    }

    /** As the hub knows it. */
    String code() {
        return "branch-" + region.toLowerCase(Locale.ROOT);
    }

    Credential atTheHub() {
        return Credential.basic(rep, Wires.SECRET);
    }

    Credential atItsNode() {
        return Credential.basic(code(), Wires.SECRET);
    }
}
