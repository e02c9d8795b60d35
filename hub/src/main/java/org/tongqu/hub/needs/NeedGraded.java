package org.tongqu.hub.needs;

import java.time.Instant;

/**
 * News that a need was raised and graded, or graded anew by a person, told in the transaction that stores it.
 *
 * @param anew not the first time: its parts are with their factories already
 */
public record NeedGraded(String needId, String messageId, boolean anew, Instant at) {}
