package org.tongqu.connectors.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Knows how much of its bytes went by. */
final class CountedStream extends FilterInputStream {
    private long count;

    CountedStream(InputStream bytes) {
        super(bytes);
    }

    long count() {
        return count;
    }

    /** As a part of so many bytes, from 0 to 1; 1 where there are none. */
    double share(long size) {
        return size <= 0 ? 1 : Math.min(1, (double) count / size);
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        count += read < 0 ? 0 : 1;
        return read;
    }

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
        int read = super.read(to, from, length);
        count += Math.max(read, 0);
        return read;
    }
}
