package org.tongqu.hub.platform;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * How much of the machine the embedded database takes. What is found by its keys lies all over the indexes of a large store: where they do not
 * fit into the buffers each page is fetched again and again, and after each checkpoint each page touched goes whole into the log.
 *
 * @param bufferMegabytes a thirty-second of the memory, of a large store two thirds, up to a quarter of the memory
 * @param walMegabytes of log between two checkpoints, a sixteenth of the free disk
 */
record PostgresSize(long bufferMegabytes, long walMegabytes) {
    private static final long MEGABYTE = 1 << 20;
    private static final long LEAST_BUFFERS = 96;
    private static final long MOST_BUFFERS = 1_024;
    private static final long MOST_OF_A_LARGE_STORE = 8_192;
    private static final long LEAST_WAL = 512;
    private static final long MOST_WAL = 4_096;

    static PostgresSize of(Path folder) throws IOException {
        long memory =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
        long disk = Files.getFileStore(folder).getUsableSpace();
        return of(memory / MEGABYTE, disk / MEGABYTE, stored(folder.resolve("data")) / MEGABYTE);
    }

    static PostgresSize of(long memory, long freeDisk, long stored) {
        long usual = Math.clamp(memory / 32, LEAST_BUFFERS, MOST_BUFFERS);
        long most = Math.clamp(memory / 4, usual, MOST_OF_A_LARGE_STORE);
        return new PostgresSize(
                Math.clamp(stored * 2 / 3, usual, most), Math.clamp(freeDisk / 16, LEAST_WAL, MOST_WAL));
    }

    private static long stored(Path data) throws IOException {
        if (!Files.isDirectory(data.resolve("base"))) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(data.resolve("base"))) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }
}
