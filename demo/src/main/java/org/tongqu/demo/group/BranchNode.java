package org.tongqu.demo.group;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.tongqu.demo.line.HubLine;

/**
 * 分公司节点: one real node for all six branches, a process that ends with this one however that goes, since we hold its standard input.
 * When it ends by itself it is started again, unless it never took a visit.
 */
public final class BranchNode implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(BranchNode.class.getName());
    private static final String READY = "Tongqu branch is ready: ";
    private static final Duration UP_WITHIN = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final NodeProgram program;
    private final CountDownLatch tried = new CountDownLatch(1);
    private volatile @Nullable HubLine line;
    private @Nullable Process process;
    private boolean closing;

    /**
     * @param jar of the node's program; may be missing
     * @param broker where the branches log in; absent for REST alone
     */
    public BranchNode(Path jar, Path home, URI hub, Optional<String> broker) {
        this.program = new NodeProgram(jar, home, hub, broker);
    }

    /** Comes back when it takes visits, or when it is clear that it will not. */
    void open() throws InterruptedException {
        if (!program.isThere()) {
            tell(
                    "没有分公司节点的程序(--branch-jar {0}),拜访直接送总站 no program of the branch node (--branch-jar {0}): visits go to the hub directly",
                    program.jar());
            return;
        }
        Thread.ofVirtual().name("branch-node").start(this::keep);
        if (!tried.await(UP_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
            kill();
        }
    }

    /** The way to it while it takes visits. */
    Optional<HubLine> line() {
        return Optional.ofNullable(line);
    }

    private void keep() {
        try {
            while (livedWell()) {
                tell("分公司节点停了,正在重新启动 the branch node ended and is started again: {0}", program.log());
                Thread.sleep(PAUSE);
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "the branch node was cut off", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        giveUp();
    }

    private void giveUp() {
        if (!isClosing()) {
            tell(
                    "分公司节点没有启动,拜访直接送总站 the branch node did not come up, visits go to the hub directly: {0}",
                    program.log());
        }
        tried.countDown();
    }

    /** One life of its process; tells whether another should follow. */
    private boolean livedWell() throws IOException {
        Process running = launched();
        boolean up = false;
        try (BufferedReader words = running.inputReader(StandardCharsets.UTF_8)) {
            for (String said = words.readLine(); said != null; said = words.readLine()) {
                if (said.startsWith(READY)) {
                    isUp(said.substring(READY.length()));
                    up = true;
                }
            }
        } finally {
            line = null;
            running.destroyForcibly();
        }
        return up && !isClosing();
    }

    private void isUp(String address) throws IOException {
        new Diary(program.home()).note("node.json", Map.of("url", address));
        line = new HubLine(URI.create(address));
        LOG.log(System.Logger.Level.INFO, "六个大区的节点 the node of the six branches: {0}", address);
        tried.countDown();
    }

    private synchronized Process launched() throws IOException {
        if (closing) {
            throw new IOException("closing");
        }
        Process started = program.start();
        process = started;
        return started;
    }

    private static void tell(String words, Path where) {
        LOG.log(System.Logger.Level.WARNING, words, where);
    }

    private synchronized boolean isClosing() {
        return closing;
    }

    private synchronized void kill() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    @Override
    public synchronized void close() {
        closing = true;
        kill();
    }
}
