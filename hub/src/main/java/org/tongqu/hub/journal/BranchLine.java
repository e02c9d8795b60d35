package org.tongqu.hub.journal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.LineChain;
import org.tongqu.connectors.canon.Uplink.Call;
import org.tongqu.connectors.canon.Uplink.Entry;

/**
 * A branch's line as the hub has it, and what a call is measured by.
 *
 * @param base the number before the line's first
 * @param head chain hash at {@code completeThrough}
 */
record BranchLine(String line, String branch, long base, long completeThrough, String head) {

    /** Why node and hub no longer have the same line. */
    enum Break {
        OTHER_CONTENT,
        BROKEN_CHAIN,
        /** The node no longer knows what the hub has from it. */
        BEHIND
    }

    record Found(Break kind, long at) {}

    /** The first number at which the call is no continuation of this line; {@code kept} has the hashes of its numbers and the one before. */
    Optional<Found> conflict(Call<?> call, Map<Long, String> kept) {
        String before = hashAt(call.from() - 1, kept);
        if (before != null && !before.equals(call.prev())) {
            return Optional.of(new Found(Break.OTHER_CONTENT, Math.max(base + 1, call.from() - 1)));
        }
        String prev = call.prev();
        for (Entry<?> entry : inOrder(call)) {
            String standing = hashAt(entry.seq(), kept);
            if (standing != null && !standing.equals(entry.hash())) {
                return Optional.of(new Found(Break.OTHER_CONTENT, entry.seq()));
            }
            if (!LineChain.next(prev, entry.item().raw()).equals(entry.hash())) {
                return Optional.of(new Found(Break.BROKEN_CHAIN, entry.seq()));
            }
            prev = entry.hash();
        }
        return Optional.empty();
    }

    private @Nullable String hashAt(long seq, Map<Long, String> kept) {
        return seq == base ? LineChain.start(line) : kept.get(seq);
    }

    /** The call's entries up to the first gap. */
    static <T> List<Entry<T>> inOrder(Call<T> call) {
        List<Entry<T>> entries = call.entries();
        return Stream.iterate(0, n -> n + 1)
                .limit(entries.size())
                .takeWhile(n -> entries.get(n).seq() == call.from() + n)
                .map(entries::get)
                .toList();
    }

    /** Those that come right after what is kept; none where the call begins beyond a gap. */
    <T> List<Entry<T>> fresh(List<Entry<T>> inOrder) {
        List<Entry<T>> beyond =
                inOrder.stream().filter(entry -> entry.seq() > completeThrough).toList();
        boolean joins = !beyond.isEmpty() && beyond.getFirst().seq() == completeThrough + 1;
        return joins ? beyond : List.of();
    }

    BranchLine through(long seq, String hash) {
        return new BranchLine(line, branch, base, seq, hash);
    }
}
