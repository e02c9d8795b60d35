package org.tongqu.connectors.canon;

import java.util.List;

/**
 * The hub's word that a message is kept: it exists only after the commit.
 *
 * @param messageId of the message kept; for a DUPLICATE that of the first
 */
public record Receipt(String messageId, Status status, List<Refusal> errors) {
    public Receipt {
        errors = List.copyOf(errors);
    }

    public enum Status {
        RECEIVED,
        DUPLICATE,
        REFUSED
    }
}
