package org.tongqu.hub.journal;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** 进度: how far a message has come. The table is closed: the store writes no move that is not in it. */
enum Progress {
    /** Header, bytes and claims are committed; the receipt was given. */
    RECEIVED,
    /** Read, and its keys taken out. */
    UNDERSTOOD,
    /** Nothing is left to do: its effects are committed, or it was refused. */
    APPLIED;

    private static final Map<Progress, Set<Progress>> NEXT = Map.of(
            RECEIVED, EnumSet.of(UNDERSTOOD, APPLIED),
            UNDERSTOOD, EnumSet.of(APPLIED),
            APPLIED, EnumSet.noneOf(Progress.class));

    boolean mayBecome(Progress next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }

    /** Names of the states from which this one may be entered, for the store's guard. */
    String[] from() {
        return Arrays.stream(values())
                .filter(state -> state.mayBecome(this))
                .map(Progress::name)
                .toArray(String[]::new);
    }
}
