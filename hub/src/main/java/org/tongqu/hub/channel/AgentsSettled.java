package org.tongqu.hub.channel;

import java.util.Set;

/**
 * News that the agents of record of customers may be others now, told in the transaction that changed them.
 *
 * @param customers every id that today is one of the customers
 */
public record AgentsSettled(Set<String> customers) {
    public AgentsSettled {
        customers = Set.copyOf(customers);
    }
}
