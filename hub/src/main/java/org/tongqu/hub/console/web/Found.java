package org.tongqu.hub.console.web;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.tongqu.hub.customers.CustomersPages;
import org.tongqu.hub.demand.DemandPages;
import org.tongqu.hub.journal.JournalPages;
import org.tongqu.hub.needs.NeedsPages;
import org.tongqu.hub.sales.SalesPages;
import org.tongqu.hub.visits.VisitsPages;

/**
 * What answers a term, by kind.
 *
 * @param lines what agents reported of sales
 */
record Found(
        String term,
        List<CustomersPages.Hit> customers,
        List<NeedsPages.NeedLine> needs,
        List<DemandPages.Demand> demands,
        List<SalesPages.Order> orders,
        List<SalesPages.Line> lines,
        List<VisitsPages.Visit> visits,
        List<JournalPages.MessageLine> messages) {

    static Found nothing(String term) {
        return new Found(term, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    @JsonIgnore
    public boolean isNothing() {
        return Stream.of(customers, needs, demands, orders, lines, visits, messages)
                .allMatch(List::isEmpty);
    }

    Found of(List<CustomersPages.Hit> others) {
        return new Found(term, others, needs, demands, orders, lines, visits, messages);
    }

    /** These, then the other's, each once. */
    Found and(Found other) {
        return new Found(
                term,
                both(customers, other.customers, hit -> hit.customer().id()),
                both(needs, other.needs, NeedsPages.NeedLine::id),
                both(demands, other.demands, DemandPages.Demand::id),
                both(orders, other.orders, SalesPages.Order::id),
                both(lines, other.lines, SalesPages.Line::id),
                both(visits, other.visits, VisitsPages.Visit::id),
                both(messages, other.messages, JournalPages.MessageLine::id));
    }

    private static <T> List<T> both(List<T> these, List<T> those, Function<T, String> id) {
        return Searching.distinct(Stream.concat(these.stream(), those.stream()), id);
    }
}
