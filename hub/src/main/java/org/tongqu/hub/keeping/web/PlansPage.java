package org.tongqu.hub.keeping.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.keeping.KeepingPages;
import org.tongqu.hub.keeping.VisitPlans;
import org.tongqu.hub.platform.Act;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.Policy;
import org.tongqu.hub.platform.Problem;
import org.tongqu.hub.platform.Toast;

/** 拜访计划: one's own open plans, the nearest day first. */
@Controller
@RequestMapping("/plans")
class PlansPage {
    private final VisitPlans plans;
    private final KeepingPages pages;
    private final Policy policy;
    private final MessageSource words;

    PlansPage(VisitPlans plans, KeepingPages pages, Policy policy, MessageSource words) {
        this.plans = plans;
        this.pages = pages;
        this.policy = policy;
        this.words = words;
    }

    @GetMapping
    String list(Sender sender, Model model) {
        policy.require(sender, Act.PLAN_VISIT);
        model.addAttribute("plans", pages.plans(sender)).addAttribute("today", plans.today());
        return "keeping/plans";
    }

    @PostMapping
    String add(
            Sender sender,
            @RequestParam String customer,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(required = false) @Nullable String person,
            RedirectAttributes next,
            Locale locale) {
        VisitPlans.Wanted wanted = new VisitPlans.Wanted(
                Asked.id(customer), person == null || person.isBlank() ? null : person, day(day), purpose);
        String says = plans.add(sender, wanted)
                .map(wrong -> locale.getLanguage().equals("zh") ? wrong.zh() : wrong.en())
                .orElseGet(() -> words.getMessage("plan.kept", null, locale));
        next.addFlashAttribute(Toast.NAME, new Toast(says, null));
        return "redirect:/customers/" + customer + "#plans";
    }

    static LocalDate day(String day) {
        try {
            return LocalDate.parse(day);
        } catch (DateTimeException unreadable) {
            throw Problem.badParameter("day", "日期应写成 2026-12-03。", "write the day as 2026-12-03.")
                    .said();
        }
    }

    @PostMapping("/{id}/{how:done|drop|reopen}")
    String settle(
            Sender sender,
            @PathVariable String id,
            @PathVariable String how,
            @RequestParam(defaultValue = "DONE") String was,
            RedirectAttributes next,
            Locale locale) {
        String to = how.equals("done") ? "DONE" : how.equals("drop") ? "DROPPED" : "OPEN";
        String from = to.equals("OPEN") ? (was.equals("DROPPED") ? "DROPPED" : "DONE") : "OPEN";
        boolean done = plans.settle(sender, Asked.id(id), from, to);
        next.addFlashAttribute(
                Toast.NAME,
                new Toast(
                        words.getMessage("plan.settled." + to, null, locale),
                        done && !to.equals("OPEN") ? "/plans/" + id + "/reopen?was=" + to : null));
        return "redirect:/plans";
    }
}
