package org.tongqu.hub.platform;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The lock on a home: {@code run/lock}, with the holder's process id written in it for people to read. */
final class HomeLock implements AutoCloseable {
    /** POSIX drops a process's lock when it closes any other handle of the file, so a second try in one JVM must not open it. */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path root;
    private final FileChannel channel;

    private HomeLock(Path root, FileChannel channel) {
        this.root = root;
        this.channel = channel;
    }

    static HomeLock take(Path root) throws IOException {
        Path file = root.resolve("run/lock");
        if (!HELD_HERE.add(root)) {
            throw heldBy(root, Long.toString(ProcessHandle.current().pid()));
        }
        HomeLock lock = null;
        try {
            lock = tryTake(root, file);
        } finally {
            if (lock == null) {
                HELD_HERE.remove(root);
            }
        }
        return lock;
    }

    private static HomeLock tryTake(Path root, Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        @Nullable FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw heldBy(root, Files.readString(file).strip());
        }
        byte[] pid = Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII);
        channel.truncate(0).write(ByteBuffer.wrap(pid));
        return new HomeLock(root, channel);
    }

    private static StartRefused heldBy(Path root, String pid) {
        return new StartRefused(
                "目录 " + root + " 正被另一个通衢进程使用(进程号 " + pid + ")。请先停止它,或用 TONGQU_HOME 另指一个目录。",
                "The home " + root + " is held by another Tongqu (process " + pid
                        + "). Stop that one first, or name another folder with TONGQU_HOME.");
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } finally {
            HELD_HERE.remove(root);
        }
    }
}
