package org.tongqu.hub.needs;

import java.util.List;
import java.util.stream.Collectors;

/**
 * 评级: how much technical support a need requires, with the reason of every rule that spoke; the highest letter decides.
 *
 * @param reasons of the letter that decided first
 */
record Grade(Letter letter, List<Spoken> reasons, int version) {
    private static final Spoken STANDARD = new Spoken(
            "STANDARD", Letter.C, "单一类别的常规产品，业务员可独立办理", "A usual product of one class: the rep can handle it alone");

    Grade {
        reasons = List.copyOf(reasons);
    }

    /** A: a team from headquarters; B: one technician; C: the rep alone. */
    enum Letter {
        A,
        B,
        C
    }

    /** A rule that spoke, by its name. */
    record Spoken(String rule, Letter letter, String zh, String en) {}

    static Grade of(Measured need, GradeRules rules) {
        List<Spoken> spoken = rules.spokenOf(need);
        return spoken.isEmpty()
                ? new Grade(Letter.C, List.of(STANDARD), rules.version())
                : new Grade(spoken.getFirst().letter(), spoken, rules.version());
    }

    /** Names of the rules that spoke. */
    String rule() {
        return reasons.stream().map(Spoken::rule).collect(Collectors.joining(","));
    }

    String zh() {
        return reasons.stream().map(Spoken::zh).collect(Collectors.joining("；"));
    }

    String en() {
        return reasons.stream().map(Spoken::en).collect(Collectors.joining("; "));
    }

    String ruleVersion() {
        return "grade-" + version;
    }
}
