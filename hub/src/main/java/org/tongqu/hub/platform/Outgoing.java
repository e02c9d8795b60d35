package org.tongqu.hub.platform;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.Parcel;
import org.tongqu.connectors.canon.Wire;

/** The door by which a room sends: the row is written in the room's own transaction, so effect and parcel stand or fall together. */
public interface Outgoing {

    /**
     * Puts a parcel behind the others of its lane; the same effect key a second time changes nothing.
     *
     * @param lane only the head of a lane leaves, e.g. one lane a factory and demand
     * @param messageId of the message that caused it
     */
    void put(String partner, String lane, String effectKey, Parcel.Load load, @Nullable String messageId);

    /** Sends a parked or rejected parcel again from its first try; says whether there was one. */
    boolean resend(String id);

    /**
     * Gives parcels to a partner that fetches them itself: what waits counts as sent with this, what was sent is given again, and what is
     * under way, parked or rejected is left out. Oldest first; call it in the scope of workers.
     *
     * @param effectKeys under which the parcels were put
     * @param wire by which it fetches
     */
    List<Parcel> handOver(String partner, Collection<String> effectKeys, Wire wire);

    /** Sends again what had left and was lost on the way; a parcel that has not left, or was acknowledged, stays as it is. */
    void sendLostAgain(Collection<String> effectKeys);
}
