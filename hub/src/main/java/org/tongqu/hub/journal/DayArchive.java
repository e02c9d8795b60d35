package org.tongqu.hub.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * One zip a day: an entry a message, named by its id, with the bytes as they came, and {@code attempts.jsonl}. Whole or absent after a
 * kill at any moment: written aside, flushed, renamed.
 */
final class DayArchive {
    private final Path folder;

    DayArchive(Path folder) {
        this.folder = folder;
    }

    /** The file as it lies on the disk, under a name that nobody reads and nobody else writes. */
    Path writeAside(LocalDate day, List<String> messages, List<String> attempts, Function<String, InputStream> bytes)
            throws IOException {
        Files.createDirectories(folder);
        Path aside = Files.createTempFile(folder, day + "-", ".zip.part");
        try (FileOutputStream file = new FileOutputStream(aside.toFile());
                ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(file), UTF_8)) {
            for (String id : messages) {
                entry(zip, id, bytes);
            }
            zip.putNextEntry(new ZipEntry("attempts.jsonl"));
            for (String line : attempts) {
                zip.write((line + "\n").getBytes(UTF_8));
            }
            zip.closeEntry();
            zip.finish();
            zip.flush();
            file.getFD().sync();
        }
        return aside;
    }

    /** Of a file that was published nothing is left. */
    static void forget(Path aside) throws IOException {
        Files.deleteIfExists(aside);
    }

    void publish(Path aside, LocalDate day) throws IOException {
        Files.move(aside, folder.resolve(day + ".zip"), StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
    }

    private static void entry(ZipOutputStream zip, String id, Function<String, InputStream> bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(id));
        try (InputStream in = bytes.apply(id)) {
            in.transferTo(zip);
        }
        zip.closeEntry();
    }
}
