package org.tongqu.regions;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The operating system's lock on a node's data folder, so a kill frees it; the holder's process id stands in it for people. */
final class FolderLock implements AutoCloseable {
    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    static FolderLock take(Path folder) throws IOException {
        Path file = folder.resolve("lock");
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (locked(channel) == null) {
            channel.close();
            throw held(folder, Files.readString(file).strip());
        }
        byte[] pid = Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII);
        channel.truncate(0).write(ByteBuffer.wrap(pid));
        return new FolderLock(channel);
    }

    private static @Nullable FileLock locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldHere) {
            return null;
        }
    }

    private static StartRefused held(Path folder, String pid) {
        return new StartRefused(
                "目录 " + folder + " 正被另一个分公司节点使用(进程号 " + pid + ")。请先停止它,或用 TONGQU_BRANCH_HOME 另指一个目录。",
                "The folder " + folder + " is held by another branch node (process " + pid
                        + "). Stop that one first, or name another folder with TONGQU_BRANCH_HOME.");
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
