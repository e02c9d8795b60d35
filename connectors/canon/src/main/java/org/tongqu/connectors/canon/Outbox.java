package org.tongqu.connectors.canon;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The door where routes fetch what must leave and report how it went; only the head of each lane is handed out. */
public interface Outbox {

    /** Leases up to {@code max} parcels for one partner that are due now; a lease not settled in time is handed out again. */
    List<Parcel> claim(String partner, int max);

    /**
     * Commits how a try ended. A stale lease changes nothing.
     *
     * @param wire by which it was tried; absent where there was none to try
     */
    void settle(Parcel parcel, Delivery delivery, @Nullable Wire wire);

    /** Codes of the partners for whom something is due now: one look for all of them. */
    Set<String> due();

    /** Calls back with a partner's code when something for it may be waiting; calls may be lost, so poll as well. */
    void onWaiting(Consumer<String> wake);
}
