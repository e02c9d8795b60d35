package org.tongqu.hub.journal;

import java.util.EnumSet;
import java.util.Set;

/** 结果: how a message ended, once and for all; only a refusal may end one that was never understood. */
enum Outcome {
    TAKEN(EnumSet.of(Progress.UNDERSTOOD)),
    /** Some rows were taken and some refused. */
    PARTLY(EnumSet.of(Progress.UNDERSTOOD)),
    REFUSED(EnumSet.of(Progress.RECEIVED, Progress.UNDERSTOOD)),
    /** Every row had been said before. */
    DUPLICATE(EnumSet.of(Progress.UNDERSTOOD));

    private final Set<Progress> ends;

    Outcome(Set<Progress> ends) {
        this.ends = ends;
    }

    boolean mayEnd(Progress progress) {
        return ends.contains(progress);
    }

    /** Names of what it may end, for the store's guard. */
    String[] from() {
        return ends.stream().map(Progress::name).toArray(String[]::new);
    }
}
