package org.tongqu.connectors.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A copy of a stream on disk, to be read from any place. It has no name any more, so it goes with the process, however that ends. */
final class Spool implements AutoCloseable {
    private final FileChannel channel;
    private final long size;

    private Spool(FileChannel channel, long size) {
        this.channel = channel;
        this.size = size;
    }

    static Spool empty() throws IOException {
        return new Spool(nameless(), 0);
    }

    /** @param most bytes it may have; one more, and the file is refused */
    static Spool of(InputStream bytes, long most) throws IOException, Unfit {
        FileChannel channel = nameless();
        try {
            return new Spool(channel, copy(bytes, channel, most));
        } catch (IOException | Unfit | RuntimeException trouble) {
            channel.close();
            throw trouble;
        }
    }

    private static FileChannel nameless() throws IOException {
        Path file = Files.createTempFile("tongqu-", ".spool");
        return FileChannel.open(
                file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
    }

    private static long copy(InputStream bytes, FileChannel channel, long most) throws IOException, Unfit {
        OutputStream to = Channels.newOutputStream(channel);
        byte[] buffer = new byte[64 * 1024];
        long size = 0;
        for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
            size += read;
            if (size > most) {
                throw new Unfit(Refusals.fileTooLarge(most));
            }
            to.write(buffer, 0, read);
        }
        return size;
    }

    FileChannel channel() {
        return channel;
    }

    long size() {
        return size;
    }

    /** From its beginning. */
    InputStream bytes() throws IOException {
        return Channels.newInputStream(channel.position(0));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
