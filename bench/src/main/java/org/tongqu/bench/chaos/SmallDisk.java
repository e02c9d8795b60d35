package org.tongqu.bench.chaos;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A file system of its own in memory, so that one that is full hurts nobody else. */
final class SmallDisk implements AutoCloseable {
    private static final int PIECE = 64 * 1024;

    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /** Empty where this machine does not let us mount one. */
    static Optional<SmallDisk> mounted(Path folder, int megabytes) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        boolean done =
                done(List.of("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder.toString()));
        return done ? Optional.of(new SmallDisk(folder).goneWithUs()) : Optional.empty();
    }

    /** Also where somebody ends the bench before its end. */
    private SmallDisk goneWithUs() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "unmount"));
        return this;
    }

    private static boolean done(List<String> words) throws InterruptedException {
        try {
            return new ProcessBuilder(words)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }

    /** To the last byte. */
    void fill() throws IOException {
        try (OutputStream ballast = Files.newOutputStream(ballast())) {
            byte[] piece = new byte[PIECE];
            while (true) {
                ballast.write(piece);
            }
        } catch (IOException full) {
            if (Files.getFileStore(folder).getUsableSpace() > PIECE) {
                throw full;
            }
        }
    }

    void empty() throws IOException {
        Files.deleteIfExists(ballast());
    }

    private Path ballast() {
        return folder.resolve("ballast");
    }

    /** Whoever still holds files in it keeps them until its end. */
    @Override
    public void close() {
        try {
            done(List.of("umount", "-l", folder.toString()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
