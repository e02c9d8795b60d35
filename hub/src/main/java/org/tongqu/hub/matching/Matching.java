package org.tongqu.hub.matching;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The door of matching: who is this? Asked inside the transaction that will act on the answer. */
public interface Matching {

    /** Answers for each candidate in order; candidates of one call may turn out to be one another. */
    List<Verdict> identify(List<Candidate> candidates);

    /**
     * Somebody to be known.
     *
     * @param newId the customer id to use if it is new
     * @param province full name, where known
     */
    record Candidate(
            String newId,
            String name,
            @Nullable String uscc,
            @Nullable String province) {}

    /**
     * The answer.
     *
     * @param customerId the customer it is
     * @param isNew whether nobody was known by any of its marks
     * @param absorbed customers that this candidate shows to be the same as {@code customerId}
     * @param reason the mark that decided, for people
     * @param rule the rule's version
     */
    record Verdict(String customerId, boolean isNew, List<String> absorbed, String reason, String rule) {
        public Verdict {
            absorbed = List.copyOf(absorbed);
        }
    }
}
