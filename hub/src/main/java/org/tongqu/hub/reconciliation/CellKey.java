package org.tongqu.hub.reconciliation;

import java.time.LocalDate;
import java.util.Comparator;

/** Where three figures meet: an agent, a product, a month (its first day) and today's customer. */
record CellKey(String agent, String product, LocalDate month, String customer) implements Comparable<CellKey> {
    private static final Comparator<CellKey> ORDER = Comparator.comparing(CellKey::agent)
            .thenComparing(CellKey::product)
            .thenComparing(CellKey::month)
            .thenComparing(CellKey::customer);

    CellKey in(LocalDate other) {
        return new CellKey(agent, product, other, customer);
    }

    /** The months of one customer's purchases of one product from one agent. */
    Line line() {
        return new Line(agent, product, customer);
    }

    @Override
    public int compareTo(CellKey other) {
        return ORDER.compare(this, other);
    }

    /** All months of it. */
    record Line(String agent, String product, String customer) {}
}
