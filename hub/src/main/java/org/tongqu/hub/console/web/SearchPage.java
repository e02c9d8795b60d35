package org.tongqu.hub.console.web;

import java.util.List;
import java.util.stream.Stream;
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
import org.tongqu.hub.partners.Partners;
import org.tongqu.hub.platform.Act;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.Policy;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;
import org.tongqu.hub.platform.Window;
import org.tongqu.hub.sales.SalesPages;

/** 查找: the box above every page, answered by customers, needs, orders, partners and messages alike. */
@Controller
class SearchPage {
    private static final Window FEW = Window.first(10);

    private final CustomersPages customers;
    private final NeedsPages needs;
    private final SalesPages sales;
    private final Partners partners;
    private final JournalPages journal;
    private final Policy policy;
    private final Wall wall;

    SearchPage(
            CustomersPages customers,
            NeedsPages needs,
            SalesPages sales,
            Partners partners,
            JournalPages journal,
            Policy policy,
            Wall wall) {
        this.customers = customers;
        this.needs = needs;
        this.sales = sales;
        this.partners = partners;
        this.journal = journal;
        this.policy = policy;
        this.wall = wall;
    }

    /** The whole page, or for the palette its answers alone. */
    @GetMapping("/search")
    String search(
            Sender sender,
            @RequestParam(required = false) @Nullable String q,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Model model) {
        String term = Asked.word("q", q);
        model.addAttribute("page", term == null ? Found.NOTHING : found(sender, term));
        return part == null ? "console/search" : "console/search :: few";
    }

    private Found found(Sender sender, String term) {
        List<Menu> menu = Menu.of(sender.role());
        JournalPages.Sought byKey = new JournalPages.Sought(term, null, null, null);
        return new Found(
                term,
                menu.contains(Menu.CUSTOMERS)
                        ? customers
                                .customers(sender, CustomersPages.Sought.of(term), FEW)
                                .items()
                        : List.of(),
                needs.called(sender, term, FEW),
                menu.contains(Menu.ORDERS) ? orders(sender, term) : List.of(),
                policy.allows(sender.role(), Act.READ_PARTNERS) ? partners(sender, term) : List.of(),
                journal.messages(sender, byKey, FEW).items());
    }

    private List<SalesPages.Order> orders(Sender sender, String term) {
        return sales.orders(sender, new SalesPages.OrdersAsked(term, null, null, null), FEW)
                .items();
    }

    private List<Partners.Partner> partners(Sender sender, String term) {
        return wall.read(Scope.of(sender), partners::all).stream()
                .filter(partner ->
                        partner.name().contains(term) || partner.code().contains(term))
                .limit(FEW.limit())
                .toList();
    }

    /** What answers a term. */
    record Found(
            String term,
            List<CustomersPages.CustomerLine> customers,
            List<NeedsPages.NeedLine> needs,
            List<SalesPages.Order> orders,
            List<Partners.Partner> partners,
            List<JournalPages.MessageLine> messages) {
        static final Found NOTHING = new Found("", List.of(), List.of(), List.of(), List.of(), List.of());

        public boolean nothing() {
            return Stream.of(customers, needs, orders, partners, messages).allMatch(List::isEmpty);
        }
    }
}
