package org.tongqu.hub.sales;

import java.util.Set;

/**
 * News of an agent's lines, told in the transaction that changes them.
 *
 * @param lineIds those that are new, that speak no more, and that speak again
 */
public record LinesSaid(String agent, Set<String> lineIds) {
    public LinesSaid {
        lineIds = Set.copyOf(lineIds);
    }
}
