package org.tongqu.hub.needs;

import java.time.Instant;

/** News that nobody has to help with a need any more, told in the transaction that stores it: each part is delivered or out, or a person closed it. */
public record NeedEnded(String needId, Instant at) {}
