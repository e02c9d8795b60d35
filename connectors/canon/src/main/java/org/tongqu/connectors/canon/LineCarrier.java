package org.tongqu.connectors.canon;

/** Carries the calls of one branch's line to the hub and brings the answers back, one at a time; a line that is cut comes back as a value. */
public interface LineCarrier extends AutoCloseable {

    /** @param call as it travels; returns within the carrier's own deadline whatever the other end does */
    Word call(byte[] call);

    /** How the carrier is called in logs and on pages. */
    String name();

    @Override
    void close();

    /** What came of one call. */
    sealed interface Word {
        /** The hub's answer as it travelled. */
        record Said(byte[] answer) implements Word {}

        /** Nobody answered, or not in time: the call may or may not have arrived. */
        record Cut(Refusal why) implements Word {}

        /** The hub does not take this branch's word at all: a wrong key, another branch's line. Only a person can mend it. */
        record Denied(Refusal why) implements Word {}
    }
}
