package org.tongqu.hub.matching;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.tongqu.hub.platform.Ids;

/**
 * 又名: what matching learns of names from people's decisions, until the rule is revoked: who has the one name is called by the other too.
 * Asked inside a transaction that sees all records, as {@link Matching} is.
 */
@Service
public class Aliases {
    private final AliasStore aliases;
    private final RecordStore records;
    private final KeyStore keys;
    private final LinkStore links;
    private final Neighbourhood neighbourhood;
    private final Ids ids;
    private final Clock clock;

    Aliases(
            AliasStore aliases,
            RecordStore records,
            KeyStore keys,
            LinkStore links,
            Neighbourhood neighbourhood,
            Ids ids,
            Clock clock) {
        this.aliases = aliases;
        this.records = records;
        this.keys = keys;
        this.links = links;
        this.neighbourhood = neighbourhood;
        this.ids = ids;
        this.clock = clock;
    }

    /** How far a rule reaches: firms of that whole name in its city, or whatever bears that brand, wherever it is. */
    public enum Kind {
        FORMER_NAME,
        SYNONYM
    }

    /**
     * A rule that was learned.
     *
     * @param name as a source wrote it, or a brand
     * @param other what goes by that name is called so too, and the other way round
     */
    public record Alias(
            String id,
            Kind kind,
            String name,
            String other,
            String who,
            OffsetDateTime at,
            @Nullable OffsetDateTime revokedAt) {}

    /** What a word on two records could teach. */
    public record Lesson(Kind kind, String name, String other) {}

    /**
     * What could be learned if these two are one firm, the narrower first; nothing where their names say the same or are too thin, or where a
     * number or a branch stands between.
     */
    public List<Lesson> lessons(String record, String other) {
        return Stream.of(Kind.values())
                .flatMap(kind -> fresh(kind, record, other).stream())
                .map(pair -> new Lesson(pair.kind(), pair.name(), pair.other()))
                .toList();
    }

    /** Learns it; all records whose reading that changed, none where there is nothing to learn. */
    public Set<String> learn(Kind kind, String record, String other, String because, String who) {
        Optional<AliasStore.Pair> pair = fresh(kind, record, other);
        pair.ifPresent(one -> aliases.add(ids.next(), one, because, who, clock.instant()));
        return pair.map(this::readAnew).orElse(Set.of());
    }

    private Optional<AliasStore.Pair> fresh(Kind kind, String record, String other) {
        return pair(kind, record, other).filter(pair -> !aliases.stands(pair));
    }

    /** Ends a rule; all records whose reading that changed, none where it counted no more. */
    public Set<String> revoke(String id, String who) {
        return aliases.revoke(id, who, clock.instant()).map(this::readAnew).orElse(Set.of());
    }

    /** Ends what was learned from a decision. */
    public Set<String> revokeBecause(String decision, String who) {
        Set<String> changed = new TreeSet<>();
        aliases.standingBecause(decision).forEach(id -> changed.addAll(revoke(id, who)));
        return changed;
    }

    /** The newest first, revoked ones among them. */
    public List<Alias> newest(int most) {
        return aliases.newest(most);
    }

    private Optional<AliasStore.Pair> pair(Kind kind, String record, String other) {
        Map<String, Said> both =
                records.byId(List.of(record, other)).values().stream().collect(Collectors.toMap(Said::id, one -> one));
        Said a = both.get(record);
        Said b = both.get(other);
        return a == null || b == null || !teach(kind, a, b)
                ? Optional.empty()
                : Optional.of(new AliasStore.Pair(
                        kind, text(kind, a), text(kind, b), KeyHash.of(key(kind, a)), KeyHash.of(key(kind, b))));
    }

    /** A brand of its own and a city on both sides, else the rule would reach firms nobody thought of; a synonym has the same trade besides. */
    private static boolean teach(Kind kind, Said a, Said b) {
        return tells(a)
                && tells(b)
                && a.name().ordinal() == b.name().ordinal()
                && !key(kind, a).equals(key(kind, b))
                && (kind == Kind.FORMER_NAME || alikeButForTheBrand(a.name(), b.name()));
    }

    private static boolean tells(Said said) {
        return !said.name().brand().isEmpty()
                && !said.name().branch()
                && !Keys.city(said.name(), said.place()).isEmpty()
                && said.name().whole().length() <= Script.LONGEST;
    }

    private static boolean alikeButForTheBrand(NameParts a, NameParts b) {
        return !a.english()
                && !b.english()
                && !a.trades().isEmpty()
                && a.trades().equals(b.trades());
    }

    private String text(Kind kind, Said said) {
        return kind == Kind.SYNONYM
                ? said.name().brand()
                : records.nameOf(said.id()).orElseThrow();
    }

    private static String key(Kind kind, Said said) {
        return kind == Kind.SYNONYM ? "=:" + said.name().brand() : Keys.whole(said.name(), said.place());
    }

    /** By record, what people taught that a firm of its name is called too; who has no such name is not in it. */
    Map<String, Set<String>> called(Collection<Said> said) {
        Set<Long> keyed = said.stream()
                .filter(one -> !one.name().isEmpty())
                .flatMap(one -> Stream.of(Kind.values()).map(kind -> KeyHash.of(key(kind, one))))
                .collect(Collectors.toSet());
        Map<Long, Set<String>> byKey = aliases.called(keyed);
        Map<String, Set<String>> called = new HashMap<>();
        said.stream().filter(one -> !one.name().isEmpty()).forEach(one -> called.put(one.id(), called(one, byKey)));
        called.values().removeIf(Set::isEmpty);
        return called;
    }

    /** The same, each with what its name is called too. */
    List<Said> asCalled(Collection<Told> told) {
        List<Said> plain = told.stream().map(Said::of).toList();
        return asCalled(plain, called(plain));
    }

    static List<Said> asCalled(List<Said> plain, Map<String, Set<String>> called) {
        return plain.stream()
                .map(one -> one.called(called.getOrDefault(one.id(), Set.of())))
                .toList();
    }

    private static Set<String> called(Said said, Map<Long, Set<String>> byKey) {
        Set<String> called = new TreeSet<>(byKey.getOrDefault(KeyHash.of(key(Kind.FORMER_NAME, said)), Set.of()));
        byKey.getOrDefault(KeyHash.of(key(Kind.SYNONYM, said)), Set.of())
                .forEach(brand ->
                        called.add(said.name().whole().replace(said.name().brand(), brand)));
        return called;
    }

    private Set<String> readAnew(AliasStore.Pair pair) {
        List<Long> having = pair.kind() == Kind.SYNONYM
                ? keys.under(List.of(Keys.brand(pair.name()), Keys.brand(pair.other())))
                : keys.underHashes(pair.keys());
        Map<Long, Said> before = records.byNumber(having);
        Map<String, Set<String>> called = called(before.values());
        before.values().forEach(one -> called.putIfAbsent(one.id(), Set.of()));
        records.called(called);
        return foundAnew(before);
    }

    private Set<String> foundAnew(Map<Long, Said> before) {
        links.forget(before.keySet());
        keys.drop(Keys.withAgent(before));
        Map<Long, Said> now = records.byNumber(before.keySet());
        keys.add(Keys.withAgent(now));
        neighbourhood.link(now);
        return now.values().stream().map(Said::id).collect(Collectors.toCollection(TreeSet::new));
    }
}
