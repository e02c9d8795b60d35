package org.tongqu.hub.console.web;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.journal.ManyParked;
import org.tongqu.hub.journal.ParkedBook;
import org.tongqu.hub.platform.Act;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.Policy;
import org.tongqu.hub.platform.Problem;

/** 批量重发: asked once more with the count, then a page of its own that says how far it is; the hub goes on without it. */
@Controller
@RequestMapping("/parked/many")
class ManyParkedPage {
    private final ParkedBook pages;
    private final ManyParked many;
    private final Policy policy;

    ManyParkedPage(ParkedBook pages, ManyParked many, Policy policy) {
        this.pages = pages;
        this.many = many;
        this.policy = policy;
    }

    @GetMapping
    String confirm(
            Sender sender,
            @ModelAttribute("filter") ParkedFilter filter,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(defaultValue = "") List<String> id,
            Model model) {
        policy.require(sender, Act.RESEND_MESSAGE);
        model.addAttribute("many", meant(sender, filter, all, id));
        return "console/parked-many";
    }

    /** What is meant is found anew, so that what was settled since the question was asked is not touched. */
    @PostMapping
    String begin(
            Sender sender,
            @ModelAttribute("filter") ParkedFilter filter,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(defaultValue = "") List<String> id) {
        List<String> ids = meant(sender, filter, all, id).ids();
        return ids.isEmpty() ? "redirect:/parked" : "redirect:/parked/many/" + many.begin(sender, ids);
    }

    private ManyConfirmed meant(Sender sender, ParkedFilter filter, boolean all, List<String> picked) {
        List<String> ids = all
                ? pages.ids(sender, filter.sought())
                : picked.stream().map(Asked::id).toList();
        return ManyConfirmed.of(filter, all, ids);
    }

    @GetMapping("/{id}")
    String work(Sender sender, @PathVariable String id, Model model) {
        Menu.PARKED.require(sender);
        model.addAttribute(
                "work",
                many.find(sender, Asked.id(id))
                        .orElseThrow(() -> Problem.notFound().said()));
        return "console/parked-work";
    }
}
