package org.tongqu.connectors.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Cuts a stream at CR, LF or CRLF before any decoding, so that bad bytes spoil one line and memory is bounded by one line. */
final class PhysicalLines implements AutoCloseable {
    static final int MAX_BYTES = 64 * 1024;

    private static final int END = -1;
    private static final int NONE = -2;
    private static final int HALF = 0x10000;

    private final CountedStream in;
    private final Encoding encoding;
    private final byte[] buffer = new byte[MAX_BYTES];
    private final ByteArrayOutputStream content = new ByteArrayOutputStream(256);
    private int filled;
    private int at;
    private int ahead = NONE;
    private long number;

    PhysicalLines(InputStream in, Encoding encoding) {
        this.in = new CountedStream(in);
        this.encoding = encoding;
    }

    @Nullable
    PhysicalLine next() throws IOException {
        int unit = unit();
        if (unit == END) {
            return null;
        }
        content.reset();
        boolean cut = false;
        while (unit != END && unit != '\r' && unit != '\n') {
            cut |= !keep(unit);
            cut |= !keepRun();
            unit = unit();
        }
        return new PhysicalLine(++number, content.toByteArray(), end(unit), cut);
    }

    /** How much of a file of so many bytes was read, from 0 to 1. */
    double share(long size) {
        return in.share(size);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private boolean keep(int unit) {
        if (content.size() >= MAX_BYTES) {
            return false;
        }
        if (encoding.unit() == 1 || unit >= HALF) {
            content.write(unit);
        } else {
            boolean little = encoding == Encoding.UTF_16LE;
            content.write(little ? unit : unit >> 8);
            content.write(little ? unit >> 8 : unit);
        }
        return true;
    }

    /** What is surely no line end and already read, at once. */
    private boolean keepRun() {
        if (encoding.unit() > 1) {
            return true;
        }
        int from = at;
        while (at < filled && buffer[at] != '\r' && buffer[at] != '\n') {
            at++;
        }
        int kept = Math.min(at - from, MAX_BYTES - content.size());
        content.write(buffer, from, kept);
        return kept == at - from;
    }

    private String end(int unit) throws IOException {
        if (unit == END) {
            return "";
        }
        if (unit == '\n') {
            return "\n";
        }
        int after = unit();
        if (after == '\n') {
            return "\r\n";
        }
        ahead = after;
        return "\r";
    }

    private int unit() throws IOException {
        if (ahead != NONE) {
            int unit = ahead;
            ahead = NONE;
            return unit;
        }
        int first = one();
        if (encoding.unit() == 1 || first == END) {
            return first;
        }
        int second = one();
        if (second == END) {
            return HALF | first;
        }
        return encoding == Encoding.UTF_16LE ? second << 8 | first : first << 8 | second;
    }

    private int one() throws IOException {
        if (at == filled) {
            filled = in.read(buffer);
            at = 0;
        }
        if (filled <= 0) {
            filled = 0;
            return END;
        }
        return buffer[at++] & 0xFF;
    }
}
