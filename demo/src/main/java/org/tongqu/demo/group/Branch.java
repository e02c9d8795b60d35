package org.tongqu.demo.group;

import java.util.List;
import org.tongqu.demo.line.Credential;

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

    Credential credential() {
        return Credential.basic(rep, "demo");
    }
}
