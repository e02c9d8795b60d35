package org.tongqu.bench.matching;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A process followed to its end, looked at every few milliseconds, for its memory and time are gone with it.
 *
 * @param kilobytes resident at most, as Linux counts it
 */
record Watched(double seconds, Duration cpu, long kilobytes) {
    private static final long LOOKS_EVERY_MILLIS = 10;

    /** @throws IllegalStateException where it fails; its complaints are in its log */
    static Watched toItsEnd(Process process, long began) throws InterruptedException {
        Duration cpu = Duration.ZERO;
        long kilobytes = 0;
        while (!process.waitFor(LOOKS_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
            cpu = process.info().totalCpuDuration().orElse(cpu);
            kilobytes = Math.max(kilobytes, resident(process.pid()));
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        if (process.exitValue() != 0) {
            throw new IllegalStateException("a contender ended with " + process.exitValue() + "; see its log");
        }
        return new Watched(seconds, cpu, kilobytes);
    }

    private static long resident(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                    .filter(line -> line.startsWith("VmHWM"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException ended) {
            return 0; // between two looks
        }
    }
}
