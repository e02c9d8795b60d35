package org.tongqu.hub.reconciliation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The months of one line of business, judged from the first to the last: what was shipped at a month's end may be sold at the next one's beginning, and the other way round. */
final class Months {
    private final List<Cell> cells;
    private final Judge judge;

    Months(List<Cell> line, Judge judge) {
        this.cells = line.stream()
                .sorted(Comparator.comparing(cell -> cell.key().month()))
                .toList();
        this.judge = judge;
    }

    List<Cell> judged() {
        List<Cell> judged = new ArrayList<>();
        BigDecimal carried = BigDecimal.ZERO;
        for (int i = 0; i < cells.size(); i++) {
            BigDecimal left = cells.get(i).apart().add(carried);
            carried = carried(left, i);
            judged.add(judge.of(cells.get(i), left.subtract(carried)));
        }
        return judged;
    }

    /** What goes over into the next month: more than nought where it was shipped first, less where it was sold first. */
    private BigDecimal carried(BigDecimal left, int at) {
        if (at + 1 == cells.size()) {
            return BigDecimal.ZERO;
        }
        Cell month = cells.get(at);
        Cell next = cells.get(at + 1);
        BigDecimal apart = next.apart();
        if (left.signum() * apart.signum() >= 0
                || !next.key().month().equals(month.key().month().plusMonths(1))) {
            return BigDecimal.ZERO;
        }
        BigDecimal both = left.abs().min(apart.abs());
        return left.signum() > 0
                ? least(both, month.late().shipped(), next.early().sold())
                : least(both, month.late().sold(), next.early().shipped()).negate();
    }

    private static BigDecimal least(BigDecimal both, BigDecimal late, BigDecimal early) {
        return both.min(late).min(early).max(BigDecimal.ZERO);
    }
}
