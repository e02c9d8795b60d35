package org.tongqu.hub.reconciliation.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.Problem;
import org.tongqu.hub.platform.Window;
import org.tongqu.hub.reconciliation.Discrepancies;
import org.tongqu.hub.reconciliation.ReconciliationPages;

/** 对账: differences under filters, and one of them with all that it rests on. */
@Controller
@RequestMapping("/reconciliation")
class DeskPage {
    private final Discrepancies discrepancies;
    private final ReconciliationPages pages;

    DeskPage(Discrepancies discrepancies, ReconciliationPages pages) {
        this.discrepancies = discrepancies;
        this.pages = pages;
    }

    @GetMapping
    String desk(
            Sender sender,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String agent,
            @RequestParam(required = false) @Nullable String reading,
            @RequestParam(required = false) @Nullable String mine,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        boolean own = Asked.flag("mine", mine);
        Discrepancies.Sought sought = ReconciliationPages.sought(state, agent, reading, own ? sender.login() : null);
        Discrepancies.State stands = sought.state();
        model.addAttribute(
                "desk",
                new Desk(
                        discrepancies.counts(sender),
                        pages.agents(sender),
                        stands == null ? ReconciliationPages.ALL : stands.name(),
                        sought.agent(),
                        Asked.word("reading", reading),
                        own,
                        after,
                        pages.list(sender, sought, Window.ofNumbers(null, after))));
        return "reconciliation/desk";
    }

    @GetMapping("/{id}")
    String one(Sender sender, @PathVariable String id, Model model) {
        ReconciliationPages.Page page = pages.page(sender, Asked.id(id))
                .orElseThrow(() -> Problem.notFound().said());
        model.addAttribute("page", page)
                .addAttribute(
                        "next",
                        discrepancies.next(sender, page.row().line().number()).orElse(null));
        return "reconciliation/case";
    }
}
