package org.tongqu.hub.keeping;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.hub.partners.Partners;

/** What must be right about cadence rules, each wrong with what to write instead. */
final class CadenceWords {
    private static final List<String> STATES = List.of("PROSPECT", "ACTUAL", "LAPSED");
    private static final List<String> GRADES = List.of("A", "B", "C");
    private static final int MOST = 50;
    private static final int LONGEST = 730;
    private static final int REASON = 200;

    private CadenceWords() {}

    static Optional<Refusal> wrong(List<CadenceRules.Rule> wanted, String why, Partners partners) {
        for (int n = 0; n < wanted.size(); n++) {
            Optional<Refusal> wrong = wrong("/rules/" + n, wanted.get(n), partners);
            if (wrong.isPresent()) {
                return wrong;
            }
        }
        return twice(wanted).or(() -> tooMany(wanted)).or(() -> reason(why));
    }

    private static Optional<Refusal> wrong(String at, CadenceRules.Rule rule, Partners partners) {
        if (rule.days() < 1 || rule.days() > LONGEST) {
            return refused(
                    at + "/days", "BAD_DAYS", "天数请写 1 到 730 的整数。", "Write the days as a whole number, 1 to 730.");
        }
        if (unknown(rule.lifeState(), STATES)) {
            return refused(
                    at + "/lifeState",
                    "BAD_LIFE_STATE",
                    "客户状态应为 PROSPECT、ACTUAL、LAPSED 之一，或留空。",
                    "The customer's state is PROSPECT, ACTUAL or LAPSED, or left out.");
        }
        if (unknown(rule.grade(), GRADES)) {
            return refused(at + "/grade", "BAD_GRADE", "评级应为 A、B、C 之一，或留空。", "The grade is A, B or C, or left out.");
        }
        String asked = rule.productClass();
        return asked == null || partners.knowsClass(asked)
                ? Optional.empty()
                : refused(
                        at + "/productClass",
                        "UNKNOWN_CLASS",
                        "没有产品大类 " + asked + "；请用目录中的代码。",
                        "There is no product class " + asked + "; use a code of the catalogue.");
    }

    private static boolean unknown(@Nullable String said, List<String> known) {
        return said != null && !known.contains(said);
    }

    private static Optional<Refusal> twice(List<CadenceRules.Rule> wanted) {
        boolean twice = wanted.stream()
                .anyMatch(rule -> wanted.stream().filter(rule::rivals).count() > 1);
        return twice
                ? refused(
                        "/rules",
                        "RULE_TWICE",
                        "有两条规则管同一类客户，请只留一条。",
                        "Two rules are for the same customers; keep one of them.")
                : Optional.empty();
    }

    private static Optional<Refusal> tooMany(List<CadenceRules.Rule> wanted) {
        return wanted.size() > MOST
                ? refused("/rules", "TOO_MANY_RULES", "最多 50 条规则。", "There may be 50 rules at most.")
                : Optional.empty();
    }

    private static Optional<Refusal> reason(String why) {
        return why.isBlank() || why.length() > REASON
                ? refused("/why", "BAD_REASON", "请写明理由，1 到 200 个字。", "Say why in 1 to 200 characters.")
                : Optional.empty();
    }

    private static Optional<Refusal> refused(String pointer, String code, String zh, String en) {
        return Optional.of(new Refusal(pointer, code, zh, en));
    }
}
