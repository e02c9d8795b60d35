package org.tongqu.hub.keeping;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.tongqu.hub.clocks.Followers;
import org.tongqu.hub.customers.Customers;
import org.tongqu.hub.customers.Portfolios;
import org.tongqu.hub.needs.OpenNeeds;

/** A need is followed by whoever keeps its customer today, so what waits for an answer goes with the customer. */
@Component
class KeepersFollow implements Followers {
    private final KeeperStore store;
    private final OpenNeeds needs;
    private final Customers customers;
    private final Portfolios portfolios;

    KeepersFollow(KeeperStore store, OpenNeeds needs, Customers customers, Portfolios portfolios) {
        this.store = store;
        this.needs = needs;
        this.customers = customers;
        this.portfolios = portfolios;
    }

    @Override
    public Map<String, String> ofNeeds(Collection<String> needIds) {
        Map<String, String> records = needs.records(needIds);
        Map<String, String> customerOf = customers.customersOf(Set.copyOf(records.values()));
        Map<String, String> keepers = keepers(Set.copyOf(customerOf.values()));
        Map<String, String> following = new HashMap<>();
        records.forEach((need, record) -> {
            String keeper = keepers.get(Objects.requireNonNullElse(customerOf.get(record), ""));
            if (keeper != null) {
                following.put(need, keeper);
            }
        });
        return following;
    }

    /** By today's customer; its own keeper before those of customers merged into it, of these the oldest customer's. */
    private Map<String, String> keepers(Collection<String> today) {
        Map<String, String> kins = portfolios.kins(today);
        Map<String, String> kept = new TreeMap<>(store.keepersToday(kins.keySet()));
        Map<String, String> keepers = new HashMap<>();
        kept.forEach((id, person) -> keepers.merge(
                Objects.requireNonNull(kins.get(id)), person, (one, other) -> id.equals(kins.get(id)) ? other : one));
        return keepers;
    }
}
