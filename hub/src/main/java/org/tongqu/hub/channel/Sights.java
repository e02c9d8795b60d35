package org.tongqu.hub.channel;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.tongqu.hub.customers.Customers;
import org.tongqu.hub.customers.CustomersRegrouped;
import org.tongqu.hub.customers.Portfolios;
import org.tongqu.hub.platform.Ids;

/** Tells customers which agents see them, whenever an agent of record or the grouping of a customer changes, in that same transaction. */
@Component
class Sights {
    private final AgentOfRecordStore store;
    private final Portfolios portfolios;
    private final Customers customers;
    private final ApplicationEventPublisher events;
    private final Ids ids;

    Sights(
            AgentOfRecordStore store,
            Portfolios portfolios,
            Customers customers,
            ApplicationEventPublisher events,
            Ids ids) {
        this.store = store;
        this.portfolios = portfolios;
        this.customers = customers;
        this.events = events;
        this.ids = ids;
    }

    @EventListener
    void on(CustomersRegrouped news) {
        news.parted().forEach(this::takeAlong);
        Set<String> touched = new HashSet<>(news.touched());
        news.merged().forEach(merged -> touched.addAll(List.of(merged.customer(), merged.other())));
        news.parted().forEach(parted -> touched.addAll(List.of(parted.customer(), parted.from())));
        settle(touched);
    }

    /** A part that is taken out of a customer has been its agents' all the time, as the whole was. */
    private void takeAlong(CustomersRegrouped.Parted parted) {
        if (!store.ever(List.of(parted.customer())).isEmpty()) {
            return;
        }
        Set<String> standing = new HashSet<>();
        List<AgentOfRecordStore.Row> past = store.ever(portfolios.kin(parted.from())).reversed().stream()
                .filter(row -> !row.stands() || standing.add(String.valueOf(row.productClass())))
                .map(row -> row.under(ids.next(), parted.customer()))
                .toList();
        store.begin(past, "SPLIT");
    }

    /** Every id that today is one of these customers is seen alike; one that was several agents' by a merge is seen by all of them. */
    void settle(Collection<String> touched) {
        Map<String, String> heirByKin =
                portfolios.kins(Set.copyOf(portfolios.heirs(touched).values()));
        Map<String, Map<String, Boolean>> seen = new HashMap<>();
        store.sights(heirByKin.keySet())
                .forEach(sight -> seen.computeIfAbsent(heirByKin.get(sight.customerId()), heir -> new HashMap<>())
                        .merge(sight.agent(), sight.seen(), Boolean::logicalOr));
        customers.agentSight(
                heirByKin.keySet(),
                heirByKin.entrySet().stream()
                        .flatMap(kin -> sights(kin.getKey(), seen.getOrDefault(kin.getValue(), Map.of())))
                        .toList());
        events.publishEvent(new AgentsSettled(heirByKin.keySet()));
    }

    private static Stream<Customers.AgentSight> sights(String customer, Map<String, Boolean> seen) {
        return seen.entrySet().stream().map(each -> new Customers.AgentSight(customer, each.getKey(), each.getValue()));
    }
}
