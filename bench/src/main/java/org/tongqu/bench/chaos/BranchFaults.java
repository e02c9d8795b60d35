package org.tongqu.bench.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.tongqu.bench.chaos.Fault.Ground;

/** A branch behind a bad line: whatever becomes of its node and its disk, each visit it acknowledged stands once at the hub. */
final class BranchFaults {
    private static final int DAYS = 3;
    private static final int CHANGES = 50_000;
    private static final int A_CALL = 1_000;
    private static final int SOME = 200;

    private BranchFaults() {}

    static List<Fault> all() {
        return List.of(
                Faults.plain("branch node killed", BranchFaults::killed),
                Faults.plain("branch node on an old copy of its disk", BranchFaults::oldDisk),
                Faults.plain(Fault.DAYS_LONG, BranchFaults::cutOff));
    }

    /** While it tells the hub what it has, perhaps in the middle of a call. */
    private static long killed(Ground ground) throws Exception {
        try (Branch branch = branch(ground)) {
            Visits visits = new Visits(ground, branch);
            branch.start();
            visits.keep(SOME);
            Faults.rest(ground, 400);
            branch.kill9();
            long struck = System.nanoTime();
            branch.start();
            visits.keep(SOME);
            branch.awaitTold();
            return struck;
        }
    }

    /** What was told after the copy was made is at the hub alone, and the node counts on from there. */
    private static long oldDisk(Ground ground) throws Exception {
        try (Branch branch = branch(ground)) {
            Visits visits = new Visits(ground, branch);
            branch.start();
            visits.keep(SOME);
            branch.stop();
            branch.copyDisk();
            branch.start();
            visits.keep(1 + ground.random().nextInt(SOME));
            branch.awaitTold();
            branch.kill9();
            branch.putDiskBack();
            long struck = System.nanoTime();
            branch.start();
            visits.keep(SOME);
            branch.awaitTold();
            return struck;
        }
    }

    /** Restarted on each of its days, and killed on the second. */
    private static long cutOff(Ground ground) throws Exception {
        try (Branch branch = branch(ground)) {
            Visits visits = new Visits(ground, branch);
            for (int day = DAYS; day > 0; day--) {
                branch.setClock(Duration.ofDays(-day));
                branch.startAlone();
                visits.keep(CHANGES / DAYS + 1);
                if (day == 2) {
                    branch.kill9();
                } else {
                    branch.stop();
                }
            }
            branch.setClock(Duration.ZERO);
            long struck = System.nanoTime();
            branch.start();
            branch.awaitTold();
            return struck;
        }
    }

    private static Branch branch(Ground ground) throws Exception {
        return ground.world().branch("branch-" + ground.random().nextInt(1_000_000));
    }

    /** What this branch's people enter. */
    private static final class Visits {
        private final Ground ground;
        private final Branch branch;
        private final String series;
        private int last;

        Visits(Ground ground, Branch branch) {
            this.ground = ground;
            this.branch = branch;
            this.series = "NW-" + Long.toString(ground.random().nextLong(1L << 40), 36);
        }

        void keep(int many) throws Exception {
            for (int kept = 0; kept < many; kept += A_CALL) {
                keepCall(Math.min(A_CALL, many - kept));
            }
        }

        private void keepCall(int many) throws Exception {
            List<String> numbers = IntStream.rangeClosed(last + 1, last + many)
                    .mapToObj(n -> series + "-" + n)
                    .toList();
            branch.keep(numbers.stream().map(Visits::json).toList());
            last += many;
            List<String> stands = new ArrayList<>();
            numbers.forEach(no -> stands.add("VISIT\t" + Branch.REGION + "|" + no));
            ground.load().taken(new Mail(Mail.Way.VISIT, series, "", many, stands));
        }

        private static String json(String no) {
            return """
                    {"formatVersion":1,"visitNo":"%s","rep":"rep-nw-1","visitedAt":"2026-03-02T09:30:00+08:00",\
                    "customer":{"name":"榆林第%d机械厂","province":"陕西省","city":"榆林市"},"needs":[],"opinions":["交货期太长"]}""".formatted(no, Math.floorMod(no.hashCode(), 60));
        }
    }
}
