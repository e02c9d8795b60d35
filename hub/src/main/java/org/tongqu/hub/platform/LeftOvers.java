package org.tongqu.hub.platform;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL processes of an earlier run that still work in our data folder: backends outlive a killed postmaster, and two
 * servers on one folder would destroy it. Found by working directory, so nobody else's PostgreSQL is ever touched.
 */
final class LeftOvers {
    private static final Logger LOG = LoggerFactory.getLogger(LeftOvers.class);
    private static final Path PROC = Path.of("/proc");
    private static final Duration POLITE = Duration.ofSeconds(8);
    private static final Duration FORCED = Duration.ofSeconds(8);

    private LeftOvers() {}

    /**
     * Ends them all and waits until they are gone: first the postmaster politely, then whatever is left by force.
     *
     * @param folder {@code pg} in the home; the database itself is {@code data} in it
     */
    static void endIn(Path folder) throws IOException, InterruptedException {
        Path real = folder.toRealPath();
        List<ProcessHandle> found = workingIn(real);
        if (!found.isEmpty()) {
            LOG.warn("{} process(es) of an earlier run still work in {}; ending them", found.size(), real);
            Optional<ProcessHandle> postmaster = postmasterAmong(found, real);
            if (postmaster.isPresent()) {
                Signals.send(postmaster.get().pid(), "INT");
                waitUntilNone(real, POLITE);
            }
            workingIn(real).forEach(ProcessHandle::destroyForcibly);
            waitUntilNone(real, FORCED);
        }
        forgetPidFile(real);
    }

    static List<ProcessHandle> workingIn(Path folder) throws IOException {
        if (!Files.isDirectory(PROC.resolve("self"))) {
            return byPidFile(folder);
        }
        List<ProcessHandle> found = new ArrayList<>();
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path process : processes) {
                if (isPostgresIn(process, folder)) {
                    ProcessHandle.of(Long.parseLong(process.getFileName().toString()))
                            .ifPresent(found::add);
                }
            }
        }
        return found;
    }

    private static boolean isPostgresIn(Path process, Path folder) {
        try {
            Path program = Files.readSymbolicLink(process.resolve("exe")).getFileName();
            return program != null
                    && program.toString().startsWith("postgres")
                    && Files.readSymbolicLink(process.resolve("cwd")).startsWith(folder);
        } catch (IOException e) {
            return false; // ended meanwhile, a kernel thread, or somebody else's
        }
    }

    /** Where there is no /proc (macOS), the postmaster alone can be found, by its own note. */
    private static List<ProcessHandle> byPidFile(Path folder) {
        return notedPid(folder)
                .flatMap(ProcessHandle::of)
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info().command().orElse("").endsWith("postgres"))
                .map(List::of)
                .orElse(List.of());
    }

    private static Optional<ProcessHandle> postmasterAmong(List<ProcessHandle> found, Path folder) {
        Optional<Long> noted = notedPid(folder);
        return found.stream()
                .filter(process -> noted.isPresent() && process.pid() == noted.get())
                .findFirst();
    }

    private static Optional<Long> notedPid(Path folder) {
        try (var lines = Files.lines(folder.resolve("data/postmaster.pid"))) {
            return lines.findFirst().map(line -> Long.parseLong(line.strip()));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Nobody works here any more, so the note can only mislead: its number may by now be somebody else's. */
    private static void forgetPidFile(Path folder) throws IOException {
        if (workingIn(folder).isEmpty()) {
            Files.deleteIfExists(folder.resolve("data/postmaster.pid"));
        }
    }

    private static void waitUntilNone(Path folder, Duration atMost) throws IOException, InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (!workingIn(folder).isEmpty() && System.nanoTime() < end) {
            Thread.sleep(50);
        }
    }
}
