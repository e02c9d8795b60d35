package org.tongqu.demo.line;

import com.fasterxml.jackson.databind.JsonNode;

/** A factory's way to the hub; the words are the same on every wire. */
public interface Wire extends AutoCloseable {
    /** Says words once; what was said before may be said again in the same words. */
    Heard say(Subject subject, JsonNode words) throws InterruptedException;

    Kind kind();

    /** Starts to bring, where it does. */
    default void bring(Taker taker) {}

    @Override
    void close();

    /** By what a factory speaks. */
    enum Kind {
        /** Calls, and is called. */
        REST,
        /** Calls, and is called. */
        SOAP,
        /** Calls alone: fetches what is asked of it. */
        SOAP_FETCH,
        /** Queues on the group's broker. */
        JMS;

        /** Whether it brings demands by itself, so that each is acknowledged in a message of its own; else the hub comes and hears it as our answer. */
        public boolean brings() {
            return this == SOAP_FETCH || this == JMS;
        }
    }

    /** Where a wire lays down what it brought. */
    @FunctionalInterface
    interface Taker {
        /**
         * Comes back when the demand is in the ledger; the same key again is the same demand.
         *
         * @return whether it was taken at all
         */
        boolean take(String key, JsonNode asked);
    }
}
