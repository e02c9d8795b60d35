package org.tongqu.hub.console.web;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.customers.CustomersPages;
import org.tongqu.hub.demand.DemandPages;
import org.tongqu.hub.platform.Problem;

/** 一条需求和它的路: who it waits for, what each factory said, what the customer wants. */
@Controller
class NeedPage {
    private final DemandPages demands;
    private final CustomersPages customers;

    NeedPage(DemandPages demands, CustomersPages customers) {
        this.demands = demands;
        this.customers = customers;
    }

    @GetMapping("/needs/{id}")
    String need(
            Sender sender,
            @PathVariable String id,
            Model model,
            @ModelAttribute(name = "say", binding = false) Say say,
            @ModelAttribute(name = "names", binding = false) Names names) {
        DemandPages.Road road =
                demands.road(sender, id).orElseThrow(() -> Problem.notFound().said());
        String record = road.need().sourceRecordId();
        CustomersPages.Named customer =
                customers.namesOf(sender, List.of(record)).get(record);
        model.addAttribute("page", NeedStory.of(road, customer, say, names));
        return "console/need";
    }
}
