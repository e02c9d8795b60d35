package org.tongqu.hub.keeping;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongqu.hub.customers.Portfolios;
import org.tongqu.hub.needs.OpenNeeds;
import org.tongqu.hub.platform.Columns;
import org.tongqu.hub.visits.LastVisits;

/** 缺口: what a receiver must mend first, told from today's facts, so that the list grows shorter by itself. */
@Component
class Gaps {
    /** A customer nobody visited for so long needs to be seen. */
    static final Duration LONG = Duration.ofDays(90);

    private final Portfolios portfolios;
    private final OpenNeeds needs;
    private final LastVisits visits;
    private final VisitPlanStore plans;
    private final Clock clock;

    Gaps(Portfolios portfolios, OpenNeeds needs, LastVisits visits, VisitPlanStore plans, Clock clock) {
        this.portfolios = portfolios;
        this.needs = needs;
        this.visits = visits;
        this.plans = plans;
        this.clock = clock;
    }

    /**
     * @param customers today's customers in sight
     * @param asKept today's customer by every id under which something of it may have been kept
     */
    List<KeepingPages.Gap> of(Map<String, Portfolios.Line> customers, Map<String, String> asKept) {
        Map<String, String> customerByRecord = portfolios.customerByRecord(customers.keySet());
        Map<String, List<OpenNeeds.Open>> open = new HashMap<>();
        needs.of(customerByRecord.keySet())
                .forEach(need -> open.computeIfAbsent(
                                customerByRecord.get(need.sourceRecordId()), id -> new ArrayList<>())
                        .add(need));
        Map<String, List<VisitPlans.Plan>> planned = new HashMap<>();
        plans.openFor(asKept.keySet())
                .forEach(plan -> planned.computeIfAbsent(asKept.get(plan.customerId()), id -> new ArrayList<>())
                        .add(plan));
        Map<String, Instant> last = last(customerByRecord);
        List<KeepingPages.Gap> gaps = new ArrayList<>();
        customers.forEach((id, line) -> {
            contact(gaps, line);
            visit(gaps, line, last.get(id));
            needs(gaps, line, open.getOrDefault(id, List.of()), planned.getOrDefault(id, List.of()));
            promises(gaps, line, open.getOrDefault(id, List.of()), planned.getOrDefault(id, List.of()));
        });
        gaps.sort(java.util.Comparator.comparing(KeepingPages.Gap::kind));
        return gaps;
    }

    private Map<String, Instant> last(Map<String, String> customerByRecord) {
        Map<String, Instant> last = new HashMap<>();
        visits.of(customerByRecord.keySet())
                .forEach((record, at) ->
                        last.merge(customerByRecord.get(record), at, (one, other) -> one.isAfter(other) ? one : other));
        return last;
    }

    private static void contact(Collection<KeepingPages.Gap> gaps, Portfolios.Line line) {
        if (line.contacts() == 0) {
            gaps.add(gap(KeepingPages.GapKind.NO_CONTACT, line, "", null));
        }
    }

    private void visit(Collection<KeepingPages.Gap> gaps, Portfolios.Line line, @Nullable Instant last) {
        if (last == null || last.isBefore(clock.instant().minus(LONG))) {
            LocalDate day = last == null ? null : LocalDate.ofInstant(last, Columns.HOUSE_ZONE);
            gaps.add(gap(KeepingPages.GapKind.NOT_VISITED, line, "", day));
        }
    }

    /** A need's next step is a visit that is planned from today on. */
    private void needs(
            Collection<KeepingPages.Gap> gaps,
            Portfolios.Line line,
            List<OpenNeeds.Open> open,
            List<VisitPlans.Plan> planned) {
        if (planned.stream().allMatch(plan -> plan.day().isBefore(today()))) {
            open.forEach(need ->
                    gaps.add(gap(KeepingPages.GapKind.NO_NEXT_STEP, line, need.number() + " " + need.summary(), null)));
        }
    }

    /** What was promised for a day that has come: a visit not made, a need not met. */
    private void promises(
            Collection<KeepingPages.Gap> gaps,
            Portfolios.Line line,
            List<OpenNeeds.Open> open,
            List<VisitPlans.Plan> planned) {
        planned.stream()
                .filter(plan -> plan.day().isBefore(today()))
                .forEach(plan -> gaps.add(gap(KeepingPages.GapKind.OPEN_PROMISE, line, plan.purpose(), plan.day())));
        open.stream()
                .filter(need -> need.requiredBy() != null && need.requiredBy().isBefore(today()))
                .filter(need -> !need.state().equals("DELIVERED"))
                .forEach(need -> gaps.add(gap(
                        KeepingPages.GapKind.OPEN_PROMISE,
                        line,
                        need.number() + " " + need.summary(),
                        need.requiredBy())));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Columns.HOUSE_ZONE);
    }

    private static KeepingPages.Gap gap(
            KeepingPages.GapKind kind, Portfolios.Line line, String what, @Nullable LocalDate day) {
        return new KeepingPages.Gap(kind, line.id(), line.name(), what, day);
    }
}
