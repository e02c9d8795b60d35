package org.tongqu.regions;

import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * {@code ./tongqu branch}: the branch node, in the foreground until it is told to stop; exit code 1 when the start is refused. With
 * {@code --with-stdin} it also ends when its standard input does, for whoever starts it as a part of himself.
 */
public final class TongquBranch {
    private TongquBranch() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] words) throws InterruptedException {
        if (List.of(words).contains("--with-stdin")) {
            Lifeline.endWithStandardInput();
        }
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
