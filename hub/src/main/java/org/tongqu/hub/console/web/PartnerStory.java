package org.tongqu.hub.console.web;

import java.util.List;
import org.tongqu.hub.demand.DemandPages;
import org.tongqu.hub.journal.JournalPages;
import org.tongqu.hub.partners.PartnersPages;
import org.tongqu.hub.partners.ZoneCut;

/**
 * 一家伙伴: how it stands, what is settled about it, what came and went last, and what waits for its answer.
 *
 * @param waiting demands it has not answered, the most overdue first
 */
record PartnerStory(PartnersList.Row row, List<JournalPages.MessageLine> messages, List<Asked> waiting) {

    public PartnersPages.Partner partner() {
        return row.partner();
    }

    /** 辽宁省、吉林省; the zone of everything abroad has none. */
    public String provinces(ZoneCut.Zone zone, Say say) {
        return zone.export() ? say.word("region.EXPORT") : String.join(say.word("list.comma"), zone.provinces());
    }

    /** One demand that waits. */
    record Asked(DemandPages.DemandLine line, String summary, Due due) {
        static Asked of(DemandPages.DemandLine line, Say say, Names names) {
            DemandPages.Demand demand = line.demand();
            Due due = Due.of(demand.askedAt().toInstant(), demand.dueAt().toInstant(), say.now());
            String summary = line.summary();
            return new Asked(line, summary == null ? names.partner(demand.factory()) : summary, due);
        }
    }
}
