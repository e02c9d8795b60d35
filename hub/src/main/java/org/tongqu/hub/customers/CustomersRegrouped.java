package org.tongqu.hub.customers;

import java.util.List;
import java.util.Set;

/**
 * News that records which had a customer have another one now, told in the transaction that moved them.
 *
 * @param merged customers that turned out to be one
 * @param parted new customers that were taken out of another
 * @param touched all customers that records left or came to, those taken apart among them
 */
public record CustomersRegrouped(List<Merged> merged, List<Parted> parted, Set<String> touched) {
    public CustomersRegrouped {
        merged = List.copyOf(merged);
        parted = List.copyOf(parted);
        touched = Set.copyOf(touched);
    }

    /**
     * Two customers that are one now.
     *
     * @param customer that lives on
     * @param other that ended in it
     * @param reason the engine's findings, or a word where a person or the whole part spoke
     */
    public record Merged(String customer, String other, String reason) {}

    /** A new customer and the one that its records were with. */
    public record Parted(String customer, String from) {}
}
