package org.tongqu.regions.outbox;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.Refusal;

/**
 * How a visit stands at the node.
 *
 * @param seq its number on the line; another one after the line had to be given up
 * @param takenAt when the node acknowledged it, ISO with zone
 * @param messageId the hub's, once it has it
 * @param errors why the hub refused it
 */
public record KeptVisit(
        String visitNo,
        String id,
        State state,
        String line,
        long seq,
        String takenAt,
        @Nullable String messageId,
        List<Refusal> errors) {
    public KeptVisit {
        errors = List.copyOf(errors);
    }

    /** WAITING here alone, SENT without an answer yet, KEPT by the hub, or REFUSED by it. */
    public enum State {
        WAITING,
        SENT,
        KEPT,
        REFUSED
    }
}
