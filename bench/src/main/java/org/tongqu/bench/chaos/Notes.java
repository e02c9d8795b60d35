package org.tongqu.bench.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** The senders' own book, on disk before anybody goes on: what they hold receipts for. */
final class Notes implements AutoCloseable {
    private final Path folder;
    private final BufferedWriter sent;
    private final AtomicLong count = new AtomicLong();

    Notes(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.sent = Files.newBufferedWriter(
                folder.resolve("sent.tsv"), UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    synchronized void taken(Mail mail) throws IOException {
        for (String line : mail.stands()) {
            sent.write(line);
            sent.write('\n');
        }
        sent.flush();
        count.addAndGet(mail.messages());
    }

    /** @param books of the factories, each line {@code DEMAND factory|id times} parted by tabs, or {@code PARTNER code} */
    void delivered(Collection<String> books) throws IOException {
        Files.write(folder.resolve("delivered.tsv"), List.copyOf(books), UTF_8);
    }

    long taken() {
        return count.get();
    }

    Path folder() {
        return folder;
    }

    @Override
    public synchronized void close() throws IOException {
        sent.close();
    }
}
