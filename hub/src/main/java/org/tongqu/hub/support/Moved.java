package org.tongqu.hub.support;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongqu.hub.reconciliation.Scores;

/** The score on either side of a day; that it moved does not say why. */
record Moved(Scores.@Nullable Month before, Scores.@Nullable Month after) {
    static final Moved NONE = new Moved(null, null);

    /** @param months newest first */
    static Moved around(LocalDate day, List<Scores.Month> months) {
        LocalDate month = day.withDayOfMonth(1);
        return new Moved(
                months.stream()
                        .filter(each -> each.month().equals(month.minusMonths(1)))
                        .findFirst()
                        .orElse(null),
                months.stream()
                        .filter(each -> each.month().isAfter(month) && each.judged() > 0)
                        .findFirst()
                        .orElse(null));
    }
}
