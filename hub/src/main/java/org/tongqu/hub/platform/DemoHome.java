package org.tongqu.hub.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A home that holds nothing but a demo may be emptied without a question. Only one that a demo made carries the mark ({@code demo/made-by-demo}),
 * and it loses it for ever with its first real start.
 */
public final class DemoHome {
    private static final List<String> OURS = List.of("pg", "broker", "drop", "secrets", "log", "demo", "run");
    private final Path root;
    private final boolean outside;

    public DemoHome(Settings settings) {
        this.root = settings.home();
        this.outside = settings.database() != null || settings.broker() != null;
    }

    private Path mark() {
        return root.resolve("demo/made-by-demo");
    }

    /** Before a start: whether nobody has kept anything here yet, be it ours or in folders that only bear our names. */
    public boolean isFresh() {
        return !outside && OURS.stream().map(root::resolve).allMatch(DemoHome::isBare);
    }

    private static boolean isBare(Path folder) {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return true;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.allMatch(DemoHome::isLock);
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static boolean isLock(Path entry) {
        return entry.endsWith(Path.of("run", "lock"));
    }

    /** The home was fresh, and a demo is about to fill it. */
    public void claim() {
        try {
            Files.createDirectories(mark().getParent());
            Files.writeString(
                    mark(),
                    "这里只有演示数据，可用 ./tongqu demo --reset 清空。\nNothing but a demo: ./tongqu demo --reset may empty it.\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From now on somebody may keep real things here. */
    public void disclaim() {
        try {
            Files.deleteIfExists(mark());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Empties it, but for what is not ours; whoever holds it keeps it.
     *
     * @return how many files went; empty where there was no home yet
     * @throws StartRefused when it is no demo's, its servers are elsewhere, or a hub runs on it
     */
    public Optional<Long> reset() {
        refuseServersElsewhere();
        if (isFresh()) {
            return Optional.empty();
        }
        refuseUnlessMarked();
        try (Home held = Home.open(root, new SecureRandom())) {
            LeftOvers.endIn(held.postgres());
            return Optional.of(empty(held.root()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void refuseServersElsewhere() {
        if (outside) {
            throw new StartRefused(
                    "数据库或消息服务器不在本目录，--reset 不会去清空它们。请去掉 TONGQU_DB_URL 和 TONGQU_BROKER_URL。",
                    "Database or broker lie elsewhere, and --reset does not empty those. Unset TONGQU_DB_URL and TONGQU_BROKER_URL.");
        }
    }

    private void refuseUnlessMarked() {
        if (!Files.isRegularFile(mark(), LinkOption.NOFOLLOW_LINKS)) {
            throw new StartRefused(
                    "目录 " + root + " 不是演示建的(没有 demo/made-by-demo)，不清空。要重来请自己删除它，或用 TONGQU_HOME 另指一个目录。",
                    "The home " + root
                            + " was not made by a demo (no demo/made-by-demo), so it stays as it is. Remove it "
                            + "yourself, or name another folder with TONGQU_HOME.");
        }
    }

    /** The mark goes last but the lock, so that a reset that was killed can be done again. */
    private static long empty(Path root) throws IOException {
        long gone = 0;
        for (String name : OURS) {
            if (!name.equals("demo")) {
                gone += emptyFolder(root.resolve(name));
            }
        }
        return gone + emptyFolder(root.resolve("demo"));
    }

    private static long emptyFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return 0;
        }
        Sweep sweep = new Sweep();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                if (!isLock(entry)) {
                    Files.walkFileTree(entry, sweep);
                }
            }
        }
        return sweep.files;
    }

    /** Takes links for what they are and leaves alone where they point. */
    private static final class Sweep extends SimpleFileVisitor<Path> {
        private long files;

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            files++;
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException trouble) throws IOException {
            if (trouble != null) {
                throw trouble;
            }
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
