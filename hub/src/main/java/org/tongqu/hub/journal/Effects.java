package org.tongqu.hub.journal;

import java.util.List;

/** Where every room writes down what a message changed, in the transaction that changes it. */
public interface Effects {

    /**
     * Takes the effect's key; false means the effect is there already and must not be made again.
     *
     * @param room that was changed
     * @param what in one word, e.g. {@code visit}
     * @param ref id of what was made or changed
     */
    boolean first(String key, String messageId, String room, String what, String ref);

    /** Takes the keys of many effects at once, where it is known that each is new because what it stands for is. */
    default void firstAll(List<Effect> effects) {
        effects.forEach(effect -> first(effect.key(), effect.messageId(), effect.room(), effect.what(), effect.ref()));
    }

    /** As the words of {@link #first}. */
    record Effect(String key, String messageId, String room, String what, String ref) {}
}
