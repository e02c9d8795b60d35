package org.tongqu.hub.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Which records of the store may be one firm with which; kept, so that a part of the whole can be grouped by itself. */
@Component
class Neighbourhood {
    private final RecordStore records;
    private final KeyStore keys;
    private final LinkStore links;
    private final NumberStore numbers;

    Neighbourhood(RecordStore records, KeyStore keys, LinkStore links, NumberStore numbers) {
        this.records = records;
        this.keys = keys;
        this.links = links;
        this.numbers = numbers;
    }

    /** Records and what two of them weigh, as the store knows it now. */
    record Weighed(Map<Long, Said> records, Weighing weighing) {}

    /** Finds anew what these may be one with. */
    void link(Map<Long, Said> wanted) {
        List<long[]> pairs = candidates(wanted);
        Weighed all = weighed(wanted, pairs);
        List<long[]> near = new ArrayList<>();
        for (long[] pair : pairs) {
            Said a = all.records().get(pair[0]);
            Said b = all.records().get(pair[1]);
            if (a != null && b != null && all.weighing().near(a, b)) {
                near.add(pair);
            }
        }
        if (!near.isEmpty()) {
            links.add(near, false);
        }
    }

    List<long[]> candidates(Map<Long, Said> wanted) {
        Map<Long, Set<String>> its = new HashMap<>();
        wanted.forEach((no, said) -> its.put(no, Keys.of(said)));
        return keys.candidates(its);
    }

    /** The wanted ones, those beside them in the pairs, and how shared their numbers are. */
    Weighed weighed(Map<Long, Said> wanted, List<long[]> pairs) {
        Set<Long> others = new HashSet<>();
        pairs.forEach(pair -> others.add(pair[1]));
        others.removeAll(wanted.keySet());
        Map<Long, Said> all = new HashMap<>(wanted);
        if (!others.isEmpty()) {
            all.putAll(records.byNumber(others));
        }
        return new Weighed(all, weighing(all.values()));
    }

    Weighing weighing(Collection<Said> records) {
        Set<String> wanted = new HashSet<>();
        records.forEach(said -> wanted.addAll(said.numbers()));
        Map<String, Integer> spread = wanted.isEmpty() ? Map.of() : numbers.spread(wanted);
        return new Weighing(number -> spread.getOrDefault(number, 0));
    }
}
