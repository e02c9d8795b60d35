package org.tongqu.connectors.canon;

import java.util.List;
import java.util.Optional;

/** The door to the journal for messages of one piece: what it has answered for is committed and flushed. */
public interface Intake {

    /**
     * Keeps all items of one call in one transaction and answers one receipt an item, in order.
     *
     * @param wire how it came, kept with the message
     * @param idempotencyKey the caller's own key for the whole call; the same key with other content is refused
     * @throws NotAllowed where the sender may not send this kind at all; nothing is kept
     */
    <T> List<Receipt> receive(
            Sender sender, Wire wire, MessageKind kind, Optional<String> idempotencyKey, List<Item<T>> items);

    /** The sender's role may not send this kind of message. */
    final class NotAllowed extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Refusal refusal;

        public NotAllowed(Refusal refusal) {
            super(refusal.code());
            this.refusal = refusal;
        }

        public Refusal refusal() {
            return refusal;
        }
    }
}
