package org.tongqu.hub.platform;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How much of the machine the embedded database takes. What is found by its keys lies all over the indexes of a large store: where they do not
 * fit into the buffers each page is fetched again and again, and after each checkpoint each page touched goes whole into the log.
 *
 * @param bufferMegabytes a thirty-second of the memory
 * @param walMegabytes of log between two checkpoints, a sixteenth of the free disk
 */
record PostgresSize(long bufferMegabytes, long walMegabytes) {
    private static final long MEGABYTE = 1 << 20;
    private static final long LEAST_BUFFERS = 96;
    private static final long MOST_BUFFERS = 1_024;
    private static final long LEAST_WAL = 512;
    private static final long MOST_WAL = 4_096;

    static PostgresSize of(Path folder) throws IOException {
        long memory =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
        long disk = Files.getFileStore(folder).getUsableSpace();
        return of(memory / MEGABYTE, disk / MEGABYTE);
    }

    static PostgresSize of(long memory, long freeDisk) {
        return new PostgresSize(
                Math.clamp(memory / 32, LEAST_BUFFERS, MOST_BUFFERS), Math.clamp(freeDisk / 16, LEAST_WAL, MOST_WAL));
    }
}
