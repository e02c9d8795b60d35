package org.tongqu.bench.stage;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What the figures were measured on, in one line. */
public final class Machine {
    private Machine() {}

    public static String told(Path runs) throws IOException {
        return "%d cores, %s, %s RAM, disk %s, JDK %s, load average %.1f"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        fact("/proc/cpuinfo", "model name"),
                        fact("/proc/meminfo", "MemTotal"),
                        Files.getFileStore(Files.createDirectories(runs)),
                        Runtime.version(),
                        load());
    }

    /** Of the last minute: how many wanted to run, for how many cores. */
    public static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static String fact(String file, String name) throws IOException {
        return Files.readAllLines(Path.of(file)).stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT)))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("?");
    }
}
