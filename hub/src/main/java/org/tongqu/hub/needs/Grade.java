package org.tongqu.hub.needs;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tongqu.connectors.canon.Money;
import org.tongqu.connectors.canon.VisitReport.NeedSaid;
import org.tongqu.connectors.canon.VisitReport.PartSaid;

/**
 * 评级: how much technical support a need requires, and why; the first rule that speaks decides.
 *
 * @param rule name of the rule that decided
 */
record Grade(Letter letter, String rule, String zh, String en) {
    static final String RULE_VERSION = "grade-1";
    private static final BigDecimal LARGE = new BigDecimal(1_000_000);

    /** A: a team from headquarters; B: one technician; C: the rep alone. */
    enum Letter {
        A,
        B,
        C
    }

    private static final List<Function<NeedSaid, Optional<Grade>>> RULES =
            List.of(Grade::completeSet, Grade::engineered, Grade::standard);

    static Grade of(NeedSaid need) {
        return RULES.stream()
                .flatMap(rule -> rule.apply(need).stream())
                .findFirst()
                .orElseThrow();
    }

    /** Several product classes must be made to work together. */
    private static Optional<Grade> completeSet(NeedSaid need) {
        long classes = need.parts().stream().map(Grade::topClass).distinct().count();
        return classes < 2
                ? Optional.empty()
                : Optional.of(new Grade(
                        Letter.A,
                        "complete-set",
                        "成套需求，涉及 " + classes + " 类产品，需要多专业技术人员共同设计",
                        "A complete set over " + classes
                                + " product classes: technicians of several trades must design it together"));
    }

    /** Something must be worked out before it can be quoted, or much money hangs on it. */
    private static Optional<Grade> engineered(NeedSaid need) {
        if (need.functional() != null && need.parts().stream().allMatch(part -> part.productCode() == null)) {
            return Optional.of(new Grade(
                    Letter.B,
                    "functional",
                    "客户只提功能要求，没有现成型号，需要技术人员选型",
                    "The customer states a function and no product: a technician must choose or design"));
        }
        return Optional.ofNullable(need.budget())
                .filter(Grade::large)
                .map(budget -> new Grade(
                        Letter.B,
                        "large-budget",
                        "预算 " + budget.amount().toPlainString() + " 元，达到 100 万元，需要技术人员支持",
                        "Budget of " + budget.amount().toPlainString()
                                + " reaches 1,000,000: a technician supports it"));
    }

    private static Optional<Grade> standard(NeedSaid need) {
        return Optional.of(new Grade(
                Letter.C,
                "standard",
                "单一类别的常规产品，业务员可独立办理",
                "A usual product of one class: the rep can handle it alone"));
    }

    private static boolean large(Money budget) {
        return budget.currency().equals("CNY") && budget.amount().compareTo(LARGE) >= 0;
    }

    private static String topClass(PartSaid part) {
        int dot = part.productClass().indexOf('.');
        return dot < 0 ? part.productClass() : part.productClass().substring(0, dot);
    }
}
