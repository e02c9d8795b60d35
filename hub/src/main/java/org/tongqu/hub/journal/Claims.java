package org.tongqu.hub.journal;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tongqu.hub.journal.JournalStore.Standing;

/** What came of a message laying claim to what it states. */
sealed interface Claims {

    /** At least one thing is new. */
    record Fresh() implements Claims {}

    /** All of it was said before in the same words. */
    record Repeat(String firstMessage) implements Claims {}

    /** One thing was said before in other words. */
    record Clash(Claim claim, String firstMessage) implements Claims {}

    /** @param taker takes a claim; empty means taken, else what stands */
    static Claims take(List<Claim> claims, Function<Claim, Optional<Standing>> taker) {
        boolean fresh = false;
        @Nullable String first = null;
        for (Claim claim : claims) {
            Optional<Standing> standing = taker.apply(claim);
            if (standing.isPresent() && !standing.get().contentHash().equals(claim.contentHash())) {
                return new Clash(claim, standing.get().messageId());
            }
            fresh |= standing.isEmpty();
            first = first == null ? standing.map(Standing::messageId).orElse(null) : first;
        }
        return fresh || first == null ? new Fresh() : new Repeat(first);
    }
}
