package org.tongqu.routes.in;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import org.tongqu.connectors.rest.ItemReader;
import org.tongqu.routes.Answer;
import org.tongqu.routes.Answers;

/** A request's bytes, counted while they come in: never more than the cap in memory, and never fewer than were announced. */
sealed interface RequestBody {
    /** How much of an oversized body is read and thrown away, so that its sender lives to hear the answer. */
    long PATIENCE = 256L * 1024 * 1024;

    record Whole(byte[] bytes) implements RequestBody {}

    record Not(Answer answer) implements RequestBody {}

    static RequestBody read(HttpServletRequest request) {
        long announced = request.getContentLengthLong();
        try {
            InputStream in = request.getInputStream();
            byte[] bytes = in.readNBytes(ItemReader.MAX_BODY + 1);
            if (bytes.length > ItemReader.MAX_BODY) {
                throwAway(in);
                return new Not(Answers.tooLarge(ItemReader.tooLarge()));
            }
            return bytes.length < announced ? new Not(Answers.brokenOff()) : new Whole(bytes);
        } catch (IOException e) {
            return new Not(Answers.brokenOff());
        }
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
        for (int n = in.read(bin); n >= 0 && left > 0; n = in.read(bin)) {
            left -= n;
        }
    }
}
