package org.tongqu.hub.keeping.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.keeping.Briefs;
import org.tongqu.hub.keeping.VisitPlans;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.Problem;

/** 拜访前简报: one page to print or to read on the way. */
@Controller
class BriefPage {
    private final Briefs briefs;
    private final VisitPlans plans;

    BriefPage(Briefs briefs, VisitPlans plans) {
        this.briefs = briefs;
        this.plans = plans;
    }

    @GetMapping("/customers/{id}/brief")
    String brief(Sender sender, @PathVariable String id, Model model) {
        model.addAttribute(
                        "brief",
                        briefs.of(sender, Asked.id(id))
                                .orElseThrow(() -> Problem.notFound().said()))
                .addAttribute("today", plans.today());
        return "keeping/brief";
    }
}
