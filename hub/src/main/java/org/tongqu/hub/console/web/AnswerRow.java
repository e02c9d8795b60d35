package org.tongqu.hub.console.web;

import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongqu.hub.customers.CustomersPages;
import org.tongqu.hub.demand.DemandPages;

/** What one factory answered, in one sentence. */
record AnswerRow(
        String needId,
        String factory,
        String says,
        boolean refused,
        @Nullable OffsetDateTime at,
        String whose) {

    static AnswerRow of(
            DemandPages.DemandLine line, Map<String, CustomersPages.Named> customers, Say say, Names names) {
        DemandPages.Demand demand = line.demand();
        return new AnswerRow(
                line.needId(),
                names.partner(demand.factory()),
                says(demand, say),
                demand.state().equals("REFUSED"),
                demand.answeredAt(),
                customer(line, customers));
    }

    private static String customer(DemandPages.DemandLine line, Map<String, CustomersPages.Named> customers) {
        CustomersPages.Named named =
                line.need() == null ? null : customers.get(line.need().sourceRecordId());
        return named != null ? named.name() : line.summary() == null ? "" : line.summary();
    }

    /** To the factory itself its own name says nothing; what it answered does. */
    static AnswerRow toItself(
            DemandPages.DemandLine line, Map<String, CustomersPages.Named> customers, Say say, Names names) {
        AnswerRow row = of(line, customers, say, names);
        String summary = line.summary();
        return summary == null
                ? row
                : new AnswerRow(row.needId(), summary, row.says(), row.refused(), row.at(), row.whose());
    }

    private static String says(DemandPages.Demand demand, Say say) {
        DemandPages.Quote quote = demand.quote();
        String price = quote == null
                ? "—"
                : say.money(quote.price().amount(), quote.price().currency());
        return switch (demand.state()) {
            case "REFUSED" -> say.word("answer.refused", demand.refusalReason() == null ? "—" : demand.refusalReason());
            case "ORDERED" -> say.word("answer.ordered", price);
            default -> say.word("answer.quoted", price, quote == null ? "—" : String.valueOf(quote.leadTimeDays()));
        };
    }
}
