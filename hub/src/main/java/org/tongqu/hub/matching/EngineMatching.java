package org.tongqu.hub.matching;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** The engine of {@code ./tongqu match} over the records of the store: each part is grouped by itself, as a file would be. */
@Service
class EngineMatching implements Matching {
    private static final int MOST_RELATED = 50;

    private final RecordStore records;
    private final KeyStore keys;
    private final LinkStore links;
    private final NumberStore numbers;
    private final Neighbourhood neighbourhood;
    private final CrowdStore crowd;
    private final Aliases aliases;
    private final Nearest nearest;
    private final Foresight foresight;
    private final Forgetting forgetting;

    EngineMatching(
            RecordStore records,
            KeyStore keys,
            LinkStore links,
            NumberStore numbers,
            Neighbourhood neighbourhood,
            CrowdStore crowd,
            Aliases aliases,
            Nearest nearest,
            Foresight foresight,
            Forgetting forgetting) {
        this.records = records;
        this.keys = keys;
        this.links = links;
        this.numbers = numbers;
        this.neighbourhood = neighbourhood;
        this.crowd = crowd;
        this.aliases = aliases;
        this.nearest = nearest;
        this.foresight = foresight;
        this.forgetting = forgetting;
    }

    @Override
    public Remembered remember(Collection<Told> told) {
        List<Told> all = List.copyOf(told);
        List<Said> plain = all.stream().map(Said::of).toList();
        keys.hold(anchors(plain));
        Map<String, Set<String>> called = aliases.called(plain);
        List<Said> said = Aliases.asCalled(plain, called);
        boolean crowded = crowd.join();
        Map<Long, Said> changed = keep(all, said);
        if (!called.isEmpty()) {
            records.called(called);
        }
        Set<String> crossed = numbers.add(said);
        if (!crossed.isEmpty()) {
            changed.putAll(again(crossed));
        }
        neighbourhood.link(changed);
        Set<String> touched = changed.values().stream().map(Said::id).collect(Collectors.toSet());
        said.forEach(one -> touched.add(one.id()));
        return new Remembered(touched, crowded);
    }

    private static Set<String> anchors(List<Said> said) {
        Set<String> anchors = new TreeSet<>();
        said.forEach(one -> Keys.of(one).stream()
                .filter(key -> key.startsWith("U:") || key.startsWith("N:"))
                .forEach(anchors::add));
        return anchors;
    }

    private Map<Long, Said> keep(List<Told> told, List<Said> said) {
        Map<String, Said> byId = said.stream().collect(Collectors.toMap(Said::id, one -> one, (one, same) -> one));
        Map<Long, Said> kept = new HashMap<>();
        Map<Long, Set<String>> found = new HashMap<>();
        records.add(said, told).forEach((id, no) -> {
            Said one = Objects.requireNonNull(byId.get(id), id);
            kept.put(no, one);
            found.put(no, Keys.withAgent(one));
        });
        keys.first(found);
        return kept;
    }

    /** Whoever has a number that turned out to be that of many is weighed anew. */
    private Map<Long, Said> again(Set<String> crossed) {
        List<Long> having = keys.under(crossed.stream()
                .flatMap(number -> Keys.ofNumber(number).stream())
                .toList());
        links.forget(having);
        return records.byNumber(having);
    }

    @Override
    public List<List<String>> around(Collection<String> wanted) {
        Unions unions = new Unions();
        links.reach(wanted).forEach(linked -> unions.join(linked.record(), linked.other()));
        return unions.parts();
    }

    @Override
    public List<Grouped> foresee(Collection<Told> told, Function<Collection<String>, List<Decision>> decisions) {
        return foresight.of(told, decisions);
    }

    @Override
    public List<List<String>> together(Collection<Told> told) {
        return Foresight.together(told);
    }

    @Override
    public Set<String> forget(Collection<String> wanted) {
        Map<Long, Said> gone = records.byId(wanted);
        keys.hold(anchors(List.copyOf(gone.values())));
        Forgetting.Left left = forgetting.forget(gone);
        Set<String> touched = new TreeSet<>(left.near());
        if (!left.uncrossed().isEmpty()) {
            Map<Long, Said> again = again(left.uncrossed());
            neighbourhood.link(again);
            again.values().forEach(said -> touched.add(said.id()));
        }
        return touched;
    }

    @Override
    public List<Grouped> group(List<List<String>> parts, List<Decision> decisions) {
        Map<String, Said> said = new HashMap<>();
        records.byId(parts.stream().flatMap(List::stream).toList()).values().forEach(one -> said.put(one.id(), one));
        Weighing weighing = neighbourhood.weighing(said.values());
        return parts.stream()
                .map(part -> new Part(
                                part.stream()
                                        .map(said::get)
                                        .map(Objects::requireNonNull)
                                        .toList(),
                                weighing)
                        .grouped(decisions))
                .toList();
    }

    @Override
    public void tie(Collection<String> wanted) {
        List<Long> nos = List.copyOf(new TreeSet<>(records.byId(wanted).keySet()));
        List<long[]> pairs =
                nos.stream().skip(1).map(no -> new long[] {nos.getFirst(), no}).toList();
        if (!pairs.isEmpty()) {
            links.add(pairs, true);
        }
    }

    @Override
    public void look(Collection<String> wanted) {
        Map<Long, Said> known = records.byId(wanted);
        links.forget(known.keySet());
        neighbourhood.link(known);
    }

    @Override
    public Optional<Link> explain(String record, String other) {
        Map<String, Said> both = new HashMap<>();
        records.byId(List.of(record, other)).values().forEach(said -> both.put(said.id(), said));
        Said a = both.get(record);
        Said b = both.get(other);
        return a == null || b == null
                ? Optional.empty()
                : Optional.of(neighbourhood.weighing(both.values()).link(a, b));
    }

    @Override
    public Optional<List<Near>> near(Told told) {
        return nearest.of(aliases.asCalled(List.of(told)).getFirst());
    }

    @Override
    public List<Related> related(Collection<String> wanted) {
        Map<Long, Said> asked = records.byId(wanted);
        List<long[]> pairs = neighbourhood.candidates(asked);
        Neighbourhood.Weighed all = neighbourhood.weighed(asked, pairs);
        Map<String, Related> strongest = new LinkedHashMap<>();
        for (long[] pair : pairs) {
            Said a = all.records().get(pair[0]);
            Said b = all.records().get(pair[1]);
            if (a != null && b != null && !asked.containsKey(pair[1])) {
                Relations.of(all.weighing().evidence(a, b))
                        .ifPresent(relation -> strongest.merge(
                                b.id(),
                                new Related(b.id(), a.id(), relation),
                                (one, more) -> one.relation().compareTo(more.relation()) <= 0 ? one : more));
            }
        }
        return strongest.values().stream()
                .sorted(java.util.Comparator.comparing(Related::relation).thenComparing(Related::record))
                .limit(MOST_RELATED)
                .toList();
    }
}
