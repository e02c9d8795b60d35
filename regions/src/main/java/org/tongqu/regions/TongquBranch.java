package org.tongqu.regions;

import java.util.concurrent.CountDownLatch;

/** {@code ./tongqu branch}: the branch node, in the foreground until it is told to stop; exit code 1 when the start is refused. */
public final class TongquBranch {
    private TongquBranch() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] words) throws InterruptedException {
        try {
            RunningNode node = RunningNode.start(BranchSettings.of(System.getenv()));
            CountDownLatch stopped = new CountDownLatch(1);
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(
                            () -> {
                                node.close();
                                stopped.countDown();
                            },
                            "stop"));
            System.out.println("Tongqu branch is ready: http://localhost:" + node.port());
            stopped.await();
        } catch (StartRefused refused) {
            System.err.println(refused.zh());
            System.err.println(refused.en());
            System.exit(1);
        }
    }
}
