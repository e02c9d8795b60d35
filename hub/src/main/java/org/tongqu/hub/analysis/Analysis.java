package org.tongqu.hub.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows of one question and all that is counted from them; every figure leads back to its rows. */
public final class Analysis {
    private final Sought sought;
    private final List<Line> all;
    private final List<Line> rows;
    private final boolean cut;
    private final @Nullable List<Unmade> unmade;

    Analysis(Sought sought, List<Line> all, boolean cut) {
        this(sought, all, cut, null);
    }

    private Analysis(Sought sought, List<Line> all, boolean cut, @Nullable List<Unmade> unmade) {
        this.sought = sought;
        this.all = all;
        this.rows = all.stream().filter(sought::holds).toList();
        this.cut = cut;
        this.unmade = unmade;
    }

    Analysis forFactory(List<Unmade> nobodyMakes) {
        return new Analysis(sought, all, cut, nobodyMakes);
    }

    /** Newest first. */
    public List<Line> rows() {
        return rows;
    }

    /** Whether there are more than could be read. */
    public boolean isCut() {
        return cut;
    }

    public Conversion whole() {
        return Conversion.of("", rows);
    }

    /** Those with most parts first. By factory those that refused before another took the part are counted too. */
    public List<Conversion> by(Dimension dimension) {
        Stream<Line> counted = dimension == Dimension.FACTORY ? all.stream().filter(sought::matches) : rows.stream();
        return groups(counted, dimension::of).entrySet().stream()
                .map(group -> Conversion.of(group.getKey(), group.getValue()))
                .sorted(Comparator.comparingInt(Conversion::parts).reversed())
                .toList();
    }

    public Map<Hop, Lasted> hops() {
        Map<Hop, Lasted> hops = new EnumMap<>(Hop.class);
        for (Hop hop : Hop.values()) {
            hops.put(hop, Lasted.of(rows.stream().flatMap(line -> hop.of(line).stream())));
        }
        return hops;
    }

    /** By grade, those with technicians before those without. */
    public List<Support> support() {
        List<Support> support = new ArrayList<>();
        groups(rows.stream().filter(line -> line.part().grade() != null), Dimension.GRADE::of)
                .forEach((grade, lines) -> lines.stream()
                        .collect(Collectors.partitioningBy(line -> !line.helped()))
                        .forEach((without, some) -> support.add(Support.of(grade, !without, some))));
        return support;
    }

    /** Oldest first. */
    public List<Month> months() {
        return groups(rows.stream(), Month::of).entrySet().stream()
                .map(month -> Month.of(month.getKey(), month.getValue()))
                .toList();
    }

    public List<Unmade> unmade() {
        return unmade == null ? unmade(rows) : unmade;
    }

    static List<Unmade> unmade(Collection<Line> lines) {
        Map<String, List<Line>> groups = lines.stream()
                .filter(line -> line.stage() == Stage.UNMADE)
                .collect(Collectors.groupingBy(
                        line -> line.part().productClass() + "|" + line.part().blockedWhy(),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return groups.values().stream()
                .map(Unmade::of)
                .sorted(Comparator.comparingInt(Unmade::parts).reversed())
                .toList();
    }

    private static Map<String, List<Line>> groups(Stream<Line> lines, Function<Line, String> key) {
        return lines.collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
    }
}
