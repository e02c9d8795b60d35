package org.tongqu.hub.reconciliation;

import java.math.BigDecimal;
import java.util.Optional;
import org.tongqu.connectors.canon.Refusal;

/** What may be wrong with a rule, in words for whoever writes it. */
final class RulebookWords {
    private static final int LONGEST = 200;
    private static final int MOST_LAG = 15;
    private static final int MOST_GRACE = 90;
    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    private RulebookWords() {}

    static Optional<Refusal> wrong(Rulebook.Tolerances wanted) {
        if (wanted.units().signum() < 0) {
            return said("/units", "BAD_UNITS", "容差台数不能小于 0。", "The units tolerated cannot be less than nought.");
        }
        if (wanted.percent().signum() < 0 || wanted.percent().compareTo(ALL) > 0) {
            return said("/percent", "BAD_PERCENT", "容差百分比应在 0 到 100 之间。", "The per cent tolerated are 0 to 100.");
        }
        if (wanted.lagDays() < 0 || wanted.lagDays() > MOST_LAG) {
            return said("/lagDays", "BAD_LAG", "跨月天数应在 0 到 15 之间。", "The days of lag are 0 to 15.");
        }
        if (wanted.graceDays() < 0 || wanted.graceDays() > MOST_GRACE) {
            return said("/graceDays", "BAD_GRACE", "宽限天数应在 0 到 90 之间。", "The days of grace are 0 to 90.");
        }
        return Optional.empty();
    }

    static Optional<Refusal> wrongReason(String why) {
        return why.isBlank() || why.length() > LONGEST
                ? said("/why", "BAD_REASON", "请写明理由，1 到 200 个字。", "Say why in 1 to 200 characters.")
                : Optional.empty();
    }

    static Optional<Refusal> changedMeanwhile() {
        return said(
                "",
                "CHANGED_MEANWHILE",
                "别人刚改过规则，请刷新后再改。",
                "Somebody else has just changed the rules; open them again.");
    }

    static Optional<Refusal> twoNames() {
        return said("/said", "TWO_NAMES", "请写两个不同的产品名称或编码。", "Give two different names or codes of a product.");
    }

    static Optional<Refusal> leadsElsewhere(String said, String product) {
        return said(
                "/said",
                "LEADS_ELSEWHERE",
                "“%s”或“%s”已在别的同义规则里，请先撤销那一条。".formatted(said, product),
                "%s or %s stands in another rule already; revoke that one first.".formatted(said, product));
    }

    static Optional<Refusal> badFactor() {
        return said("/factor", "BAD_FACTOR", "换算数应大于 0。", "How many it counts must be more than nought.");
    }

    static Optional<Refusal> whoseUnit() {
        return said("/unit", "WHOSE_UNIT", "请写明单位，或者哪家代理商这样计数。", "Name the unit, or the agent that counts so.");
    }

    static Optional<Refusal> countedAlready() {
        return said(
                "/unit",
                "COUNTED_ALREADY",
                "这个单位已有规则，请先撤销那一条。",
                "There is a rule for this unit already; revoke it first.");
    }

    private static Optional<Refusal> said(String pointer, String code, String zh, String en) {
        return Optional.of(new Refusal(pointer, code, zh, en));
    }
}
