package org.tongqu.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A branch node as its branch runs it: a process of its own, on a folder of its own, with a key of its own. */
final class BranchNode implements AutoCloseable {
    private final Path home = Product.freshFolder("branch");
    private final int port = RunningHub.freePort();
    private final Map<String, String> environment = new TreeMap<>();
    private @Nullable Process process;
    private @Nullable Said said;
    private Duration readyAfter = Duration.ZERO;

    private BranchNode(URI hub, List<String> branches) {
        environment.put("TONGQU_BRANCH_HOME", home.toString());
        environment.put("TONGQU_BRANCH", String.join(",", branches));
        environment.put("TONGQU_BRANCH_KEY", "demo");
        environment.put("TONGQU_BRANCH_PORT", "" + port);
        environment.put("TONGQU_HUB_URL", hub.toString());
    }

    /** Not started yet. */
    static BranchNode towards(URI hub, String... branches) {
        return new BranchNode(hub, List.of(branches));
    }

    BranchNode with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    BranchNode start() {
        List<String> line = Product.java("96m");
        line.addAll(List.of("-Xss512k", "-jar", Product.branch().toString()));
        ProcessBuilder program = new ProcessBuilder(line).redirectErrorStream(true);
        program.environment().keySet().removeIf(name -> name.startsWith("TONGQU_"));
        program.environment().putAll(environment);
        long began = System.nanoTime();
        process = Product.started(program);
        said = new Said(process);
        said.line("Tongqu branch is ready", Duration.ofMinutes(1));
        readyAfter = Duration.ofNanos(System.nanoTime() - began);
        return this;
    }

    /** From the start of its process to the word that it takes visits. */
    Duration readyAfter() {
        return readyAfter;
    }

    /** What the system holds for it in memory, by the kernel's own count. */
    long residentMegabytes() {
        try (Stream<String> lines = Files.lines(Path.of("/proc", "" + running().pid(), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Said said() {
        if (said == null) {
            throw new IllegalStateException("not started");
        }
        return said;
    }

    private Process running() {
        if (process == null) {
            throw new IllegalStateException("not started");
        }
        return process;
    }

    /** A person or a system of the branch. */
    Caller as(String branch) {
        return Caller.basic(URI.create("http://127.0.0.1:" + port), branch, "demo");
    }

    JsonNode line(String branch) {
        return as(branch).get("/api/v1/line").expect(200).json();
    }

    JsonNode visit(String branch, String visitNo) {
        return as(branch)
                .get("/api/v1/visits/" + Caller.encoded(visitNo))
                .expect(200)
                .json();
    }

    Path folder(String branch) {
        return home.resolve(branch);
    }

    void kill9() {
        try {
            running().destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    void stop() {
        Process ending = running();
        ending.destroy();
        try {
            if (!ending.waitFor(20, TimeUnit.SECONDS)) {
                ending.destroyForcibly();
                throw new AssertionError("still there 20 s after TERM:\n" + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** A copy of a branch's store, taken while the node does not run. */
    void copyDisk(String branch, Path to) {
        copy(folder(branch), to);
    }

    /** Puts an old copy back, as after a disk was replaced. */
    void putDiskBack(String branch, Path from) {
        copy(from, folder(branch));
    }

    private static void copy(Path from, Path to) {
        try {
            Files.createDirectories(to);
            for (String file : List.of("outbox.db", "outbox.db-wal", "outbox.db-shm")) {
                Files.deleteIfExists(to.resolve(file));
                if (Files.exists(from.resolve(file))) {
                    Files.copy(from.resolve(file), to.resolve(file), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the branch's line has nothing left to tell. */
    JsonNode untilAllIsTold(String branch) {
        return Watching.until(
                "all of " + branch + " is told",
                Duration.ofMinutes(3),
                () -> line(branch),
                line -> line.path("waiting").asLong() == 0
                        && line.path("last").asLong()
                                == line.path("completeThrough").asLong()
                        && line.path("cutSince").isNull());
    }

    @Override
    public void close() {
        if (process != null && process.isAlive()) {
            process.destroyForcibly();
        }
    }
}
