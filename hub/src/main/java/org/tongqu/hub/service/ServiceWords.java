package org.tongqu.hub.service;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tongqu.connectors.canon.Refusal;

/** What this room refuses, and what to do about it. */
final class ServiceWords {
    private ServiceWords() {}

    static Optional<Refusal> badWords(String pointer) {
        return Optional.of(
                new Refusal(pointer, "BAD_WORDS", "请写 1 到 1000 个字。", "Write between 1 and 1000 characters here."));
    }

    static Optional<Refusal> otherwise(CaseState state) {
        return Optional.of(new Refusal(
                "",
                "CASE_OTHERWISE",
                "服务单现在是 " + state + "，不能这样做；请看它的最新情况。",
                "The case is " + state + " now, so this cannot be done; look at it again."));
    }

    static Optional<Refusal> whoIsSent() {
        return Optional.of(new Refusal(
                "/technician",
                "WHO_IS_SENT",
                "请选一位技术人员和起止日期，或者一家承接维修的代理商，二者取一。",
                "Choose a technician with the first and the last day, or an agent that takes repair: one of both."));
    }

    static Optional<Refusal> noRepair(String agent) {
        return Optional.of(new Refusal(
                "/agent",
                "TAKES_NO_REPAIR",
                "代理商 " + agent + " 在本大区不承接维修；请在代理商页登记能力，或另选一家。",
                "Agent " + agent
                        + " takes no repair in this region; enter that on the agents' page, or choose another."));
    }

    static Refusal noSuchMachine() {
        return new Refusal(
                "/serial", "BAD_SERIAL", "请写机号，1 到 60 个字。", "Give the machine's serial number, 1 to 60 characters.");
    }

    static Refusal badPlan() {
        return new Refusal(
                "/planMonths",
                "BAD_PLAN",
                "保养计划为每 1 到 120 个月，或每若干运行小时（大于 0）。",
                "A plan is every 1 to 120 months, or every so many running hours, more than none.");
    }

    static Refusal badDays() {
        return new Refusal(
                "/commissionedOn",
                "BAD_DAYS",
                "调试日不能早于安装日。",
                "The day of commissioning is not before the day of installing.");
    }

    static Refusal future(LocalDate today) {
        return new Refusal(
                "/doneOn",
                "DAY_AHEAD",
                "保养日期不能晚于今天 " + today + "。",
                "Maintenance that was done was not done after today, " + today + ".");
    }

    static Optional<Refusal> badRule() {
        return Optional.of(new Refusal(
                "/threshold",
                "BAD_RULE",
                "界限为 0 到 1000，不再提示的天数为 1 到 365。",
                "A threshold is 0 to 1000, the days an action keeps away 1 to 365."));
    }

    static Optional<Refusal> unknownRule(List<String> known) {
        return Optional.of(new Refusal(
                "/rule",
                "UNKNOWN_RULE",
                "没有这条规则；现有：" + String.join(" ", known),
                "There is no such rule; there are: " + String.join(" ", known)));
    }
}
