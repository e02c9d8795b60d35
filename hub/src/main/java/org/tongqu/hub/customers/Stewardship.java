package org.tongqu.hub.customers;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.matching.Matching;
import org.tongqu.hub.platform.Act;
import org.tongqu.hub.platform.AuditTrail;
import org.tongqu.hub.platform.Ids;
import org.tongqu.hub.platform.Policy;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;

/** What a steward decides about who is one customer: each word takes effect at once, stays, and can be taken back. */
@Service
public final class Stewardship {
    private static final int MOST = 200;
    private static final Duration LATER = Duration.ofDays(7);

    private final DoubtStore doubts;
    private final DecisionStore decisions;
    private final MembershipStore memberships;
    private final CustomerStore customers;
    private final Regrouping regrouping;
    private final Matching matching;
    private final Optional<Stakes> stakes;
    private final Policy policy;
    private final AuditTrail trail;
    private final Wall wall;
    private final Ids ids;
    private final Clock clock;

    Stewardship(
            DoubtStore doubts,
            DecisionStore decisions,
            MembershipStore memberships,
            CustomerStore customers,
            Regrouping regrouping,
            Matching matching,
            Optional<Stakes> stakes,
            Policy policy,
            AuditTrail trail,
            Wall wall,
            Ids ids,
            Clock clock) {
        this.doubts = doubts;
        this.decisions = decisions;
        this.memberships = memberships;
        this.customers = customers;
        this.regrouping = regrouping;
        this.matching = matching;
        this.stakes = stakes;
        this.policy = policy;
        this.trail = trail;
        this.wall = wall;
        this.ids = ids;
        this.clock = clock;
    }

    /** Pairs that wait for a person, those with most ordered by either side first, then the likeliest; at most 200. */
    public List<Doubt> doubts(Sender sender) {
        policy.require(sender, Act.MATCH_CUSTOMERS);
        return wall.read(Scope.of(sender), () -> byStake(doubts.open(clock.instant(), MOST)));
    }

    /** Those about one customer, put off or not. */
    public List<Doubt> doubtsAbout(Sender sender, String customer) {
        policy.require(sender, Act.MATCH_CUSTOMERS);
        return wall.read(
                Scope.of(sender),
                () -> byStake(doubts.about(memberships.recordsOf(List.of(customers.heirOf(customer))))));
    }

    private List<Doubt> byStake(List<DoubtStore.Open> open) {
        Set<String> involved = new LinkedHashSet<>();
        open.forEach(doubt -> involved.addAll(List.of(doubt.customer(), doubt.otherCustomer())));
        Map<String, BigDecimal> worth = worth(involved);
        return open.stream()
                .map(doubt -> new Doubt(
                        doubt.record(),
                        doubt.customer(),
                        doubt.other(),
                        doubt.otherCustomer(),
                        doubt.score(),
                        Matching.Clue.of(doubt.reason()),
                        worth.getOrDefault(doubt.customer(), BigDecimal.ZERO)
                                .add(worth.getOrDefault(doubt.otherCustomer(), BigDecimal.ZERO))))
                .sorted(Comparator.comparing(Doubt::atStake)
                        .reversed()
                        .thenComparing(Comparator.comparing(Doubt::score).reversed())
                        .thenComparing(Doubt::record))
                .toList();
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

    /** How far the stewards have come. */
    public Progress progress(Sender sender) {
        policy.require(sender, Act.MATCH_CUSTOMERS);
        return wall.read(Scope.of(sender), () -> {
            DecisionStore.Agreement agreement = decisions.agreement();
            return new Progress(doubts.count(clock.instant()), agreement.decided(), agreement.agreed());
        });
    }

    /** Decides a pair in doubt: all of both customers are one, or none of the one is one with any of the other. Empty where it is no doubt any more. */
    public Optional<String> decide(Sender sender, String record, String other, boolean same, @Nullable String why) {
        policy.require(sender, Act.MATCH_CUSTOMERS);
        return wall.within(
                Scope.of(sender),
                () -> doubts.find(record, other)
                        .filter(doubt -> !doubt.customer().equals(doubt.otherCustomer()))
                        .map(doubt -> word(
                                new Matching.Decision(
                                        same,
                                        memberships.recordsOf(List.of(doubt.customer())),
                                        memberships.recordsOf(List.of(doubt.otherCustomer()))),
                                doubt.score(),
                                why)));
    }

    /** Out of the queue for a week. */
    public void putOff(Sender sender, String record, String other) {
        policy.require(sender, Act.MATCH_CUSTOMERS);
        wall.run(
                Scope.of(sender),
                () -> doubts.putOff(record, other, clock.instant().plus(LATER)));
    }

    /** Joins two customers whole; empty where they are one already. */
    public Optional<String> merge(Sender sender, String customer, String other, @Nullable String why) {
        policy.require(sender, Act.MATCH_CUSTOMERS);
        return wall.within(Scope.of(sender), () -> {
            String one = customers.heirOf(customer);
            String two = customers.heirOf(other);
            return one.equals(two) ? Optional.empty() : Optional.of(joined(one, two, why));
        });
    }

    private String joined(String one, String two, @Nullable String why) {
        return word(
                new Matching.Decision(true, memberships.recordsOf(List.of(one)), memberships.recordsOf(List.of(two))),
                null,
                why);
    }

    /** Takes some records out of a customer; empty where none would leave or none would stay. */
    public Optional<String> split(Sender sender, String customer, Collection<String> records, @Nullable String why) {
        policy.require(sender, Act.MATCH_CUSTOMERS);
        return wall.within(Scope.of(sender), () -> {
            List<String> staying = new ArrayList<>(memberships.recordsOf(List.of(customers.heirOf(customer))));
            List<String> leaving = staying.stream().filter(records::contains).toList();
            staying.removeAll(leaving);
            return leaving.isEmpty() || staying.isEmpty()
                    ? Optional.empty()
                    : Optional.of(word(new Matching.Decision(false, leaving, staying), null, why));
        });
    }

    private String word(Matching.Decision decision, @Nullable Double score, @Nullable String why) {
        String id = ids.next();
        Instant now = clock.instant();
        decisions.add(id, decision, wall.scope().login(), why, score, now);
        if (decision.same()) {
            matching.tie(both(decision));
        }
        regrouping.regroup(both(decision), Map.of(), wall.scope().login());
        trail.note(decision.same() ? "CUSTOMERS_SAME" : "CUSTOMERS_DIFFERENT", id, why);
        return id;
    }

    private static Set<String> both(Matching.Decision decision) {
        Set<String> both = new LinkedHashSet<>(decision.left());
        both.addAll(decision.right());
        return both;
    }

    /** Ends a word; what it held together or apart is grouped as if it had never been said. False where it counts no more already. */
    public boolean takeBack(Sender sender, String decisionId) {
        policy.require(sender, Act.MATCH_CUSTOMERS);
        return wall.within(Scope.of(sender), () -> {
            Optional<Matching.Decision> ended =
                    decisions.takeBack(decisionId, wall.scope().login(), clock.instant());
            ended.ifPresent(decision -> {
                regrouping.regroup(both(decision), Map.of(), wall.scope().login());
                trail.note("DECISION_TAKEN_BACK", decisionId, null);
            });
            return ended.isPresent();
        });
    }

    /** The newest words of all, or those about one customer's records. */
    public List<Word> words(Sender sender, @Nullable String customer) {
        policy.require(sender, Act.MATCH_CUSTOMERS);
        return wall.read(
                Scope.of(sender),
                () -> decisions
                        .newest(
                                customer == null ? null : memberships.recordsOf(List.of(customers.heirOf(customer))),
                                50)
                        .stream()
                        .map(this::word)
                        .toList());
    }

    private Word word(DecisionStore.Given given) {
        String left = given.decision().left().getFirst();
        String right = given.decision().right().getFirst();
        Map<String, String> today = memberships.customersOf(List.of(left, right));
        return new Word(
                given.id(),
                given.decision().same(),
                Objects.requireNonNull(today.get(left)),
                Objects.requireNonNull(today.get(right)),
                given.who(),
                given.why(),
                given.at(),
                given.takenBackAt());
    }

    /**
     * A pair that waits for a person.
     *
     * @param score log-odds for their being one
     * @param clues what is said for and against, the weightiest first
     * @param atStake what both have ordered, in yuan
     */
    public record Doubt(
            String record,
            String customer,
            String other,
            String otherCustomer,
            double score,
            List<Matching.Clue> clues,
            BigDecimal atStake) {
        public Doubt {
            clues = List.copyOf(clues);
        }
    }

    /** Pairs that wait, pairs decided, and how many of these the engine had leant the same way. */
    public record Progress(long open, long decided, long agreed) {}

    /** A person's word: the customers of the first record of either side as they are today. */
    public record Word(
            String id,
            boolean same,
            String customer,
            String other,
            String who,
            @Nullable String why,
            OffsetDateTime at,
            @Nullable OffsetDateTime takenBackAt) {}
}
