package org.tongqu.connectors.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** Lets an archive's table of contents have one mebibyte and no more, before anybody has counted what stands in it. */
final class DirectoryBudget implements SeekableByteChannel {
    private static final long BUDGET = 1 << 20;

    private final SeekableByteChannel file;
    private long left = BUDGET;

    DirectoryBudget(SeekableByteChannel file) {
        this.file = file;
    }

    /** The table of contents was read; the parts have limits of their own. */
    void lift() {
        left = Long.MAX_VALUE;
    }

    @Override
    public int read(ByteBuffer to) throws IOException {
        int read = file.read(to);
        left -= Math.max(read, 0);
        if (left < 0) {
            throw new IOException("the table of contents is too long");
        }
        return read;
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        throw new IOException("the file is only read");
    }

    @Override
    public long position() throws IOException {
        return file.position();
    }

    @Override
    public SeekableByteChannel position(long position) throws IOException {
        file.position(position);
        return this;
    }

    @Override
    public long size() throws IOException {
        return file.size();
    }

    @Override
    public SeekableByteChannel truncate(long size) throws IOException {
        throw new IOException("the file is only read");
    }

    @Override
    public boolean isOpen() {
        return file.isOpen();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
