package org.tongqu.bench.stage;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Everything a run starts; whatever ends the run, none of it stays. */
final class Programs implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 30;

    private final Set<Process> running = ConcurrentHashMap.newKeySet();

    /** Java as the launcher starts the hub, so that every contender has the same heap and the same collector. */
    static List<String> java() {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx768m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-Djava.awt.headless=true"));
        if (Runtime.version().feature() >= 24) {
            line.add("--sun-misc-unsafe-memory-access=allow");
        }
        return line;
    }

    /** Nothing the caller has set for a hub of their own may reach ours. */
    static void forgetOurs(ProcessBuilder program) {
        program.environment().keySet().removeIf(name -> name.startsWith("TONGQU_"));
    }

    /** Starts a program whose complaints go to a file. */
    Process start(ProcessBuilder program, Path complaints) throws IOException {
        program.redirectError(ProcessBuilder.Redirect.appendTo(new File(complaints.toString())));
        Process started = program.start();
        running.add(started);
        return started;
    }

    /** TERM, and after half a minute by force. */
    static void stop(Process program) {
        program.destroy();
        try {
            if (!program.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                program.destroyForcibly().waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            program.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        List<Process> alive = running.stream().filter(Process::isAlive).toList();
        alive.forEach(Process::destroy);
        alive.forEach(Programs::stop);
        running.clear();
    }
}
