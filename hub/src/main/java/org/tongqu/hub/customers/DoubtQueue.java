package org.tongqu.hub.customers;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tongqu.hub.customers.Stewardship.Doubt;
import org.tongqu.hub.matching.Matching;

/** The pairs that wait for a person, those with most ordered by either side first, then the likeliest. */
@Component
class DoubtQueue {
    private static final int MOST = 200;
    /** Of so many, the likeliest, it is asked what is at stake. */
    private static final int WEIGHED = 5_000;

    private static final Duration LATER = Duration.ofDays(7);

    private final DoubtStore doubts;
    private final MembershipStore memberships;
    private final Optional<Stakes> stakes;
    private final Clock clock;

    DoubtQueue(DoubtStore doubts, MembershipStore memberships, Optional<Stakes> stakes, Clock clock) {
        this.doubts = doubts;
        this.memberships = memberships;
        this.stakes = stakes;
        this.clock = clock;
    }

    List<Doubt> open() {
        List<Doubt> weighed = byStake(doubts.open(clock.instant(), WEIGHED));
        return weighed.subList(0, Math.min(MOST, weighed.size()));
    }

    long count() {
        return doubts.count(clock.instant());
    }

    List<Doubt> about(Collection<String> records) {
        return byStake(doubts.about(records));
    }

    /** Where two customers are behind it still. */
    Optional<DoubtStore.Open> find(String record, String other) {
        return doubts.find(record, other).filter(doubt -> !doubt.customer().equals(doubt.otherCustomer()));
    }

    void putOff(String record, String other) {
        doubts.putOff(record, other, clock.instant().plus(LATER));
    }

    private List<Doubt> byStake(List<DoubtStore.Open> open) {
        Set<String> involved = new LinkedHashSet<>();
        open.forEach(doubt -> involved.addAll(List.of(doubt.customer(), doubt.otherCustomer())));
        Map<String, BigDecimal> worth = worth(involved);
        return open.stream()
                .map(doubt -> doubt(doubt, worth))
                .sorted(Comparator.comparing(Doubt::atStake)
                        .reversed()
                        .thenComparing(Comparator.comparing(Doubt::score).reversed())
                        .thenComparing(Doubt::record))
                .toList();
    }

    private static Doubt doubt(DoubtStore.Open open, Map<String, BigDecimal> worth) {
        return new Doubt(
                open.record(),
                open.customer(),
                open.other(),
                open.otherCustomer(),
                open.score(),
                Matching.Clue.of(open.reason()),
                worth.getOrDefault(open.customer(), BigDecimal.ZERO)
                        .add(worth.getOrDefault(open.otherCustomer(), BigDecimal.ZERO)));
    }

    private Map<String, BigDecimal> worth(Set<String> involved) {
        Map<String, String> members = memberships.membersOf(involved);
        Map<String, BigDecimal> worth = new HashMap<>();
        stakes.map(all -> all.of(members.keySet()))
                .orElse(Map.of())
                .forEach((record, ordered) ->
                        worth.merge(Objects.requireNonNull(members.get(record), record), ordered, BigDecimal::add));
        return worth;
    }
}
