package org.tongqu.hub.console.web;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.demand.DemandPages;
import org.tongqu.hub.journal.JournalPages;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.Problem;
import org.tongqu.hub.sales.SalesPages;

/** 订单: one order with its road, its revisions and every message that told of it. */
@Controller
class OrderPage {
    private final SalesPages sales;
    private final DemandPages demands;
    private final JournalPages journal;

    OrderPage(SalesPages sales, DemandPages demands, JournalPages journal) {
        this.sales = sales;
        this.demands = demands;
        this.journal = journal;
    }

    @GetMapping("/orders/{id}")
    String order(
            Sender sender,
            @PathVariable String id,
            Model model,
            @ModelAttribute(name = "say", binding = false) Say say,
            @ModelAttribute(name = "names", binding = false) Names names) {
        SalesPages.OrderPast past = sales.order(sender, Asked.id(id))
                .orElseThrow(() -> Problem.notFound().said());
        Set<String> visible = journal.visible(sender, messages(past));
        model.addAttribute("page", OrderStory.of(past, demand(sender, past.order()), visible, say, names));
        return "console/order";
    }

    private DemandPages.@Nullable Demand demand(Sender sender, SalesPages.Order order) {
        String id = order.demandId();
        return id == null ? null : demands.byIds(sender, List.of(id)).get(id);
    }

    private static List<String> messages(SalesPages.OrderPast past) {
        return Stream.concat(
                        past.revisions().stream().map(SalesPages.Revision::messageId),
                        past.facts().stream().map(SalesPages.Fact::messageId))
                .distinct()
                .toList();
    }
}
