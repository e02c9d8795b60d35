package org.tongqu.hub.keeping;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tongqu.hub.customers.Portfolios;
import org.tongqu.hub.needs.OpenNeeds;

/** Counts what hangs on customers that somebody keeps, within the scope at hand. */
@Component
class Holdings {
    private final Portfolios portfolios;
    private final OpenNeeds needs;

    Holdings(Portfolios portfolios, OpenNeeds needs) {
        this.portfolios = portfolios;
        this.needs = needs;
    }

    Counts of(Shares.Share share) {
        return of(
                share.ids("CUSTOMER"),
                share.ids("PLAN").size(),
                share.ids("NOTE").size());
    }

    /** @param kept ids as they are kept; those merged into one are one customer */
    Counts of(Collection<String> kept, long plans, long notes) {
        Set<String> today = new HashSet<>(portfolios.heirs(kept).values());
        long contacts = portfolios.lines(today).values().stream()
                .mapToLong(Portfolios.Line::contacts)
                .sum();
        long open = needs.of(portfolios.customerByRecord(today).keySet()).size();
        return new Counts(today.size(), contacts, open, plans, notes);
    }

    /** How much of each kind. */
    record Counts(long customers, long contacts, long needs, long plans, long notes) {}
}
