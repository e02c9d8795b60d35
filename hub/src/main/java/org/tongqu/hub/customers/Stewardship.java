package org.tongqu.hub.customers;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.matching.Aliases;
import org.tongqu.hub.matching.Matching;
import org.tongqu.hub.platform.Act;
import org.tongqu.hub.platform.Ids;
import org.tongqu.hub.platform.Policy;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;

/** What a steward decides about who is one customer: each word takes effect at once, stays, and can be taken back. */
@Service
public final class Stewardship {
    private static final int WORDS = 50;
    /** A finding of so much weight against a verdict is not passed over in a batch. */
    private static final double WEIGHTY = 4;

    private final DoubtQueue queue;
    private final Verdicts verdicts;
    private final DecisionStore decisions;
    private final MembershipStore memberships;
    private final CustomerStore customers;
    private final Aliases aliases;
    private final Policy policy;
    private final Wall wall;
    private final Ids ids;

    Stewardship(
            DoubtQueue queue,
            Verdicts verdicts,
            DecisionStore decisions,
            MembershipStore memberships,
            CustomerStore customers,
            Aliases aliases,
            Policy policy,
            Wall wall,
            Ids ids) {
        this.queue = queue;
        this.verdicts = verdicts;
        this.decisions = decisions;
        this.memberships = memberships;
        this.customers = customers;
        this.aliases = aliases;
        this.policy = policy;
        this.wall = wall;
        this.ids = ids;
    }

    private <T> T read(Sender sender, Supplier<T> work) {
        policy.require(sender, Act.MATCH_CUSTOMERS);
        return wall.read(Scope.of(sender), work);
    }

    private <T> T within(Sender sender, Supplier<T> work) {
        policy.require(sender, Act.MATCH_CUSTOMERS);
        return wall.within(Scope.of(sender), work);
    }

    /** Pairs that wait for a person, those with most ordered by either side first, then the likeliest; at most 200. */
    public List<Doubt> doubts(Sender sender) {
        return read(sender, queue::open);
    }

    /** Those about one customer, put off or not. */
    public List<Doubt> doubtsAbout(Sender sender, String customer) {
        return read(sender, () -> queue.about(recordsOf(customer)));
    }

    private List<String> recordsOf(String customer) {
        return memberships.recordsOf(List.of(customers.heirOf(customer)));
    }

    /** How far the stewards have come. */
    public Progress progress(Sender sender) {
        return read(sender, () -> {
            DecisionStore.Agreement agreement = decisions.agreement();
            return new Progress(queue.count(), agreement.decided(), agreement.agreed());
        });
    }

    /** Decides a pair in doubt: all of both customers are one, or none of the one is one with any of the other. Empty where it is no doubt any more. */
    public Optional<String> decide(Sender sender, Verdict verdict) {
        return within(
                sender,
                () -> queue.find(verdict.record(), verdict.other()).map(doubt -> verdicts.on(doubt, verdict, null)));
    }

    /** Decides several at once; left are those that are no doubt any more, and those with a weighty finding against the verdict. */
    public Batch decideAll(Sender sender, List<Verdict> wanted) {
        return within(sender, () -> {
            String batch = ids.next();
            long decided = wanted.stream()
                    .filter(verdict -> queue.find(verdict.record(), verdict.other())
                            .filter(doubt -> safe(doubt, verdict.same()))
                            .map(doubt -> verdicts.on(doubt, verdict, batch))
                            .isPresent())
                    .count();
            return new Batch(batch, (int) decided, wanted.size() - (int) decided);
        });
    }

    private static boolean safe(DoubtStore.Open doubt, boolean same) {
        return Matching.Clue.of(doubt.reason()).stream()
                .noneMatch(clue -> same ? clue.weight() <= -WEIGHTY : clue.weight() >= WEIGHTY);
    }

    /** What deciding that these two are one could teach of names, the narrower first. */
    public List<Aliases.Lesson> lessons(Sender sender, String record, String other) {
        return read(sender, () -> aliases.lessons(record, other));
    }

    /** Out of the queue for a week. */
    public void putOff(Sender sender, String record, String other) {
        within(sender, () -> {
            queue.putOff(record, other);
            return true;
        });
    }

    /** Joins two customers whole; empty where they are one already. */
    public Optional<String> merge(Sender sender, String customer, String other, @Nullable String why) {
        return within(sender, () -> {
            String one = customers.heirOf(customer);
            String two = customers.heirOf(other);
            return one.equals(two) ? Optional.empty() : Optional.of(joined(one, two, why));
        });
    }

    private String joined(String one, String two, @Nullable String why) {
        return verdicts.on(
                new Matching.Decision(true, memberships.recordsOf(List.of(one)), memberships.recordsOf(List.of(two))),
                why);
    }

    /** Takes some records out of a customer; empty where none would leave or none would stay. */
    public Optional<String> split(Sender sender, String customer, Collection<String> records, @Nullable String why) {
        return within(sender, () -> {
            List<String> staying = new ArrayList<>(recordsOf(customer));
            List<String> leaving = staying.stream().filter(records::contains).toList();
            staying.removeAll(leaving);
            return leaving.isEmpty() || staying.isEmpty()
                    ? Optional.empty()
                    : Optional.of(verdicts.on(new Matching.Decision(false, leaving, staying), why));
        });
    }

    /**
     * Ends a word and what it taught; what it held together or apart is grouped as if it had never been said. False where it counts no more
     * already.
     */
    public boolean takeBack(Sender sender, String decisionId) {
        return within(sender, () -> verdicts.takeBack(decisionId));
    }

    /** Ends all words of a batch that still count, and says how many. */
    public int takeBackBatch(Sender sender, String batch) {
        return within(sender, () -> verdicts.takeBackBatch(batch));
    }

    /** The names that were learned, the newest first; at most 50, revoked ones among them. */
    public List<Aliases.Alias> aliases(Sender sender) {
        return read(sender, () -> aliases.newest(WORDS));
    }

    /** Ends a rule on a name; the decision it came from stands. False where it counts no more already. */
    public boolean revokeAlias(Sender sender, String alias) {
        return within(sender, () -> verdicts.unlearn(alias));
    }

    /** The newest words of all, or those about one customer's records. */
    public List<Word> words(Sender sender, @Nullable String customer) {
        return read(
                sender,
                () -> decisions.newest(customer == null ? null : recordsOf(customer), WORDS).stream()
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
     * What a person says of a pair in doubt.
     *
     * @param learn how the two names are to be kept as names of one firm; absent where nothing is to be learned
     */
    public record Verdict(
            String record,
            String other,
            boolean same,
            @Nullable String why,
            Aliases.@Nullable Kind learn) {}

    /** What became of many verdicts at once. */
    public record Batch(String id, int decided, int left) {}

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
