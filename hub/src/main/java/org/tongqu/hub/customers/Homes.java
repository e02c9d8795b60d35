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
 * Which customer each firm is. A customer stays with most of its records; of several that turn out to be one the oldest lives on; a firm
 * left without takes the id it had once, and only else a new one.
 */
final class Homes {
    private final Map<String, String> today;
    private final Map<String, String> once;
    private final Supplier<String> fresh;
    private final Map<String, Firm> winners = new TreeMap<>();
    private final Set<String> taken = new HashSet<>();

    /**
     * @param today customers by record, for those that have one
     * @param once by record, the customer it was first given, where that is merged away today
     */
    Homes(Map<String, String> today, Map<String, String> once, Supplier<String> fresh) {
        this.today = today;
        this.once = once;
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
        for (Firm firm : firms) {
            Map<String, Integer> votes = new TreeMap<>();
            firm.records().stream()
                    .filter(today::containsKey)
                    .forEach(record -> votes.merge(Objects.requireNonNull(today.get(record)), 1, Integer::sum));
            votes.forEach((customer, count) -> {
                if (count > most.getOrDefault(customer, 0)) {
                    most.put(customer, count);
                    winners.put(customer, firm);
                }
            });
        }
        List<Home> homes = new ArrayList<>();
        firms.forEach(firm -> homes.add(home(firm)));
        return homes;
    }

    private Home home(Firm firm) {
        List<String> won = winners.entrySet().stream()
                .filter(entry -> entry.getValue().equals(firm))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        if (!won.isEmpty()) {
            return new Home(firm, won.getFirst(), Kind.KEPT, won.subList(1, won.size()));
        }
        Optional<String> revived = firm.records().stream()
                .map(once::get)
                .filter(Objects::nonNull)
                .filter(id -> !taken.contains(id) && !winners.containsKey(id))
                .min(Comparator.naturalOrder());
        revived.ifPresent(taken::add);
        return revived.map(id -> new Home(firm, id, Kind.REVIVED, List.of()))
                .orElseGet(() -> new Home(firm, fresh.get(), Kind.NEW, List.of()));
    }
}
