package org.tongqu.bench.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.tongqu.bench.chaos.Fault.Ground;

/** Files as careless programs leave them in a folder: whatever happens, each good row stands once in the end. */
final class FileFaults {
    private FileFaults() {}

    static List<Fault> all() {
        return List.of(
                Faults.plain("file growing", FileFaults::growing),
                Faults.plain("file twice at once", FileFaults::twice),
                Faults.plain("file cut off, then whole", FileFaults::cutOff),
                Faults.plain("file replaced", FileFaults::replaced),
                Faults.plain("file truncated", FileFaults::truncated),
                Faults.plain("file renamed", FileFaults::renamed));
    }

    /** Written slowly under its own name, with rests between. */
    private static long growing(Ground ground) throws Exception {
        Mail mail = ground.load().oddFile();
        byte[] bytes = mail.body().getBytes(UTF_8);
        Path file = in(ground, mail.name());
        long struck = System.nanoTime();
        for (int at = 0; at < bytes.length; at += bytes.length / 4 + 1) {
            Files.write(
                    file,
                    Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + bytes.length / 4 + 1)),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
            TimeUnit.MILLISECONDS.sleep(100 + ground.random().nextInt(200));
        }
        ground.load().oddFileTaken(mail, mail.name());
        return struck;
    }

    private static long twice(Ground ground) throws Exception {
        Mail mail = ground.load().oddFile();
        long struck = System.nanoTime();
        drop(ground, mail.name(), mail.body());
        drop(ground, "again-" + mail.name(), mail.body());
        ground.load().oddFileTaken(mail, mail.name());
        ground.load().oddFileTaken(mail, "again-" + mail.name());
        return struck;
    }

    private static long cutOff(Ground ground) throws Exception {
        Mail mail = ground.load().oddFile();
        long struck = System.nanoTime();
        drop(ground, "cut-" + mail.name(), mail.body().substring(0, mail.body().length() / 2));
        drop(ground, mail.name(), mail.body());
        ground.load().oddFileTaken(mail, mail.name());
        return struck;
    }

    /** A first half under its own name, and the whole put in its place while the half may be read. */
    private static long replaced(Ground ground) throws Exception {
        Mail mail = ground.load().oddFile();
        long struck = System.nanoTime();
        int half = mail.body().indexOf('\n', mail.body().length() / 2) + 1;
        drop(ground, mail.name(), mail.body().substring(0, half));
        TimeUnit.MILLISECONDS.sleep(ground.random().nextInt(600));
        drop(ground, mail.name(), mail.body());
        ground.load().oddFileTaken(mail, mail.name());
        return struck;
    }

    /** Cut in the folder itself, perhaps while it is read; the whole comes later under another name. */
    private static long truncated(Ground ground) throws Exception {
        Mail mail = ground.load().oddFile();
        long struck = System.nanoTime();
        drop(ground, "short-" + mail.name(), mail.body());
        TimeUnit.MILLISECONDS.sleep(ground.random().nextInt(400));
        try (FileChannel file = FileChannel.open(in(ground, "short-" + mail.name()), StandardOpenOption.WRITE)) {
            file.truncate(file.size() / 3);
        } catch (NoSuchFileException taken) {
            ground.load().oddFileTaken(mail, "short-" + mail.name());
        }
        drop(ground, mail.name(), mail.body());
        ground.load().oddFileTaken(mail, mail.name());
        return struck;
    }

    private static long renamed(Ground ground) throws Exception {
        Mail mail = ground.load().oddFile();
        long struck = System.nanoTime();
        drop(ground, "old-" + mail.name(), mail.body());
        TimeUnit.MILLISECONDS.sleep(ground.random().nextInt(600));
        try {
            Files.move(in(ground, "old-" + mail.name()), in(ground, mail.name()), StandardCopyOption.ATOMIC_MOVE);
            ground.load().oddFileTaken(mail, mail.name());
        } catch (NoSuchFileException taken) {
            ground.load().oddFileTaken(mail, "old-" + mail.name());
        }
        return struck;
    }

    private static void drop(Ground ground, String name, String body) throws Exception {
        Path part = in(ground, name + ".part");
        Files.writeString(part, body);
        Files.move(part, in(ground, name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Path in(Ground ground, String name) {
        return ground.world().dropFolder(Posts.AGENT).resolve("in").resolve(name);
    }
}
