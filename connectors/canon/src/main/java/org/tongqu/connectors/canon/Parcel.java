package org.tongqu.connectors.canon;

/**
 * One outbound item under lease: what to carry, where, and the number that proves the lease when it is settled.
 *
 * @param id of the outbox row; sent as Idempotency-Key on every try
 * @param partner code of the receiver
 * @param load what is carried
 * @param attempt 1 for the first try
 * @param fence lease number; a settlement under an older one is refused
 */
public record Parcel(String id, String partner, Load load, int attempt, long fence) {

    /** What a parcel carries. */
    public sealed interface Load {
        /** A demand for a factory. */
        record Demand(DemandWord.Asked asked) implements Load {}

        /** Word to a partner that its file is done: the report is fetched by message id. */
        record FileDone(String messageId, String name) implements Load {}
    }
}
