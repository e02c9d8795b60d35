package org.tongqu.hub.clocks;

import java.util.List;
import java.util.Optional;
import org.tongqu.connectors.canon.Refusal;

/** What may stand against a change of the calendar or of a rule, in words. */
final class ClockWords {
    private static final int LONGEST = 200;
    private static final int MOST_HOURS = 400;
    private static final int MOST_WARNING = 40;
    private static final List<String> KINDS = List.of("OFF", "WORK", "WEEK");
    private static final List<String> GRADES = List.of("A", "B", "C");

    private ClockWords() {}

    static Optional<Refusal> wrong(SpecialDay day) {
        if (!KINDS.contains(day.kind())) {
            return said("/kind", "BAD_KIND", "应为 OFF、WORK 或 WEEK。", "Give OFF, WORK or WEEK.");
        }
        if (isNot(day.name()) || isNot(day.source())) {
            return said(
                    "/name",
                    "BAD_NAME",
                    "请写明名称和依据，各 1 到 200 个字。",
                    "Give a name and who says so, each in 1 to 200 characters.");
        }
        return Optional.empty();
    }

    private static boolean isNot(String words) {
        return words.isBlank() || words.length() > LONGEST;
    }

    static Optional<Refusal> wrong(List<WorkCalendar.Shift> shifts) {
        boolean inOrder = shifts.size() == 2
                && shifts.get(0).from().isBefore(shifts.get(0).until())
                && !shifts.get(1).from().isBefore(shifts.get(0).until())
                && shifts.get(1).from().isBefore(shifts.get(1).until());
        return inOrder
                ? Optional.empty()
                : said(
                        "/shifts",
                        "BAD_HOURS",
                        "请写上午和下午两段，从早到晚，互不重叠。",
                        "Give two stretches, morning and afternoon, in order and apart from each other.");
    }

    static Optional<Refusal> wrong(TimeRule rule, boolean classKnown) {
        if (rule.hop() == Hop.COVERAGE) {
            String hops = String.join(", ", Hop.RULED);
            return said("/hop", "BAD_HOP", "时限规则只用于 " + hops + "。", "Rules are for " + hops + ".");
        }
        if (!GRADES.contains(rule.grade())) {
            return said("/grade", "BAD_GRADE", "等级是 A、B 或 C。", "A grade is A, B or C.");
        }
        if (!classKnown) {
            return said("/productClass", "UNKNOWN_CLASS", "没有这个产品类别。", "There is no such product class.");
        }
        boolean fits = rule.hours() >= 1
                && rule.hours() <= MOST_HOURS
                && rule.warnHours() >= 0
                && rule.warnHours() <= Math.min(MOST_WARNING, rule.hours())
                && rule.managerHours() >= 0
                && rule.managerHours() <= rule.deskHours()
                && rule.deskHours() <= MOST_HOURS;
        return fits
                ? Optional.empty()
                : said(
                        "/hours",
                        "BAD_HOURS",
                        "时限为 1 到 400 个工作小时，提前提醒不超过时限和 40 小时，报经理不晚于报服务台。",
                        "A limit is 1 to 400 working hours, the warning at most that and 40, and the manager not told after the desk.");
    }

    private static Optional<Refusal> said(String pointer, String code, String zh, String en) {
        return Optional.of(new Refusal(pointer, code, zh, en));
    }
}
