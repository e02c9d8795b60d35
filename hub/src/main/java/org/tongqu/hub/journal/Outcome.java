package org.tongqu.hub.journal;

import java.util.Arrays;

/** 结果: how a message ended, once and for all; only a refusal may end one that was never understood. */
enum Outcome {
    TAKEN,
    /** Some rows were taken and some refused. */
    PARTLY,
    REFUSED,
    /** Every row had been said before. */
    DUPLICATE;

    boolean mayEnd(Progress progress) {
        return switch (this) {
            case REFUSED -> progress != Progress.APPLIED;
            case TAKEN, PARTLY, DUPLICATE -> progress == Progress.UNDERSTOOD;
        };
    }

    /** How a file ended. */
    static Outcome of(Kept.Counts counts, boolean repeats) {
        if (counts.accepted() == 0 && counts.duplicate() > 0 && (counts.refused() == 0 || repeats)) {
            return DUPLICATE;
        }
        if (counts.accepted() + counts.duplicate() == 0) {
            return REFUSED;
        }
        return counts.refused() == 0 ? TAKEN : PARTLY;
    }

    /** Names of what it may end, for the store's guard. */
    String[] from() {
        return Arrays.stream(Progress.values())
                .filter(this::mayEnd)
                .map(Progress::name)
                .toArray(String[]::new);
    }
}
