package org.tongqu.hub.handbook;

import java.util.List;

/** 拜访步骤: the seven steps of a visit in their order, each with the groups of the standard record it fills. */
public enum VisitStep {
    MEET(1),
    NEEDS(2),
    MACHINES(3),
    VOICE(4),
    RIVALS(5),
    PURCHASES(6),
    NEXT(7);

    private final int number;

    VisitStep(int number) {
        this.number = number;
    }

    /** Names of the record's own fields; those of the first and the last step are asked for by themselves. */
    List<String> groups() {
        return switch (this) {
            case MEET, NEXT -> List.of();
            case NEEDS -> List.of("needs");
            case MACHINES -> List.of("usage");
            case VOICE -> List.of("opinions", "suggestions");
            case RIVALS -> List.of("competitors");
            case PURCHASES -> List.of("salesStatements");
        };
    }

    /** From one to seven. */
    public int number() {
        return number;
    }

    /** Whether a class may leave it out: whom one met and when always belongs to a visit. */
    public boolean mayBeLeftOut() {
        return this != MEET;
    }
}
