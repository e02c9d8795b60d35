package org.tongqu.hub.console.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongqu.hub.customers.CustomersPages;
import org.tongqu.hub.demand.DemandPages;
import org.tongqu.hub.needs.NeedsPages;
import org.tongqu.hub.platform.Amount;

/** One demand nobody has answered yet: what it is about, whose it is, who must move and until when. */
record WaitingRow(
        String needId,
        String summary,
        @Nullable String grade,
        String whose,
        String state,
        String waitsFor,
        String waited,
        Due due,
        String amount,
        String exactly) {

    static WaitingRow of(
            DemandPages.DemandLine line, Map<String, CustomersPages.Named> customers, Say say, Names names) {
        DemandPages.Demand demand = line.demand();
        NeedsPages.NeedLine need = line.need();
        Amount budget = need == null ? null : need.budget();
        return new WaitingRow(
                line.needId(),
                line.summary() == null ? line.needId() : line.summary(),
                need == null ? null : need.grade(),
                whose(need, customers, names, false),
                demand.state(),
                names.partner(demand.factory()),
                say.since(since(demand)),
                Due.of(demand.askedAt().toInstant(), demand.dueAt().toInstant(), say.now()),
                budget == null ? "—" : say.amount(budget.amount(), budget.currency()),
                budget == null ? "" : say.exactly(budget.amount(), budget.currency()));
    }

    private static java.time.OffsetDateTime since(DemandPages.Demand demand) {
        return demand.acknowledgedAt() != null
                ? demand.acknowledgedAt()
                : demand.sentAt() != null ? demand.sentAt() : demand.askedAt();
    }

    /** Customer and region in one line, and the rep where there is room. */
    static String whose(
            NeedsPages.@Nullable NeedLine need,
            Map<String, CustomersPages.Named> customers,
            Names names,
            boolean withRep) {
        if (need == null) {
            return "";
        }
        CustomersPages.Named customer = customers.get(need.sourceRecordId());
        String tail = names.region(need.region()) + (withRep ? " · " + names.person(need.rep()) : "");
        return customer == null ? tail : customer.name() + " · " + tail;
    }
}
