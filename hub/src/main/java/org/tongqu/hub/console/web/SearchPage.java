package org.tongqu.hub.console.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.customers.CustomersPages;
import org.tongqu.hub.journal.JournalPages;
import org.tongqu.hub.needs.NeedsPages;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.Window;

/** 查找: the box above every page, answered by customers, needs and messages alike. */
@Controller
class SearchPage {
    private static final Window FEW = Window.first(10);

    private final CustomersPages customers;
    private final NeedsPages needs;
    private final JournalPages journal;

    SearchPage(CustomersPages customers, NeedsPages needs, JournalPages journal) {
        this.customers = customers;
        this.needs = needs;
        this.journal = journal;
    }

    /** The whole page, or for the palette its answers alone. */
    @GetMapping("/search")
    String search(
            Sender sender,
            @RequestParam(required = false) @Nullable String q,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Model model) {
        String term = Asked.word("q", q);
        model.addAttribute("page", term == null ? new Found("", List.of(), List.of(), List.of()) : found(sender, term));
        return part == null ? "console/search" : "console/search :: few";
    }

    private Found found(Sender sender, String term) {
        boolean seesCustomers = Menu.of(sender.role()).contains(Menu.CUSTOMERS);
        NeedsPages.Sought byVisit = new NeedsPages.Sought(null, term, null, null);
        JournalPages.Sought byKey = new JournalPages.Sought(term, null, null, null);
        return new Found(
                term,
                seesCustomers ? customers.customers(sender, term, FEW).items() : List.of(),
                needs.needs(sender, byVisit, FEW).items(),
                journal.messages(sender, byKey, FEW).items());
    }

    /** What answers a term. */
    record Found(
            String term,
            List<CustomersPages.CustomerLine> customers,
            List<NeedsPages.NeedLine> needs,
            List<JournalPages.MessageLine> messages) {
        public boolean nothing() {
            return customers.isEmpty() && needs.isEmpty() && messages.isEmpty();
        }
    }
}
