package org.tongqu.hub.needs;

import java.time.Instant;

/**
 * News that nobody has to help with a need any more, told in the transaction that stores it.
 *
 * @param state DELIVERED, PAID, REFUSED or WITHDRAWN, whichever came first; WITHDRAWN where a need without parts is closed
 */
public record NeedEnded(String needId, Needs.PartState state, Instant at) {}
