package org.tongqu.hub.needs;

import java.time.Instant;

/** News that a need was raised and graded, told in the transaction that stores it. */
public record NeedGraded(String needId, String messageId, Instant at) {}
