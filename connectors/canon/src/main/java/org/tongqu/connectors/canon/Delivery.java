package org.tongqu.connectors.canon;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How one try to deliver a parcel ended. */
public sealed interface Delivery {

    /** The partner took it; {@code reply} holds its bytes where it acknowledged the demand in the same breath. */
    record Taken(@Nullable Reply reply) implements Delivery {}

    /** The partner said no and will say no again (4xx): it is not tried again. */
    record Rejected(String reason) implements Delivery {}

    /**
     * It may work later: down, slow, 5xx, garbage.
     *
     * @param retryAfter what the partner asked for, if it did
     */
    record Failed(String reason, Fault fault, @Nullable Duration retryAfter) implements Delivery {}

    /** An acknowledgement that came back with the delivery. */
    record Reply(DemandWord.Acknowledged acknowledged, byte[] raw, String format) {}
}
