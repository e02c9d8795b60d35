package org.tongqu.hub.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.tongqu.hub.matching.Matching.Decision;
import org.tongqu.hub.matching.Matching.Grouped;

/** What records would come to if they came now: the parts they would touch are grouped with them, and nothing is written. */
@Component
class Foresight {
    private final RecordStore records;
    private final LinkStore links;
    private final Neighbourhood neighbourhood;
    private final Aliases aliases;

    Foresight(RecordStore records, LinkStore links, Neighbourhood neighbourhood, Aliases aliases) {
        this.records = records;
        this.links = links;
        this.neighbourhood = neighbourhood;
        this.aliases = aliases;
    }

    List<Grouped> of(Collection<Told> told, Function<Collection<String>, List<Decision>> decisions) {
        Map<Long, Said> coming = numbered(told);
        Unions unions = new Unions();
        coming.values().forEach(said -> unions.add(said.id()));
        links.reach(nearKept(coming, unions)).forEach(linked -> unions.join(linked.record(), linked.other()));
        List<Said> all = new ArrayList<>(coming.values());
        nearOneAnother(all, neighbourhood.weighing(all), unions);
        List<List<String>> parts = unions.parts();
        Map<String, Said> said = said(parts, coming.values());
        Weighing weighing = neighbourhood.weighing(said.values());
        Set<String> kept = new HashSet<>(said.keySet());
        coming.values().forEach(one -> kept.remove(one.id()));
        List<Decision> decided = kept.isEmpty() ? List.of() : decisions.apply(kept);
        return parts.stream()
                .map(part -> new Part(
                                part.stream()
                                        .map(id -> Objects.requireNonNull(said.get(id)))
                                        .toList(),
                                weighing)
                        .grouped(decided))
                .toList();
    }

    /** Numbers below 0 are nobody's yet. */
    private Map<Long, Said> numbered(Collection<Told> told) {
        Map<Long, Said> numbered = new HashMap<>();
        aliases.asCalled(told).forEach(said -> numbered.put(-1L - numbered.size(), said));
        return numbered;
    }

    /** The kept records that are near; each is joined with who is near it. */
    private Set<String> nearKept(Map<Long, Said> coming, Unions unions) {
        List<long[]> pairs = neighbourhood.candidates(coming);
        Neighbourhood.Weighed all = neighbourhood.weighed(coming, pairs);
        Set<String> near = new HashSet<>();
        for (long[] pair : pairs) {
            Said a = all.records().get(pair[0]);
            Said b = all.records().get(pair[1]);
            if (a != null && b != null && all.weighing().near(a, b)) {
                unions.join(a.id(), b.id());
                near.add(b.id());
            }
        }
        return near;
    }

    static List<List<String>> together(Collection<Told> told) {
        List<Said> all = told.stream().map(Said::of).toList();
        Map<String, Integer> spread = AllRecords.spread(all);
        Unions unions = new Unions();
        all.forEach(said -> unions.add(said.id()));
        nearOneAnother(all, new Weighing(number -> spread.getOrDefault(number, 0)), unions);
        return unions.parts();
    }

    private static void nearOneAnother(List<Said> all, Weighing weighing, Unions unions) {
        for (long pair : Candidates.pairs(all)) {
            Said a = all.get((int) (pair >> 32));
            Said b = all.get((int) pair);
            if (weighing.near(a, b)) {
                unions.join(a.id(), b.id());
            }
        }
    }

    private Map<String, Said> said(List<List<String>> parts, Collection<Said> coming) {
        Map<String, Said> said = new HashMap<>();
        records.byId(parts.stream().flatMap(List::stream).toList()).values().forEach(one -> said.put(one.id(), one));
        coming.forEach(one -> said.put(one.id(), one));
        return said;
    }
}
