package org.tongqu.hub.matching;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Takes records out as if they had never come: their keys, their links, and what they had said of shared numbers. */
@Component
class Forgetting {
    private final RecordStore records;
    private final KeyStore keys;
    private final LinkStore links;
    private final NumberStore numbers;

    Forgetting(RecordStore records, KeyStore keys, LinkStore links, NumberStore numbers) {
        this.records = records;
        this.keys = keys;
        this.links = links;
        this.numbers = numbers;
    }

    /**
     * What is left behind.
     *
     * @param near ids of records that were near one of the forgotten
     * @param uncrossed numbers that are no longer those of many
     */
    record Left(Set<String> near, Set<String> uncrossed) {}

    Left forget(Map<Long, Said> gone) {
        Set<Long> nos = gone.keySet();
        Set<String> near = new HashSet<>();
        records.byNumber(links.beside(nos)).values().forEach(said -> near.add(said.id()));
        links.drop(nos);
        keys.drop(Keys.withAgent(gone));
        records.drop(nos);
        return new Left(near, numbers.drop(unsaid(gone.values())));
    }

    /** Numbers with a brand that nobody says any more. */
    private Set<List<String>> unsaid(Collection<Said> gone) {
        Set<List<String>> unsaid = NumberStore.known(gone);
        List<String> under = gone.stream()
                .flatMap(said -> said.numbers().stream())
                .distinct()
                .flatMap(number -> Keys.ofNumber(number).stream())
                .toList();
        if (!under.isEmpty()) {
            unsaid.removeAll(
                    NumberStore.known(records.byNumber(keys.under(under)).values()));
        }
        return unsaid;
    }
}
