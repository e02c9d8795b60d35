package org.tongqu.bench.chaos;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.tongqu.bench.chaos.Fault.Ground;
import org.tongqu.bench.chaos.Fault.Skipped;

/** Disks that are full for some seconds, each a small one of its own. */
final class DiskFaults {
    private static final int LEAST_MILLIS = 3_000;
    private static final int MORE_MILLIS = 6_000;

    private DiskFaults() {}

    static List<Fault> all() {
        return List.of(
                Faults.plain(
                        "disk full under postgres",
                        ground -> full(ground, ground.world().storeDisk())),
                Faults.plain("disk full under the hub's own broker", DiskFaults::fullUnderOwnBroker),
                Faults.plain("broker beside the hub, its disk full", DiskFaults::fullUnderBroker));
    }

    /** It may have ended itself rather than lie; whoever makes room starts it again. */
    private static long fullUnderBroker(Ground ground) throws Exception {
        Broker broker = ground.world().brokerApart().orElseThrow();
        full(ground, broker.disk());
        broker.killAndStart(false);
        return System.nanoTime();
    }

    /** It ends itself and is started again by the hub; whoever speaks to it waits. */
    private static long fullUnderOwnBroker(Ground ground) throws Exception {
        if (ground.world().brokerApart().isPresent()) {
            throw new Skipped("on this home the broker is a process of its own");
        }
        return full(ground, ground.world().brokerDisk());
    }

    /** What is measured is how long it takes once there is room again. */
    private static long full(Ground ground, Optional<SmallDisk> disk) throws Exception {
        SmallDisk small = disk.orElseThrow(() -> new Skipped("this machine lets us mount no disk"));
        small.fill();
        TimeUnit.MILLISECONDS.sleep(LEAST_MILLIS + ground.random().nextInt(MORE_MILLIS));
        small.empty();
        return System.nanoTime();
    }
}
