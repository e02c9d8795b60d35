package org.tongqu.hub.customers;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.CustomerSaid;
import org.tongqu.hub.matching.Matching;

/** The door of customers: rooms hand in what a source said and keep the source record's id, never the customer's. */
public interface Customers {

    /** Keeps what a source said, untouched, and puts it in its group; the same words of the same source again give the same id. */
    String observe(Observation observation);

    /** As {@link #observe} for many at once; ids in the order given. */
    List<String> observeAll(List<Observation> observations);

    /** Today's customer of a source record, within the scope at hand. */
    Optional<String> customerOf(String sourceRecordId);

    /**
     * Holds today's customer of a source record until the end: asking a factory for it, moving it to another agent and regrouping it take
     * turns, and whoever waited sees what the one before did. Held before any demand and any need of it, and before anybody is let see it.
     */
    void hold(String sourceRecordId);

    /** Today's customers of many source records, by source record; those out of sight are missing. */
    Map<String, String> customersOf(Collection<String> sourceRecordIds);

    /** The source records grouped under a customer today, within the scope at hand; a merged id answers for its heir. */
    List<String> recordsOf(String customerId);

    /** The customer's own words of a source record, for those who must carry them on. */
    CustomerSaid said(String sourceRecordId);

    /** As {@link #said} for many at once, by source record. */
    Map<String, CustomerSaid> saidBy(Collection<String> sourceRecordIds);

    /** Region of the source record (NE N E CS SW NW); empty where neither province nor speaker tells it. */
    Optional<String> regionOf(String sourceRecordId);

    /** As {@link #regionOf} for many at once; those that nobody can place are missing. */
    Map<String, String> regionsOf(Collection<String> sourceRecordIds);

    /** A customer that orders is an actual one. */
    void ordered(String sourceRecordId, String messageId);

    /** Lets a partner see one source record, because something of its own rests on it. */
    void share(String sourceRecordId, String partner);

    /**
     * From now on agents see these customers as told here and no other way; a customer of which nothing is told is seen by whoever spoke of it.
     * Of a customer that is an agent's today it sees the golden record; one that was its once it sees no more.
     */
    void agentSight(Collection<String> customers, Collection<AgentSight> sights);

    /** What each of these would come to if it were observed now, in the order given; nothing is kept. */
    List<Foreseen> foresee(List<Observation> observations);

    /** Which of these may be one customer with one another, by their numbers in the list; nothing is read or kept. */
    List<List<Integer>> together(List<Observation> observations);

    /**
     * Takes source records back as if they had never come: what they had joined parts again, values they had given go back, customers made of
     * them alone are on no list any more. What others said meanwhile stays.
     *
     * @param who the login of the person
     * @param why in that person's words
     */
    Withdrawn withdraw(Collection<String> sourceRecordIds, String who, String why);

    /** Lets withdrawn source records count again, as if they came now. */
    void restore(Collection<String> sourceRecordIds, String who);

    /**
     * What an observation would come to.
     *
     * @param record one of the customer it would join; absent where it is new
     * @param twin the first of the others given that would be one customer with it; absent where there is none before it
     * @param doubts records of other customers that a person should compare it with
     * @param doubtfulTwin the first of the others given that a person should compare it with
     * @param reason what speaks for the record or the first doubt, the weightiest first
     */
    record Foreseen(
            @Nullable String record,
            @Nullable Integer twin,
            List<String> doubts,
            @Nullable Integer doubtfulTwin,
            List<Matching.Clue> reason) {
        public Foreseen {
            doubts = List.copyOf(doubts);
            reason = List.copyOf(reason);
        }
    }

    /** Whether an agent sees a customer because it is its own, or no more because it once was. */
    record AgentSight(String customerId, String partner, boolean seen) {}

    /** How many customers were left without a record, and how many had come apart again. */
    record Withdrawn(int customersGone, int customersParted) {}

    /**
     * What a source said about a customer.
     *
     * @param source who said it: a partner's code, or the branch's region
     * @param partner the partner that may see it as its own
     * @param fallbackRegion used where the province is not known, e.g. the branch that visited
     * @param rowNo line of the file it stood in
     * @param observedAt when it was true at the source
     */
    record Observation(
            String source,
            SourceKind kind,
            @Nullable String partner,
            @Nullable String fallbackRegion,
            CustomerSaid said,
            String messageId,
            @Nullable Long rowNo,
            Instant observedAt,
            Instant receivedAt) {}

    /** Whose word it is; the order is the order of trust, customer-stated first. */
    enum SourceKind {
        VISIT,
        FACTORY,
        BOOK,
        AGENT
    }
}
