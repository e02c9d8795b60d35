package org.tongqu.hub.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.MessageKind;
import org.tongqu.connectors.canon.Sender;

/** A message's header as leased to a worker. */
record Kept(
        String id,
        MessageKind kind,
        String format,
        Sender sender,
        Instant receivedAt,
        java.time.LocalDate receivedDay,
        @Nullable String name,
        String sha256,
        long size,
        @Nullable String repeats,
        int attempts,
        int triesLeft,
        long fence,
        Counts counts) {

    Arrival arrival() {
        return new Arrival(id, sender, receivedAt);
    }

    boolean isFile() {
        return kind == MessageKind.SALES_FILE;
    }

    /** Whether the room that read it takes it bite by bite. */
    boolean inBites() {
        return kind == MessageKind.ADDRESS_BOOK;
    }

    /** Where a file stands: the last row taken and what became of the rows up to there. */
    record Counts(long checkpoint, long accepted, long refused, long duplicate, long ignored) {
        static final Counts NONE = new Counts(0, 0, 0, 0, 0);

        Counts plus(long upTo, long moreAccepted, long moreRefused, long moreDuplicate, long ignoredSoFar) {
            return new Counts(
                    upTo, accepted + moreAccepted, refused + moreRefused, duplicate + moreDuplicate, ignoredSoFar);
        }

        long rows() {
            return accepted + refused + duplicate;
        }
    }
}
