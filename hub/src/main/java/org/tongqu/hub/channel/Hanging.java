package org.tongqu.hub.channel;

import java.util.Collection;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tongqu.hub.customers.Portfolios;
import org.tongqu.hub.sales.ChannelFacts;
import org.tongqu.hub.visits.LastVisits;

/** Counts what hangs on customers, within the scope at hand. */
@Component
class Hanging {
    private final Portfolios portfolios;
    private final ChannelFacts sales;
    private final LastVisits visits;

    Hanging(Portfolios portfolios, ChannelFacts sales, LastVisits visits) {
        this.portfolios = portfolios;
        this.sales = sales;
        this.visits = visits;
    }

    /** @param kept ids as they are kept; those merged into one are one customer */
    Counts of(Collection<String> kept) {
        Set<String> today = Set.copyOf(portfolios.heirs(kept).values());
        long contacts = portfolios.lines(today).values().stream()
                .mapToLong(Portfolios.Line::contacts)
                .sum();
        Set<String> records = portfolios.customerByRecord(today).keySet();
        ChannelFacts.Held held = sales.held(records);
        return new Counts(today.size(), contacts, visits.count(records), held.orders(), held.machines());
    }

    /** How much of each kind. */
    record Counts(long customers, long contacts, long visits, long orders, long machines) {
        Long[] figures() {
            return new Long[] {customers, contacts, visits, orders, machines};
        }
    }
}
