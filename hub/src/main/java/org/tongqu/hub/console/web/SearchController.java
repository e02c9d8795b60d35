package org.tongqu.hub.console.web;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.customers.CustomersPages;
import org.tongqu.hub.demand.DemandPages;
import org.tongqu.hub.journal.JournalPages;
import org.tongqu.hub.needs.NeedsPages;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.Problem;
import org.tongqu.hub.sales.SalesPages;
import org.tongqu.hub.visits.VisitsPages;

/** {@code /api/v1/search}: what the page tells, for programs. */
@RestController
class SearchController {
    private final Searching searching;

    SearchController(Searching searching) {
        this.searching = searching;
    }

    @GetMapping("/api/v1/search")
    Answer search(Sender sender, @RequestParam(required = false) @Nullable String q) {
        String term = Asked.word("q", q);
        if (term == null) {
            throw Problem.badParameter("q", "请填要查的内容。", "say what you look for.")
                    .said();
        }
        return Answer.of(searching.found(sender, term));
    }

    /** Kind by kind; a demand is told with its need at {@code /api/v1/demands/{id}}. */
    record Answer(
            List<CustomersPages.Hit> customers,
            List<NeedsPages.NeedLine> needs,
            List<DemandPages.Demand> demands,
            List<SalesPages.Order> orders,
            List<SalesPages.Line> sales,
            List<VisitLine> visits,
            List<JournalPages.MessageLine> messages) {
        static Answer of(Found found) {
            return new Answer(
                    found.customers(),
                    found.needs(),
                    found.demands(),
                    found.orders(),
                    found.lines(),
                    found.visits().stream().map(VisitLine::of).toList(),
                    found.messages());
        }
    }

    record VisitLine(
            String id,
            String visitNo,
            String branch,
            String rep,
            @Nullable String region,
            OffsetDateTime visitedAt,
            String messageId) {
        static VisitLine of(VisitsPages.Visit visit) {
            return new VisitLine(
                    visit.id(),
                    visit.visitNo(),
                    visit.branch(),
                    visit.rep(),
                    visit.region(),
                    visit.visitedAt(),
                    visit.messageId());
        }
    }
}
