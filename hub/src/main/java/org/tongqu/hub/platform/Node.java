package org.tongqu.hub.platform;

/**
 * This running hub: leases carry its name.
 *
 * @param home stable over restarts of one home; a start may free what an earlier life of the same home held, because the home's
 *     lock proves that life over
 * @param life new at every start
 */
public record Node(String home, String life) {
    public String name() {
        return home + ":" + life;
    }
}
