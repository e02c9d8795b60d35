package org.tongqu.demo.factory;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * One line of a factory's ledger.
 *
 * @param key Idempotency-Key of the delivery, for DELIVERED and TAKEN
 * @param factoryRef the factory's own number, for TAKEN
 * @param step for SAID, HEARD and REFUSED
 * @param body the demand as delivered for TAKEN, the words to the hub for SAID
 */
record Entry(
        Event event,
        String demandId,
        String at,
        @Nullable String key,
        @Nullable String factoryRef,
        @Nullable Step step,
        @Nullable JsonNode body) {

    /** What can happen to a demand at a factory. */
    enum Event {
        /** A delivery was read to its end, whatever came of it. */
        DELIVERED,
        /** It took effect: work begins, under a number of its own. */
        TAKEN,
        /** Words were put down before they were sent, so that every try says the same. */
        SAID,
        /** The hub keeps those words. */
        HEARD,
        /** The hub said no for good. */
        REFUSED
    }

    static Entry delivered(String demandId, String key, String at) {
        return new Entry(Event.DELIVERED, demandId, at, key, null, null, null);
    }

    static Entry taken(String demandId, String key, String factoryRef, JsonNode asked, String at) {
        return new Entry(Event.TAKEN, demandId, at, key, factoryRef, null, asked);
    }

    static Entry said(String demandId, Step step, JsonNode words, String at) {
        return new Entry(Event.SAID, demandId, at, null, null, step, words);
    }

    static Entry heard(String demandId, Step step, boolean kept, String at) {
        return new Entry(kept ? Event.HEARD : Event.REFUSED, demandId, at, null, null, step, null);
    }
}
