package org.tongqu.hub.needs;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tongqu.connectors.canon.Refusal;

/** What may be wrong with grade rules or a grade, in words for whoever writes it. */
final class GradeWords {
    private static final int LONGEST = 200;
    private static final Pattern FIGURE = Pattern.compile("[0-9]{1,12}");
    private static final Pattern LETTER = Pattern.compile("[ABC]");
    private static final Pattern RAISED = Pattern.compile("[AB]");

    private GradeWords() {}

    static Optional<Refusal> wrong(List<GradeRules.Rule> rules) {
        if (rules.stream().map(GradeRules.Rule::measure).distinct().count() < rules.size()) {
            return said("/rules", "RULE_TWICE", "每种依据只能有一条规则。", "There can be one rule for each measure.");
        }
        return rules.stream().flatMap(rule -> wrong(rule).stream()).findFirst();
    }

    private static Optional<Refusal> wrong(GradeRules.Rule rule) {
        String pointer = "/rules/" + rule.measure();
        if (!RAISED.matcher(rule.grade()).matches()) {
            return said(
                    pointer,
                    "BAD_GRADE",
                    "规则只能评为 A 或 B；没有规则说话的需求就是 C。",
                    "A rule raises to A or B; what no rule raises is C.");
        }
        if (rule.measure().isNumber() && !FIGURE.matcher(rule.value()).matches()) {
            return said(pointer, "BAD_FIGURE", "请写整数，例如 7。", "Give a whole figure such as 7.");
        }
        if (rule.measure() == Measure.WORDS
                && (rule.value().isBlank() || rule.value().length() > LONGEST)) {
            return said(
                    pointer,
                    "BAD_WORDS",
                    "请写要找的词，用空格隔开，共 1 到 200 个字。",
                    "Give the words to look for, parted by spaces, 1 to 200 characters in all.");
        }
        return Optional.empty();
    }

    static Optional<Refusal> wrongReason(String why) {
        return why.isBlank() || why.length() > LONGEST
                ? said("/why", "BAD_REASON", "请写明理由，1 到 200 个字。", "Say why in 1 to 200 characters.")
                : Optional.empty();
    }

    static Optional<Refusal> wrongLetter(String letter) {
        return LETTER.matcher(letter).matches()
                ? Optional.empty()
                : said("/grade", "BAD_GRADE", "等级是 A、B 或 C。", "A grade is A, B or C.");
    }

    static Optional<Refusal> sameGrade(String letter) {
        return said("/grade", "SAME_GRADE", "这条需求已经是 " + letter + " 级。", "The need is graded " + letter + " already.");
    }

    static Optional<Refusal> changedMeanwhile() {
        return said(
                "",
                "CHANGED_MEANWHILE",
                "别人刚改过规则，请刷新后再改。",
                "Somebody else has just changed the rules; open them again.");
    }

    private static Optional<Refusal> said(String pointer, String code, String zh, String en) {
        return Optional.of(new Refusal(pointer, code, zh, en));
    }
}
