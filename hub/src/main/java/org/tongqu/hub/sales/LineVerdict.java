package org.tongqu.hub.sales;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.SalesLine;

/** What becomes of a chunk of an agent's rows. */
record LineVerdict(List<New> added, List<Succession> successions, List<Return> returns, long duplicate) {
    static final LineVerdict NOTHING = new LineVerdict(List.of(), List.of(), List.of(), 0);

    LineVerdict {
        added = List.copyOf(added);
        successions = List.copyOf(successions);
        returns = List.copyOf(returns);
    }

    /** As many as lines are made, so that receipts can be held against the store. */
    long accepted() {
        return added.size();
    }

    /**
     * A row that makes a line.
     *
     * @param n tells lines of one key apart, from 1; 0 where the agent numbers its lines
     * @param supersededBy a later row of the same chunk that says otherwise
     */
    record New(
            String id,
            SalesLine line,
            String key,
            int n,
            @Nullable String supersededBy) {
        New supersededBy(String heir) {
            return new New(id, line, key, n, heir);
        }
    }

    /** A stored line that speaks no more, and who speaks in its place. */
    record Succession(String old, String heir) {}

    /**
     * A line that speaks again, since a file states it beside its heir and so says they are two.
     *
     * @param heirN the heir's new number
     */
    record Return(String old, String heir, int heirN) {}
}
