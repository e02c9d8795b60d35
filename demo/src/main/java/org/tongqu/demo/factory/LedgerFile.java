package org.tongqu.demo.factory;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.tongqu.demo.line.Json;

/** A file that only grows, one JSON line an entry, flushed to disk before {@link #append} returns. */
final class LedgerFile implements AutoCloseable {
    private final FileChannel channel;

    private LedgerFile(FileChannel channel) {
        this.channel = channel;
    }

    static LedgerFile open(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        cutTornEnd(file);
        return new LedgerFile(FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
    }

    static List<Entry> read(Path file) throws IOException {
        List<Entry> entries = new ArrayList<>();
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                entries.add(Json.read(line, Entry.class));
            }
        }
        return entries;
    }

    void append(Entry entry) {
        byte[] line = (Json.write(entry) + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            ByteBuffer bytes = ByteBuffer.wrap(line);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(false);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /** A kill may leave half a line, which nobody was told about: it goes. */
    private static void cutTornEnd(Path file) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        byte[] bytes = Files.readAllBytes(file);
        int end = bytes.length;
        while (end > 0 && (bytes[end - 1] != '\n' || !whole(bytes, end))) {
            end--;
        }
        if (end < bytes.length) {
            try (FileChannel cut = FileChannel.open(file, StandardOpenOption.WRITE)) {
                cut.truncate(end);
            }
        }
    }

    private static boolean whole(byte[] bytes, int end) {
        int start = end - 1;
        while (start > 0 && bytes[start - 1] != '\n') {
            start--;
        }
        try {
            Json.read(new String(bytes, start, end - start, StandardCharsets.UTF_8), Entry.class);
            return true;
        } catch (JsonProcessingException torn) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
