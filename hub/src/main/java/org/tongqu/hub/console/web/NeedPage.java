package org.tongqu.hub.console.web;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.coverage.CoveragePages;
import org.tongqu.hub.customers.CustomersPages;
import org.tongqu.hub.demand.DemandPages;
import org.tongqu.hub.dispatch.DispatchPages;
import org.tongqu.hub.needs.Gradebook;
import org.tongqu.hub.needs.NeedsPages;
import org.tongqu.hub.platform.Problem;

/** 一条需求和它的路: who it waits for, what each factory said, who is sent to help, what the customer wants. */
@Controller
class NeedPage {
    private static final String LIST = "/needs";

    private final DemandPages demands;
    private final CustomersPages customers;
    private final NeedsPages needs;
    private final NeedTurnkeys turnkeys;
    private final Gradebook gradebook;
    private final CoveragePages coverage;
    private final DispatchPages dispatches;

    NeedPage(
            DemandPages demands,
            CustomersPages customers,
            NeedsPages needs,
            NeedTurnkeys turnkeys,
            Gradebook gradebook,
            CoveragePages coverage,
            DispatchPages dispatches) {
        this.demands = demands;
        this.customers = customers;
        this.needs = needs;
        this.turnkeys = turnkeys;
        this.gradebook = gradebook;
        this.coverage = coverage;
        this.dispatches = dispatches;
    }

    @GetMapping("/needs/{id}")
    String need(
            Sender sender,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String in,
            Model model,
            @ModelAttribute(name = "say", binding = false) Say say,
            @ModelAttribute(name = "names", binding = false) Names names) {
        DemandPages.Road road =
                demands.road(sender, id).orElseThrow(() -> Problem.notFound().said());
        String record = road.need().sourceRecordId();
        CustomersPages.Named customer =
                customers.namesOf(sender, List.of(record)).get(record);
        model.addAttribute("page", NeedStory.of(road, customer, say, names))
                .addAttribute("gradings", gradebook.mayRead(sender) ? gradebook.gradings(sender, id) : List.of())
                .addAttribute("mayRegrade", gradebook.mayRegrade(sender))
                .addAttribute("alsoOwners", coverage.alsoOwners(sender, id))
                .addAttribute(
                        "team", NeedTeam.of(dispatches, sender, id, road.need().state()))
                .addAttribute("turnkey", turnkeys.of(sender, road, names))
                .addAttribute("beside", beside(sender, id, Beside.list(in, LIST)));
        return "console/need";
    }

    private @Nullable Beside beside(Sender sender, String id, @Nullable String list) {
        if (list == null) {
            return null;
        }
        UnaryOperator<@Nullable String> filters = Beside.filtersOf(list);
        NeedsPages.Sought sought =
                NeedsListPage.sought(filters.apply("state"), filters.apply("grade"), filters.apply("region"));
        return Beside.of(list, LIST, needs.around(sender, sought, id));
    }
}
