package org.tongqu.hub.reconciliation;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Three figures side by side; one that nobody told is absent.
 *
 * @param early what was sold and shipped in the first days of the month, as many as the rules allow to lag
 * @param late the same of its last days
 * @param net shipped less sold, after what the months beside it explain
 */
record Cell(
        CellKey key,
        @Nullable String region,
        @Nullable BigDecimal sold,
        @Nullable BigDecimal shipped,
        @Nullable BigDecimal stated,
        Edge early,
        Edge late,
        BigDecimal net,
        State state,
        LocalDate due) {

    /** How its figures stand to one another. */
    enum State {
        /** Not all of them need have come in yet, or the rules begin later. */
        PENDING,
        AGREES,
        DIFFERS
    }

    /** What was sold and shipped at one end of a month. */
    record Edge(BigDecimal sold, BigDecimal shipped) {}

    static BigDecimal figure(@Nullable BigDecimal told) {
        return told == null ? BigDecimal.ZERO : told;
    }

    /** Shipped less sold. */
    BigDecimal apart() {
        return figure(shipped).subtract(figure(sold));
    }

    Cell judged(BigDecimal left, State as) {
        return new Cell(key, region, sold, shipped, stated, early, late, left, as, due);
    }

    boolean differs() {
        return state == State.DIFFERS;
    }

    /** How far the customer's word lies outside what the two others span; nought where it said nothing. */
    BigDecimal outside() {
        if (stated == null) {
            return BigDecimal.ZERO;
        }
        BigDecimal least = figure(sold).min(figure(shipped));
        BigDecimal most = figure(sold).max(figure(shipped));
        return stated.compareTo(least) < 0
                ? stated.subtract(least)
                : stated.subtract(most).max(BigDecimal.ZERO);
    }

    /** Units in question: between the factory and the agent, or else between both and the customer. */
    BigDecimal amount() {
        return net.signum() == 0 ? outside().abs() : net.abs();
    }
}
