package org.tongqu.hub.dispatch;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tongqu.connectors.canon.Refusal;

/** What may stand against an act on a dispatch, in words. */
final class DispatchWords {
    private DispatchWords() {}

    static Optional<Refusal> otherwise() {
        return said(
                "",
                "STANDS_OTHERWISE",
                "这张派工单的状态已经变了，请刷新后再看。",
                "This dispatch stands otherwise by now; open it again.");
    }

    static Optional<Refusal> dispatchedAlready() {
        return said(
                "/needId",
                "DISPATCHED_ALREADY",
                "这条需求已有派工单，请打开那一张。",
                "This need has a dispatch already; open that one.");
    }

    static Optional<Refusal> unknownTechnician() {
        return said(
                "/technician",
                "UNKNOWN_TECHNICIAN",
                "没有这位技术人员，或已停用；请从名单里选。",
                "There is no such technician, or none that may be sent; choose one of the list.");
    }

    static Optional<Refusal> unskilled(String name) {
        return said(
                "/technician",
                "NO_SKILL",
                name + " 没有这个岗位要的技能；请另选，或先在技术人员页补上技能。",
                name + " lacks the trade this place asks for; choose another or enter the skill first.");
    }

    static Optional<Refusal> aboveLadder(String name, String grade) {
        return said(
                "/technician",
                "TIER_NOT_ALLOWED",
                "按分级序列，" + name + " 的级别不派 " + grade + " 级需求；确要破格，请勾选并写明理由。",
                "By the ladder the tier of " + name + " is not sent to a need of grade " + grade
                        + "; to do so all the same tick the override and say why.");
    }

    static Optional<Refusal> taken(String name, List<LocalDate> days) {
        String list = days.stream().map(LocalDate::toString).collect(Collectors.joining(" "));
        return said(
                "/from",
                "DAYS_TAKEN",
                name + " 这些天已有安排或不在：" + list + "；请换日期或换人。",
                name + " is booked or away on these days: " + list + "; choose other days or another person.");
    }

    static Optional<Refusal> overCap(String name, YearMonth month) {
        return said(
                "/technician",
                "OVER_CAP",
                name + " 在 " + month + " 的派工天数会超过上限；请换人或换月份。",
                name + " would be sent for more days in " + month
                        + " than the cap allows; choose another person or month.");
    }

    static Optional<Refusal> pinnedElsewhere(String name, String number) {
        return said(
                "/technician",
                "PINNED_ELSEWHERE",
                name + " 这些天已固定在 " + number + "；请先到那里取消固定，或换人。",
                name + " is pinned to " + number + " on these days; unpin there first or choose another.");
    }

    static Optional<Refusal> badDay() {
        return said(
                "/from", "BAD_DAY", "开始日期应在今天之后，写成 2026-03-31。", "The first day lies after today, like 2026-03-31.");
    }

    static Optional<Refusal> badWhy() {
        return said("/why", "BAD_WHY", "请写明理由，1 到 200 个字。", "Say why in 1 to 200 characters.");
    }

    static Optional<Refusal> badNote() {
        return said(
                "/note",
                "BAD_NOTE",
                "请写给业务员的辅导说明，1 到 2000 个字。",
                "Write what the seller should learn from this, in 1 to 2,000 characters.");
    }

    static Optional<Refusal> badRating() {
        return said("/stars", "BAD_RATING", "请打 1 到 5 分。", "Rate the help from 1 to 5.");
    }

    static Optional<Refusal> badDeadline() {
        return said("/deadline", "BAD_DEADLINE", "期限应晚于现在，并带时区。", "The deadline lies ahead and carries a zone.");
    }

    static Optional<Refusal> nobodyProposed() {
        return said(
                "",
                "NOBODY_PROPOSED",
                "还没有可派的人；请先固定一位，或等计划排出人选。",
                "Nobody is proposed yet; pin somebody or wait for the plan.");
    }

    static Optional<Refusal> planning() {
        return said("", "PLANNING", "另一台机器正在排计划，请稍候再试。", "Another hub is planning at this moment; try again shortly.");
    }

    static Optional<Refusal> badTechnician(String pointer, String zh, String en) {
        return said(pointer, "BAD_TECHNICIAN", zh, en);
    }

    private static Optional<Refusal> said(String pointer, String code, String zh, String en) {
        return Optional.of(new Refusal(pointer, code, zh, en));
    }
}
