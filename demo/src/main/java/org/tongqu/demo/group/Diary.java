package org.tongqu.demo.group;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongqu.demo.line.Json;
import org.tongqu.demo.line.Words.Order;
import org.tongqu.demo.line.Words.Visit;

/** 日记: the little the demo must remember so that after a kill it says again what it said, and nothing else. */
final class Diary {
    private final Path folder;

    Diary(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    /** What happened last while the demo lived, put down before it was said; one of the three. */
    record Page(
            int number,
            @Nullable Visit visit,
            @Nullable Told told,
            @Nullable Handed handed) {
        static Page of(int number, Visit visit) {
            return new Page(number, visit, null, null);
        }

        static Page of(int number, Told told) {
            return new Page(number, null, told, null);
        }

        static Page of(int number, Handed handed) {
            return new Page(number, null, null, handed);
        }
    }

    /** What a factory says of an order. */
    record Told(String factory, Order order) {}

    /** That an agent leaves a file; what stands in it follows from the page's number and the day. */
    record Handed(String agent, String day) {}

    /** Whether the hub was seen to have all of the seed; from then on it is not said again. */
    boolean full() {
        return Files.exists(folder.resolve("full"));
    }

    void markFull(String figures) throws IOException {
        put(folder.resolve("full"), figures + "\n");
    }

    /** Whether something that is done once and for all was done. */
    boolean did(String what) {
        return Files.exists(folder.resolve(what));
    }

    void doneOnce(String what) throws IOException {
        put(folder.resolve(what), "done\n");
    }

    /** The day the demo was first opened: all dates of the seed are counted from it. */
    LocalDate founded(Clock clock) throws IOException {
        Path file = folder.resolve("founded");
        if (!Files.exists(file)) {
            put(file, LocalDate.now(clock).toString());
        }
        return LocalDate.parse(Files.readString(file).strip());
    }

    Optional<Page> page() throws IOException {
        Path file = folder.resolve("live.json");
        return Files.exists(file) ? Optional.of(Json.read(Files.readString(file), Page.class)) : Optional.empty();
    }

    void turn(Page page) throws IOException {
        put(folder.resolve("live.json"), Json.write(page));
    }

    /** Writes where the factories listen, for people and audits. */
    void note(String name, Object words) throws IOException {
        put(folder.resolve(name), Json.write(words));
    }

    private static void put(Path file, String text) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try (FileChannel channel = FileChannel.open(
                part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
