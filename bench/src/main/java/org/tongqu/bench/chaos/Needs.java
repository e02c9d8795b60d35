package org.tongqu.bench.chaos;

import java.util.List;

/**
 * What a home must have so that these faults can be struck on it; what it need not have, it has not, so that it is as its users' are.
 *
 * @param brokerApart the broker is a process of its own, as it is where two hubs share one
 * @param smallDisks the store and a broker apart have small disks of their own, where this machine lets us
 * @param agent the hub can be told to die at a moment, or what time it is; it starts seconds later for it
 */
record Needs(boolean brokerApart, boolean smallDisks, boolean agent) {
    static Needs of(List<Fault> faults) {
        List<String> names = faults.stream().map(Fault::name).toList();
        return new Needs(
                names.stream().anyMatch(name -> name.startsWith("broker")),
                names.stream().anyMatch(name -> name.contains("disk full")),
                names.stream().anyMatch(name -> name.startsWith("killed") || name.startsWith("clock")));
    }
}
