package org.tongqu.hub.needs;

import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tongqu.hub.needs.Grade.Letter;
import org.tongqu.hub.needs.Grade.Spoken;

/**
 * 评级规则: what raises a need to which grade, in one version; each rule that speaks raises it to its own grade at least.
 *
 * @param rules one for each measure at most
 */
public record GradeRules(int version, List<Rule> rules, String by, String why, OffsetDateTime since) {
    public GradeRules {
        rules = rules.stream().sorted(Comparator.comparing(Rule::measure)).toList();
    }

    List<Spoken> spokenOf(Measured need) {
        return rules.stream()
                .filter(Rule::applied)
                .flatMap(rule -> rule.speaks(need).stream())
                .sorted(Comparator.comparing(Spoken::letter))
                .toList();
    }

    /**
     * One rule.
     *
     * @param value a figure, words parted by spaces, or empty, as the measure has it
     * @param grade A or B; what no rule raises is C
     * @param applied false for one that is kept and switched off
     */
    public record Rule(Measure measure, String value, String grade, boolean applied) {
        Optional<Spoken> speaks(Measured need) {
            return measure.speaks(need, value)
                    .map(reason -> new Spoken(measure.name(), Letter.valueOf(grade), reason.zh(), reason.en()));
        }
    }
}
