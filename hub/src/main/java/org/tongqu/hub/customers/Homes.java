package org.tongqu.hub.customers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.tongqu.hub.matching.Matching.Firm;

/**
 * Which customer each firm is. A customer stays with the record it was made for, else with most of its records; of several that turn out to be
 * one the oldest lives on; a firm left without takes the id it had once, and only else a new one.
 */
final class Homes {
    /** No number of newcomers outvotes the record that a customer was made for. */
    private static final int FOUNDER = 100_000;

    private final Map<String, String> today;
    private final Map<String, String> first;
    private final Map<String, String> founders = new HashMap<>();
    private final Set<String> vacant;
    private final Supplier<String> fresh;
    private final Map<String, Firm> winners = new TreeMap<>();
    private final Set<String> taken = new HashSet<>();

    /**
     * @param today customers by record, for those that have one
     * @param first by record, the customer it was first given
     * @param vacant those of them that are merged away today
     */
    Homes(Map<String, String> today, Map<String, String> first, Set<String> vacant, Supplier<String> fresh) {
        this.today = today;
        this.first = first;
        first.forEach((record, customer) ->
                founders.merge(customer, record, (one, other) -> one.compareTo(other) < 0 ? one : other));
        this.vacant = vacant;
        this.fresh = fresh;
    }

    /** A firm, the customer it is now, and the customers that end in it. */
    record Home(Firm firm, String customer, Kind kind, List<String> absorbed) {
        Home {
            absorbed = List.copyOf(absorbed);
        }
    }

    enum Kind {
        KEPT,
        REVIVED,
        NEW
    }

    List<Home> of(List<Firm> firms) {
        Map<String, Integer> most = new HashMap<>();
        firms.forEach(firm -> votes(firm).forEach((customer, votes) -> {
            if (votes > most.getOrDefault(customer, 0)) {
                most.put(customer, votes);
                winners.put(customer, firm);
            }
        }));
        Map<String, List<String>> won = new HashMap<>();
        winners.forEach((customer, firm) -> won.computeIfAbsent(firm.records().getFirst(), none -> new ArrayList<>())
                .add(customer));
        return firms.stream()
                .map(firm -> home(firm, won.getOrDefault(firm.records().getFirst(), List.of())))
                .toList();
    }

    private Map<String, Integer> votes(Firm firm) {
        Map<String, Integer> votes = new TreeMap<>();
        for (String record : firm.records()) {
            String customer = today.get(record);
            if (customer != null) {
                votes.merge(customer, record.equals(founders.get(customer)) ? FOUNDER : 1, Integer::sum);
            }
        }
        return votes;
    }

    /** @param won customers, in the order of ids */
    private Home home(Firm firm, List<String> won) {
        if (!won.isEmpty()) {
            return new Home(firm, won.getFirst(), Kind.KEPT, won.subList(1, won.size()));
        }
        Optional<String> revived = firm.records().stream()
                .map(first::get)
                .filter(Objects::nonNull)
                .filter(vacant::contains)
                .filter(id -> !taken.contains(id) && !winners.containsKey(id))
                .min(Comparator.naturalOrder());
        revived.ifPresent(taken::add);
        return revived.map(id -> new Home(firm, id, Kind.REVIVED, List.of()))
                .orElseGet(() -> new Home(firm, fresh.get(), Kind.NEW, List.of()));
    }
}
