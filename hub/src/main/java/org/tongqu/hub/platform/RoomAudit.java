package org.tongqu.hub.platform;

import java.util.List;

/** What the audit asks of one room: read from what was said and what the business tables hold, never from the journal's word that all went well. */
public interface RoomAudit {
    List<Question> questions();

    List<Count> counts();

    /** What kind of trouble a question looks for. */
    enum Trouble {
        /** Acknowledged, finished, and its effect is not there. */
        LOST,
        /** One thing said, two effects. */
        DOUBLED,
        /** Part of an effect, or an outbound item that is neither delivered, waiting nor parked. */
        ASTRAY
    }

    /**
     * @param what one line for people
     * @param sql answers one text for each trouble, naming the message or row
     */
    record Question(Trouble trouble, String what, String sql) {}

    /** @param sql answers one number */
    record Count(String name, String sql) {}
}
