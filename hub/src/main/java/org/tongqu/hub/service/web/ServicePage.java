package org.tongqu.hub.service.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.dispatch.Technicians;
import org.tongqu.hub.keeping.KeepingPages;
import org.tongqu.hub.people.People;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.Problem;
import org.tongqu.hub.platform.Window;
import org.tongqu.hub.service.Actions;
import org.tongqu.hub.service.ServicePages;

/** 服务: cases, one case with its steps, due maintenance, next best actions and their rules. */
@Controller
class ServicePage {
    private final ServicePages pages;
    private final Actions actions;
    private final Technicians technicians;
    private final KeepingPages keeping;
    private final People people;

    ServicePage(ServicePages pages, Actions actions, Technicians technicians, KeepingPages keeping, People people) {
        this.pages = pages;
        this.actions = actions;
        this.technicians = technicians;
        this.keeping = keeping;
        this.people = people;
    }

    @GetMapping("/service")
    String cases(
            Sender sender,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        model.addAttribute(
                        "found",
                        pages.cases(
                                sender,
                                ServicePages.state(state),
                                Asked.word("region", region),
                                Window.ofNumbers(null, after)))
                .addAttribute("figures", pages.figures(sender))
                .addAttribute("states", ServicePages.STATES)
                .addAttribute("state", Asked.word("state", state))
                .addAttribute("region", Asked.word("region", region))
                .addAttribute("regions", people.regions())
                .addAttribute("after", after);
        return "service/cases";
    }

    @GetMapping("/service/{id:[0-9a-f-]{36}}")
    String one(Sender sender, @PathVariable String id, Model model) {
        ServicePages.CaseWhole whole = pages.find(sender, Asked.id(id))
                .orElseThrow(() -> Problem.notFound().said());
        model.addAttribute("whole", whole)
                .addAttribute("line", whole.line())
                .addAttribute(
                        "people",
                        whole.may().send() && whole.line().goesTo("SENT") ? technicians.all(sender) : List.of());
        return "service/case";
    }

    @GetMapping("/service/maintenance")
    String due(
            Sender sender,
            @RequestParam(required = false) @Nullable String days,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String person,
            Model model) {
        ServicePages.DueAsked asked = ServicePages.DueAsked.of(days, region, person);
        model.addAttribute("machines", pages.due(sender, asked))
                .addAttribute("asked", asked)
                .addAttribute("may", pages.may(sender))
                .addAttribute("regions", people.regions())
                .addAttribute("colleagues", keeping.names(sender));
        return "service/maintenance";
    }

    @GetMapping("/actions")
    String actions(Sender sender, @RequestParam(required = false) @Nullable String person, Model model) {
        String of = Asked.word("person", person);
        model.addAttribute("actions", actions.list(sender, of))
                .addAttribute("person", of)
                .addAttribute("may", pages.may(sender))
                .addAttribute("colleagues", keeping.names(sender));
        return "service/actions";
    }

    @GetMapping("/actions/rules")
    String rules(Sender sender, Model model) {
        model.addAttribute("rules", actions.rules(sender)).addAttribute("mayEdit", actions.mayEditRules(sender));
        return "service/rules";
    }
}
