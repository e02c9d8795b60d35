package org.tongqu.hub.service;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tongqu.hub.customers.Portfolios;

/** The reason of each action in words, with the figures it rests on. */
final class ActionWords {
    private static final BigDecimal WHOLE = new BigDecimal(100);

    private ActionWords() {}

    static Actions.Action waiting(Portfolios.Line line, ServicePages.CaseLine each, long days) {
        return action(
                NextRule.SERVICE_WAITING,
                line,
                each.number(),
                each.id(),
                "服务单 " + each.number() + " 已等 " + days + " 天，还没有派人：" + each.trouble(),
                "Case " + each.number() + " waits for " + days + " days and nobody was sent: " + each.trouble());
    }

    static Actions.Action due(Portfolios.Line line, EquipmentStore.Machine machine, LocalDate today) {
        LocalDate on = Objects.requireNonNull(machine.dueOn());
        boolean late = on.isBefore(today);
        boolean hours = "HOURS".equals(machine.dueWhy());
        String zh = hours ? "，按运行小时每 " + plain(machine.planHours()) + " 小时" : "，每 " + machine.planMonths() + " 个月";
        String en = hours
                ? ", every " + plain(machine.planHours()) + " running hours"
                : ", every " + machine.planMonths() + " months";
        return action(
                NextRule.MAINTENANCE_DUE,
                line,
                machine.serial(),
                null,
                "设备 " + machine.serial() + (late ? " 保养已过期，应于 " : " 保养将到期，应于 ") + on + zh,
                "Maintenance of " + machine.serial() + (late ? " was due on " : " is due on ") + on + en);
    }

    static Actions.Action warranty(Portfolios.Line line, EquipmentStore.Machine machine, LocalDate today) {
        LocalDate until = Objects.requireNonNull(machine.warrantyUntil());
        long left = ChronoUnit.DAYS.between(today, until);
        return action(
                NextRule.WARRANTY_ENDING,
                line,
                machine.serial(),
                null,
                "设备 " + machine.serial() + " 的保修 " + until + " 到期，还有 " + left + " 天",
                "The warranty of " + machine.serial() + " ends on " + until + ", in " + left + " days");
    }

    static Actions.Action overdue(Portfolios.Line line, LocalDate last, long days) {
        return action(
                NextRule.OVERDUE_VISIT,
                line,
                "",
                null,
                "上次拜访是 " + last + "，已 " + days + " 天",
                "The last visit was on " + last + ", " + days + " days ago");
    }

    static Actions.Action neverVisited(Portfolios.Line line) {
        return action(NextRule.OVERDUE_VISIT, line, "", null, "从来没有拜访过", "Nobody ever visited it");
    }

    static Actions.Action falling(Portfolios.Line line, BigDecimal was, BigDecimal is) {
        BigDecimal percent = was.subtract(is).multiply(WHOLE).divide(was, 0, RoundingMode.HALF_UP);
        return action(
                NextRule.FALLING_ORDERS,
                line,
                "",
                null,
                "近 12 个月订货 " + plain(is) + " 元，比前 12 个月的 " + plain(was) + " 元少 " + percent + "%",
                "Orders of the last 12 months are " + plain(is) + " yuan, " + percent + "% less than the " + plain(was)
                        + " of the 12 before");
    }

    static Actions.Action old(
            Portfolios.Line line, EquipmentStore.Machine machine, LocalDate started, LocalDate today) {
        long years = ChronoUnit.YEARS.between(started, today);
        return action(
                NextRule.MACHINE_AGE,
                line,
                machine.serial(),
                null,
                "设备 " + machine.serial() + " 已用 " + years + " 年（" + started + " 起），可谈更新或改造",
                "Machine " + machine.serial() + " has run for " + years + " years, since " + started
                        + ": talk about renewing or rebuilding it");
    }

    private static Actions.Action action(
            NextRule rule, Portfolios.Line line, String subject, @Nullable String caseId, String zh, String en) {
        return new Actions.Action(rule.name(), line.id(), line.name(), subject, caseId, zh, en);
    }

    private static String plain(@Nullable BigDecimal figure) {
        BigDecimal whole = Objects.requireNonNull(figure).stripTrailingZeros();
        return whole.setScale(Math.max(0, whole.scale())).toPlainString();
    }
}
