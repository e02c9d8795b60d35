package org.tongqu.hub.console.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.demand.DemandPages;
import org.tongqu.hub.partners.Partners;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Slice;
import org.tongqu.hub.platform.Wall;
import org.tongqu.hub.platform.Window;
import org.tongqu.hub.sales.SalesPages;

/** 订单与回款: orders under filters, each with whom it waits for and how much of it is paid. */
@Controller
class OrdersListPage {
    private static final List<String> REGIONS = List.of("NE", "N", "E", "CS", "SW", "NW", "EXPORT");

    private final SalesPages sales;
    private final DemandPages demands;
    private final Partners partners;
    private final Wall wall;

    OrdersListPage(SalesPages sales, DemandPages demands, Partners partners, Wall wall) {
        this.sales = sales;
        this.demands = demands;
        this.partners = partners;
        this.wall = wall;
    }

    @GetMapping("/orders")
    String orders(
            Sender sender,
            @RequestParam(required = false) @Nullable String number,
            @RequestParam(required = false) @Nullable String factory,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String stage,
            @RequestParam(required = false) @Nullable String after,
            Model model,
            @ModelAttribute(name = "columns", binding = false) ChosenColumns columns,
            @ModelAttribute(name = "say", binding = false) Say say,
            @ModelAttribute(name = "names", binding = false) Names names) {
        SalesPages.OrdersSought sought = sought(number, factory, region, stage);
        Window window = Window.ofIds(null, after);
        model.addAttribute(
                "list",
                new OrdersList(
                        sought,
                        columns.text(),
                        window.after(),
                        factories(sender),
                        sender.region() == null && sender.partner() == null,
                        rows(sender, sales.orders(sender, sought, window), say, names)));
        return "console/orders";
    }

    /** The filters of this list, from wherever they come. */
    static SalesPages.OrdersSought sought(
            @Nullable String number, @Nullable String factory, @Nullable String region, @Nullable String stage) {
        return new SalesPages.OrdersSought(
                Asked.word("number", number),
                Asked.word("factory", factory),
                Asked.oneOf("region", region, REGIONS),
                Asked.oneOf("stage", stage, SalesPages.STAGES));
    }

    private List<Partners.Partner> factories(Sender sender) {
        return wall.read(Scope.of(sender), partners::all).stream()
                .filter(partner -> partner.kind().equals("FACTORY"))
                .toList();
    }

    private Slice<OrdersList.Row> rows(Sender sender, Slice<SalesPages.Order> found, Say say, Names names) {
        Map<String, DemandPages.Demand> answered = demands.byIds(
                sender,
                found.items().stream()
                        .map(SalesPages.Order::demandId)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList());
        return found.map(order ->
                OrdersList.Row.of(order, OrderWait.of(order, demandOf(order.demandId(), answered), say, names)));
    }

    private static DemandPages.@Nullable Demand demandOf(
            @Nullable String id, Map<String, DemandPages.Demand> answered) {
        return id == null ? null : answered.get(id);
    }
}
