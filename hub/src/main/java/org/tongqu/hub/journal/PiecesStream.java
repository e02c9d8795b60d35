package org.tongqu.hub.journal;

import java.io.InputStream;
import java.util.Optional;
import java.util.function.IntFunction;

/** Bytes that were kept in pieces, as one stream that holds one piece in memory. */
final class PiecesStream extends InputStream {
    private final IntFunction<Optional<byte[]>> pieces;
    private byte[] piece = new byte[0];
    private int at;
    private int next;
    private boolean end;

    PiecesStream(IntFunction<Optional<byte[]>> pieces) {
        this.pieces = pieces;
    }

    @Override
    public int read() {
        return fill() ? piece[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, piece.length - at);
        System.arraycopy(piece, at, into, offset, count);
        at += count;
        return count;
    }

    private boolean fill() {
        while (at == piece.length && !end) {
            Optional<byte[]> more = pieces.apply(next++);
            end = more.isEmpty();
            piece = more.orElse(new byte[0]);
            at = 0;
        }
        return !end;
    }
}
