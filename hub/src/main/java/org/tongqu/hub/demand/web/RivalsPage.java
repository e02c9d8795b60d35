package org.tongqu.hub.demand.web;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.customers.CustomersPages;
import org.tongqu.hub.demand.RivalSlices;
import org.tongqu.hub.partners.Partners;
import org.tongqu.hub.platform.Slice;
import org.tongqu.hub.platform.Window;
import org.tongqu.hub.visits.Rivals;

/** 竞争情报: for the house by class and region down to the visit, for a factory its own classes. */
@Controller
class RivalsPage {
    private final Rivals rivals;
    private final RivalSlices slices;
    private final CustomersPages customers;
    private final Partners partners;

    RivalsPage(Rivals rivals, RivalSlices slices, CustomersPages customers, Partners partners) {
        this.rivals = rivals;
        this.slices = slices;
        this.customers = customers;
        this.partners = partners;
    }

    @GetMapping("/rivals")
    String rivals(
            Sender sender,
            @RequestParam(required = false) @Nullable String productClass,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        if (sender.role() == Sender.Role.FACTORY) {
            model.addAttribute("mine", slices.of(sender));
            return "demand/rivals-mine";
        }
        Rivals.Sought sought = RivalsApi.sought(productClass, region);
        Slice<Rivals.Fact> found = rivals.facts(sender, sought, Window.ofNumbers(null, after));
        model.addAttribute("sought", sought)
                .addAttribute("lines", rivals.report(sender, sought))
                .addAttribute("found", found)
                .addAttribute("after", after)
                .addAttribute("classes", partners.classes())
                .addAttribute(
                        "customers",
                        customers.namesOf(
                                sender,
                                found.items().stream()
                                        .map(Rivals.Fact::sourceRecordId)
                                        .collect(Collectors.toSet())));
        return "demand/rivals";
    }
}
