package org.tongqu.routes.in;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.tongqu.connectors.canon.Sluice;

/** A request's bytes, counted while they come in: never more than the cap in memory, never fewer than were announced, and not for ever. */
sealed interface RequestBody {
    /** How much of an oversized body is read and thrown away, so that its sender lives to hear the answer. */
    long PATIENCE = 256L * 1024 * 1024;

    /** How long a body may take at any rate. */
    Duration GRACE = Duration.ofSeconds(30);

    /** Bytes that earn a body one second more. */
    int BYTES_A_SECOND = 16 * 1024;

    record Whole(byte[] bytes) implements RequestBody {}

    record TooLarge() implements RequestBody {}

    /** Fewer bytes than announced, or a broken chunk. */
    record BrokenOff() implements RequestBody {}

    record TooSlow() implements RequestBody {}

    /** Together with the other bodies under way, more than may be held. */
    record TooMuch() implements RequestBody {}

    /**
     * Reads it whole; a load that is whole is one to be worked on.
     *
     * @param max bytes it may have
     */
    static RequestBody read(HttpServletRequest request, int max, Sluice.Load load) {
        RequestBody body = read(request, max, GRACE, load);
        return body instanceof Whole && !load.works() ? new TooMuch() : body;
    }

    /** @param grace how long it may take at any rate */
    static RequestBody read(HttpServletRequest request, int max, Duration grace, Sluice.Load load) {
        long announced = request.getContentLengthLong();
        try {
            InputStream in = request.getInputStream();
            return announced > max ? tooLarge(in) : read(in, announced, max, grace, load);
        } catch (IOException e) {
            return new BrokenOff();
        }
    }

    private static RequestBody read(InputStream in, long announced, int max, Duration grace, Sluice.Load load)
            throws IOException {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        byte[] some = new byte[8 * 1024];
        long start = System.nanoTime();
        for (int n = in.read(some); n >= 0; n = in.read(some)) {
            kept.write(some, 0, n);
            if (kept.size() > max) {
                return tooLarge(in);
            }
            if (!load.holds(kept.size())) {
                throwAway(in);
                return new TooMuch();
            }
            if (System.nanoTime() - start
                    > grace.plusSeconds(kept.size() / BYTES_A_SECOND).toNanos()) {
                return new TooSlow();
            }
        }
        return kept.size() < announced ? new BrokenOff() : new Whole(kept.toByteArray());
    }

    private static RequestBody tooLarge(InputStream in) throws IOException {
        throwAway(in);
        return new TooLarge();
    }

    /** For a request refused unread: a sender cut off in mid-sentence would not hear why. */
    static void throwAway(HttpServletRequest request) {
        try {
            throwAway(request.getInputStream());
        } catch (IOException e) {
            // Whoever hung up does not want the answer either.
            return;
        }
    }

    private static void throwAway(InputStream in) throws IOException {
        byte[] bin = new byte[64 * 1024];
        long left = PATIENCE;
        long start = System.nanoTime();
        for (int n = in.read(bin); n >= 0 && left > 0; n = in.read(bin)) {
            left -= n;
            if (System.nanoTime() - start
                    > GRACE.plusSeconds((PATIENCE - left) / BYTES_A_SECOND).toNanos()) {
                return;
            }
        }
    }
}
