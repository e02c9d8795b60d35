package org.tongqu.hub.reconciliation.web;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.Problem;
import org.tongqu.hub.reconciliation.ReconciliationPages;
import org.tongqu.hub.reconciliation.Rulebook;

/** 对账规则: what is tolerated, what products are called too, what units count. */
@Controller
@RequestMapping("/reconciliation/rules")
class RulesPage {
    private static final String HERE = "/reconciliation/rules";
    private static final int LONGEST = 9;

    private final Rulebook rulebook;
    private final ReconciliationPages pages;
    private final Told told;

    RulesPage(Rulebook rulebook, ReconciliationPages pages, Told told) {
        this.rulebook = rulebook;
        this.pages = pages;
        this.told = told;
    }

    @GetMapping
    String rules(Sender sender, Model model) {
        model.addAttribute("rules", rulebook.shown(sender))
                .addAttribute("agents", pages.agents(sender))
                .addAttribute("mayEdit", pages.mayEdit(sender));
        return "reconciliation/rules";
    }

    @PostMapping
    String change(
            Sender sender,
            @RequestParam(defaultValue = "") String units,
            @RequestParam(defaultValue = "") String percent,
            @RequestParam(defaultValue = "") String lagDays,
            @RequestParam(defaultValue = "") String graceDays,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String why,
            RedirectAttributes next,
            Locale locale) {
        Rulebook.Tolerances wanted = new Rulebook.Tolerances(
                figure("units", units),
                figure("percent", percent),
                figure("lagDays", lagDays).intValue(),
                figure("graceDays", graceDays).intValue(),
                month(from));
        return after(rulebook.change(sender, wanted, why), "rules.changed", next, locale);
    }

    @PostMapping("/synonyms")
    String alsoCalled(
            Sender sender,
            @RequestParam(defaultValue = "") String said,
            @RequestParam(defaultValue = "") String product,
            RedirectAttributes next,
            Locale locale) {
        return after(rulebook.alsoCalled(sender, said, product), "rules.synonym.added", next, locale);
    }

    @PostMapping("/synonyms/{id}/revoke")
    String calledSoNoMore(Sender sender, @PathVariable String id, RedirectAttributes next, Locale locale) {
        rulebook.calledSoNoMore(sender, Asked.id(id));
        return after(Optional.empty(), "rules.revoked", next, locale);
    }

    @PostMapping("/units")
    String counts(
            Sender sender,
            @RequestParam(defaultValue = "") String agent,
            @RequestParam(defaultValue = "") String product,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String factor,
            RedirectAttributes next,
            Locale locale) {
        return after(
                rulebook.counts(sender, agent, product, unit, figure("factor", factor)),
                "rules.unit.added",
                next,
                locale);
    }

    @PostMapping("/units/{id}/revoke")
    String countsNoMore(Sender sender, @PathVariable String id, RedirectAttributes next, Locale locale) {
        rulebook.countsNoMore(sender, Asked.id(id));
        return after(Optional.empty(), "rules.revoked", next, locale);
    }

    private String after(Optional<Refusal> wrong, String done, RedirectAttributes next, Locale locale) {
        if (wrong.isPresent()) {
            return told.refused(next, wrong.get(), locale, HERE);
        }
        told.done(next, null, locale, done);
        return "redirect:" + HERE;
    }

    static @Nullable YearMonth month(String said) {
        String asked = said.strip();
        if (!asked.isEmpty() && !asked.matches("20[0-9]{2}-(0[1-9]|1[0-2])")) {
            throw Problem.badParameter(
                            "from",
                            "应为年月，例如 2026-10；不填就是所有月份。",
                            "it must be a month such as 2026-10, or nothing for all months.")
                    .said();
        }
        return asked.isEmpty() ? null : YearMonth.parse(asked);
    }

    static BigDecimal figure(String name, String said) {
        String asked = said.strip();
        if (asked.length() > LONGEST || !asked.matches("-?[0-9]+(\\.[0-9]+)?")) {
            throw Problem.badParameter(name, "应为数字，例如 0.5。", "it must be a figure such as 0.5.")
                    .said();
        }
        return new BigDecimal(asked);
    }
}
