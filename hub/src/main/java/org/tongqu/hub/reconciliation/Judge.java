package org.tongqu.hub.reconciliation;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.tongqu.hub.reconciliation.Cell.State;

/** Says by the rules of today whether figures agree. */
record Judge(Rules rules, LocalDate today) {

    /** @param left what the months beside it leave of the difference; nothing is said of stock yet */
    Cell of(Cell cell, BigDecimal left) {
        return stated(cell.left(left));
    }

    Cell stated(Cell cell) {
        if (!rules.compares(cell.key().month())) {
            return cell.as(State.PENDING);
        }
        boolean agrees = rules.tolerates(cell.net(), cell.sold(), cell.shipped())
                && rules.tolerates(cell.outside(), cell.stated(), cell.sold());
        return cell.as(agrees ? State.AGREES : today.isAfter(cell.due()) ? State.DIFFERS : State.PENDING);
    }
}
