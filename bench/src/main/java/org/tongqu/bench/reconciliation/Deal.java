package org.tongqu.bench.reconciliation;

import java.time.YearMonth;
import java.util.Set;

/**
 * What one customer of an agent took of one product in one month.
 *
 * @param shipped units that left the factory
 * @param twist what is wrong with the words about it
 */
record Deal(int agent, int customer, int product, YearMonth month, int shipped, Twist twist) {

    /** What may be wrong, and what only looks so. */
    enum Twist {
        NONE,
        /** Shipped at the month's end and sold at the next one's beginning: tolerated. */
        LAG,
        UNDER_REPORTED,
        OVER_REPORTED,
        NOT_REPORTED,
        WRONG_CUSTOMER,
        SHIFTED_MONTH,
        TWICE,
        RETURN,
        UNITS,
        CUSTOMER_KNOWS_LESS;

        boolean isPlanted() {
            return this != NONE && this != LAG;
        }
    }

    /** Where figures meet. */
    record Place(String agent, String uscc, String product, YearMonth month) {}

    Deal with(Twist other, int units) {
        return new Deal(agent, customer, product, month, units, other);
    }

    Place place(Year year) {
        return new Place(Year.agent(agent), year.uscc(agent, customer), Year.product(product), month);
    }

    /** Where the difference must show: two places where something stands in the wrong one. */
    Set<Place> differs(Year year) {
        Place own = place(year);
        return switch (twist) {
            case NONE, LAG -> Set.of();
            case WRONG_CUSTOMER ->
                Set.of(own, new Place(own.agent(), year.uscc(agent, year.neighbour(customer)), own.product(), month));
            case SHIFTED_MONTH -> Set.of(own, new Place(own.agent(), own.uscc(), own.product(), month.plusMonths(1)));
            default -> Set.of(own);
        };
    }
}
