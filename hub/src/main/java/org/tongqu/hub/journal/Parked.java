package org.tongqu.hub.journal;

import org.tongqu.connectors.canon.Sender;

/** The door for a person who sends on what stands parked, in or out; each time leaves an audit line under the person's login. */
public interface Parked {

    Answer resend(Sender sender, String id);

    /** What came of it. */
    enum Answer {
        /** It has its tries back and waits its turn. */
        WAITS_AGAIN,
        /** Nothing changed: it is not parked, nor rejected by its partner. */
        NOT_PARKED,
        /** There is no such message, or it is not the asker's to see. */
        UNKNOWN,
        /** The asker's role may not do this. */
        NOT_ALLOWED
    }
}
