package org.tongqu.hub.reconciliation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Three figures side by side; one that nobody told is absent.
 *
 * @param early what was sold and shipped in the first days of the month, as many as the rules allow to lag
 * @param late the same of its last days
 * @param net shipped less sold, after what the months beside it and the agent's stock explain
 * @param stockOf the agent whose own firm the customer is; empty for an end user, absent until it was asked
 * @param fromStock how many of what was sold without a shipment lay in stock; absent where nobody in reach keeps any
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
        LocalDate due,
        @Nullable String stockOf,
        @Nullable BigDecimal fromStock) {

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

    /** What the months beside it leave. */
    Cell left(BigDecimal left) {
        return new Cell(key, region, sold, shipped, stated, early, late, left, state, due, stockOf, null);
    }

    Cell as(State now) {
        return new Cell(key, region, sold, shipped, stated, early, late, net, now, due, stockOf, fromStock);
    }

    /** At an agent's own firm, or where that is nobody's at an end user. */
    Cell at(String owner) {
        return new Cell(key, region, sold, shipped, stated, early, late, net, state, due, owner, fromStock);
    }

    /** What goes to an agent's firm and is not told as sold lies there; of what was sold unshipped so many lay in stock. */
    Cell met(@Nullable BigDecimal drawn) {
        boolean lies = isToStock() && (sold == null || gap().signum() >= 0);
        BigDecimal now = lies ? BigDecimal.ZERO : gap().add(figure(drawn));
        return new Cell(key, region, sold, shipped, stated, early, late, now, state, due, stockOf, drawn);
    }

    /** Shipped less sold, after what the months beside it explain. */
    BigDecimal gap() {
        return net.subtract(figure(fromStock));
    }

    /** Whose stock it comes to; empty where it comes to none. */
    String stockOwner() {
        return stockOf == null ? "" : stockOf;
    }

    boolean isToStock() {
        return !stockOwner().isEmpty();
    }

    /** Told as sold, to somebody else's firm or an end user, and not shipped there. */
    boolean isSoldUnshipped() {
        return shipped == null && sold != null && !key.agent().equals(stockOf);
    }

    /** Units that came into the stock of its owner: shipped to it, or as another agent says sold to it. */
    BigDecimal came() {
        return isBrought() ? figure(sold) : figure(shipped);
    }

    BigDecimal cameEarly() {
        return isBrought() ? early.sold() : early.shipped();
    }

    private boolean isBrought() {
        return sold != null && !key.agent().equals(stockOf) && sold.compareTo(figure(shipped)) > 0;
    }

    boolean isOther(Cell before) {
        return state != before.state
                || net.compareTo(before.net) != 0
                || !Objects.equals(stockOf, before.stockOf)
                || (fromStock == null) != (before.fromStock == null)
                || figure(fromStock).compareTo(figure(before.fromStock)) != 0;
    }

    boolean differs() {
        return state == State.DIFFERS;
    }

    /** How far the customer's word lies outside what the two others span; nought where it said nothing. */
    BigDecimal outside() {
        if (stated == null) {
            return BigDecimal.ZERO;
        }
        BigDecimal came = figure(shipped).add(figure(fromStock));
        BigDecimal least = figure(sold).min(came);
        BigDecimal most = figure(sold).max(came);
        return stated.compareTo(least) < 0
                ? stated.subtract(least)
                : stated.subtract(most).max(BigDecimal.ZERO);
    }

    /** Units in question: between the factory and the agent, or else between both and the customer. */
    BigDecimal amount() {
        return net.signum() == 0 ? outside().abs() : net.abs();
    }
}
