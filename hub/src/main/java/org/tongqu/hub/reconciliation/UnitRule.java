package org.tongqu.hub.reconciliation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;

/**
 * How many units of the factory one of these is.
 *
 * @param agent whose habit it is; empty for everybody's
 * @param product empty for all
 * @param unit as written, folded; empty for quantities without one
 */
record UnitRule(String agent, String product, String unit, BigDecimal factor) {
    /** Of a quantity as it is kept. */
    private static final int SCALE = 4;

    /** The closest rule speaks: an agent's own before everybody's, a product's before all products'. */
    static BigDecimal factor(List<UnitRule> rules, Figure figure, String product) {
        return figure.kind() == Figure.Kind.SHIPPED
                ? BigDecimal.ONE
                : factor(rules, figure.kind() == Figure.Kind.SOLD ? figure.agent() : "", product, figure.unit());
    }

    static BigDecimal counted(BigDecimal qty, BigDecimal factor) {
        return qty.multiply(factor).setScale(SCALE, RoundingMode.HALF_UP);
    }

    static BigDecimal factor(List<UnitRule> rules, String agent, String product, String unit) {
        return rules.stream()
                .filter(rule -> rule.unit.equals(unit))
                .filter(rule -> rule.agent.isEmpty() || rule.agent.equals(agent))
                .filter(rule -> rule.product.isEmpty() || rule.product.equals(product))
                .max(Comparator.comparing(UnitRule::closeness))
                .map(UnitRule::factor)
                .orElse(BigDecimal.ONE);
    }

    private int closeness() {
        return (agent.isEmpty() ? 0 : 2) + (product.isEmpty() ? 0 : 1);
    }
}
