package org.tongqu.hub.service;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tongqu.hub.customers.Portfolios;
import org.tongqu.hub.platform.Columns;
import org.tongqu.hub.sales.SalesFacts;
import org.tongqu.hub.visits.LastVisits;

/** Looks at many customers at once for what the rules say, within the scope at hand; each rule asks the room that knows, once. */
@Component
class Finding {
    private static final int WHOLE = 100;

    private final EquipmentStore equipment;
    private final ServiceCaseStore cases;
    private final LastVisits visits;
    private final SalesFacts sales;
    private final Portfolios portfolios;
    private final Clock clock;

    Finding(
            EquipmentStore equipment,
            ServiceCaseStore cases,
            LastVisits visits,
            SalesFacts sales,
            Portfolios portfolios,
            Clock clock) {
        this.equipment = equipment;
        this.cases = cases;
        this.visits = visits;
        this.sales = sales;
        this.portfolios = portfolios;
        this.clock = clock;
    }

    /** @param kins today's customer by every id it was kept under */
    List<Actions.Action> actions(
            Map<String, Portfolios.Line> customers,
            Map<String, String> kins,
            List<Actions.Rule> rules,
            LocalDate today) {
        Around around = new Around(
                customers, kins, portfolios.customerByRecord(customers.keySet()), equipment.of(kins.keySet()), today);
        List<Actions.Action> found = new ArrayList<>();
        rules.stream()
                .filter(Actions.Rule::applied)
                .forEach(rule -> found.addAll(said(NextRule.valueOf(rule.rule()), around, rule.threshold())));
        found.sort(Comparator.comparing((Actions.Action action) -> NextRule.valueOf(action.rule()))
                .thenComparing(Actions.Action::customer)
                .thenComparing(Actions.Action::subject));
        return found;
    }

    private List<Actions.Action> said(NextRule rule, Around around, int threshold) {
        return switch (rule) {
            case SERVICE_WAITING -> waiting(around, threshold);
            case MAINTENANCE_DUE -> due(around, threshold);
            case WARRANTY_ENDING -> warranties(around, threshold);
            case OVERDUE_VISIT -> overdue(around, threshold);
            case FALLING_ORDERS -> falling(around, threshold);
            case MACHINE_AGE -> old(around, threshold);
        };
    }

    private List<Actions.Action> waiting(Around around, int days) {
        Instant before = around.today()
                .plusDays(1L - days)
                .atStartOfDay(Columns.HOUSE_ZONE)
                .toInstant();
        return cases.waiting(around.kins().keySet(), before).stream()
                .filter(each -> around.kins().containsKey(each.customerId()))
                .map(each -> ActionWords.waiting(
                        around.of(each.customerId()),
                        each,
                        around.days(day(each.openedAt().toInstant()))))
                .toList();
    }

    private static List<Actions.Action> due(Around around, int days) {
        return around.machines().stream()
                .filter(machine -> machine.dueOn() != null
                        && !machine.dueOn().isAfter(around.today().plusDays(days)))
                .map(machine -> ActionWords.due(around.of(machine.customerId()), machine, around.today()))
                .toList();
    }

    /** One that ended longer ago than it would have been told before is history. */
    private static List<Actions.Action> warranties(Around around, int days) {
        return around.machines().stream()
                .filter(machine -> machine.warrantyUntil() != null
                        && !machine.warrantyUntil().isBefore(around.today())
                        && !machine.warrantyUntil().isAfter(around.today().plusDays(days)))
                .map(machine -> ActionWords.warranty(around.of(machine.customerId()), machine, around.today()))
                .toList();
    }

    private List<Actions.Action> overdue(Around around, int days) {
        Map<String, Instant> last = new HashMap<>();
        visits.of(around.customerByRecord().keySet())
                .forEach((record, at) ->
                        last.merge(around.ofRecord(record), at, (one, other) -> one.isAfter(other) ? one : other));
        Instant before =
                clock.instant().atZone(Columns.HOUSE_ZONE).minusDays(days).toInstant();
        return around.customers().values().stream()
                .filter(line -> !last.getOrDefault(line.id(), Instant.MIN).isAfter(before))
                .map(line -> {
                    Instant at = last.get(line.id());
                    return at == null
                            ? ActionWords.neverVisited(line)
                            : ActionWords.overdue(line, day(at), around.days(day(at)));
                })
                .toList();
    }

    /** Twelve months against the twelve before them. */
    private List<Actions.Action> falling(Around around, int percent) {
        LocalDate tomorrow = around.today().plusDays(1);
        LocalDate middle = tomorrow.minusMonths(12);
        Map<String, BigDecimal> now = ordered(around, middle, tomorrow);
        Map<String, BigDecimal> before = ordered(around, middle.minusMonths(12), middle);
        List<Actions.Action> found = new ArrayList<>();
        before.forEach((customer, was) -> {
            BigDecimal is = now.getOrDefault(customer, BigDecimal.ZERO);
            BigDecimal mark = was.multiply(BigDecimal.valueOf(WHOLE - Math.min(percent, WHOLE)));
            if (was.signum() > 0
                    && is.multiply(BigDecimal.valueOf(WHOLE)).compareTo(mark) <= 0
                    && is.compareTo(was) < 0) {
                found.add(ActionWords.falling(around.of(customer), was, is));
            }
        });
        return found;
    }

    private Map<String, BigDecimal> ordered(Around around, LocalDate from, LocalDate until) {
        Map<String, BigDecimal> ordered = new HashMap<>();
        sales.ordered(around.customerByRecord().keySet(), from, until)
                .forEach((record, sum) -> ordered.merge(around.ofRecord(record), sum, BigDecimal::add));
        return ordered;
    }

    private static List<Actions.Action> old(Around around, int years) {
        return around.machines().stream()
                .filter(machine -> started(machine) != null
                        && !java.util.Objects.requireNonNull(started(machine))
                                .isAfter(around.today().minusYears(years)))
                .map(machine -> ActionWords.old(
                        around.of(machine.customerId()),
                        machine,
                        java.util.Objects.requireNonNull(started(machine)),
                        around.today()))
                .toList();
    }

    private static @org.jspecify.annotations.Nullable LocalDate started(EquipmentStore.Machine machine) {
        return machine.installedOn() == null ? machine.commissionedOn() : machine.installedOn();
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, Columns.HOUSE_ZONE);
    }

    /** What is known of the customers before any rule is asked. */
    private record Around(
            Map<String, Portfolios.Line> customers,
            Map<String, String> kins,
            Map<String, String> customerByRecord,
            Collection<EquipmentStore.Machine> machines,
            LocalDate today) {
        Portfolios.Line of(String kept) {
            return java.util.Objects.requireNonNull(customers.get(kins.getOrDefault(kept, kept)));
        }

        String ofRecord(String record) {
            return java.util.Objects.requireNonNull(customerByRecord.get(record));
        }

        long days(LocalDate since) {
            return java.time.temporal.ChronoUnit.DAYS.between(since, today);
        }
    }
}
