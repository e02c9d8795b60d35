package org.tongqu.routes.in;

import org.tongqu.connectors.canon.Sender;

/** Takes letters of one kind from partners' queues: what it answers is written back; what it throws is tried again, and parked after five times. */
@FunctionalInterface
public interface LetterHandler {
    /**
     * Returns once what follows from the letter is committed; the same letter may come again after a crash.
     *
     * @param body UTF-8, at most 2 MiB
     * @param sender whose queue it is
     * @return the answer, in JSON
     */
    byte[] answer(byte[] body, Sender sender);
}
