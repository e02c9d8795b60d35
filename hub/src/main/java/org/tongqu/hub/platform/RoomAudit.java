package org.tongqu.hub.platform;

import java.util.List;

/** What the audit asks of one room: read from what was said and what the business tables hold, never from the journal's word that all went well. */
public interface RoomAudit {
    List<Question> questions();

    List<Count> counts();

    /** What of this room outsiders can bear witness to; most rooms are spoken to by nobody outside. */
    default List<Testimony> testimonies() {
        return List.of();
    }

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

    /**
     * One kind of thing that an outsider was promised, or holds.
     *
     * @param kind one word, e.g. {@code ORDER}
     * @param what one line for people
     * @param found answers, for each of {@code :keys} that does not stand exactly once, {@code key} and how often it stands, {@code n}
     * @param gaveTo where partners hold it: answers the key of each one that the store says was delivered to {@code :partners}; else empty
     */
    record Testimony(String kind, String what, String found, String gaveTo) {
        public Testimony(String kind, String what, String found) {
            this(kind, what, found, "");
        }
    }
}
