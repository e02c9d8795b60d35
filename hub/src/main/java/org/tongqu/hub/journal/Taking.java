package org.tongqu.hub.journal;

import java.util.List;
import org.tongqu.connectors.canon.Refusal;

/** What a receiver made of a message. */
public sealed interface Taking {
    Taking TAKEN = new Taken();

    record Taken() implements Taking {}

    /** Nothing of it took effect; whatever was written is undone. */
    record Refused(List<Refusal> refusals) implements Taking {
        public Refused {
            refusals = List.copyOf(refusals);
        }
    }
}
