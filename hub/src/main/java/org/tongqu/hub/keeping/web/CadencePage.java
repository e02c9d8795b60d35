package org.tongqu.hub.keeping.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.keeping.Cadence;
import org.tongqu.hub.keeping.CadenceRules;
import org.tongqu.hub.keeping.KeepingPages;
import org.tongqu.hub.partners.Partners;
import org.tongqu.hub.platform.Toast;
import org.tongqu.hub.platform.Window;

/** 定期拜访: overdue customers and coverage, and the rules they come from. */
@Controller
@RequestMapping("/cadence")
class CadencePage {
    private static final CadenceRules.Rule EMPTY = new CadenceRules.Rule(null, null, null, 0);

    private final Cadence cadence;
    private final CadenceRules rules;
    private final KeepingPages pages;
    private final Partners partners;
    private final MessageSource words;

    CadencePage(Cadence cadence, CadenceRules rules, KeepingPages pages, Partners partners, MessageSource words) {
        this.cadence = cadence;
        this.rules = rules;
        this.pages = pages;
        this.partners = partners;
        this.words = words;
    }

    @GetMapping
    String overdue(
            Sender sender,
            @RequestParam(required = false) @Nullable String person,
            @RequestParam(required = false) @Nullable String branch,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        Cadence.Sought sought = CadenceApi.sought(person, branch);
        Window window = Window.ofNumbers(null, after);
        Cadence.Told told = cadence.told(sender, sought);
        model.addAttribute("sought", sought)
                .addAttribute("found", Cadence.page(told.overdue(), window))
                .addAttribute("coverage", told.coverage())
                .addAttribute("people", pages.names(sender))
                .addAttribute("after", after);
        return "keeping/cadence";
    }

    /** Rules as they stand, with two empty lines for new ones. */
    @GetMapping("/rules")
    String rules(Sender sender, Model model) {
        List<CadenceRules.Rule> lines = new ArrayList<>(rules.today(sender));
        if (rules.mayEdit(sender)) {
            lines.addAll(List.of(EMPTY, EMPTY));
        }
        model.addAttribute("rules", lines)
                .addAttribute("past", rules.past(sender))
                .addAttribute("classes", partners.classes())
                .addAttribute("mayEdit", rules.mayEdit(sender));
        return "keeping/cadence-rules";
    }

    @PostMapping("/rules")
    String change(
            Sender sender,
            @RequestParam List<String> lifeState,
            @RequestParam List<String> productClass,
            @RequestParam List<String> grade,
            @RequestParam List<String> days,
            @RequestParam(defaultValue = "") String why,
            RedirectAttributes next,
            Locale locale) {
        Optional<Refusal> wrong = rules.change(sender, wanted(lifeState, productClass, grade, days), why);
        wrong.ifPresentOrElse(
                refusal -> next.addFlashAttribute(
                        "refused", locale.getLanguage().equals("zh") ? refusal.zh() : refusal.en()),
                () -> next.addFlashAttribute(
                        Toast.NAME, new Toast(words.getMessage("cadence.rules.changed", null, locale), null)));
        return "redirect:/cadence/rules";
    }

    /** A line without days is no rule. */
    private static List<CadenceRules.Rule> wanted(
            List<String> states, List<String> classes, List<String> grades, List<String> days) {
        List<CadenceRules.Rule> wanted = new ArrayList<>();
        for (int n = 0; n < days.size() && n < states.size() && n < classes.size() && n < grades.size(); n++) {
            if (!days.get(n).isBlank()) {
                wanted.add(new CadenceApi.NewRule(
                                states.get(n),
                                classes.get(n),
                                grades.get(n),
                                number(days.get(n).strip()))
                        .asked());
            }
        }
        return wanted;
    }

    private static int number(String days) {
        return days.matches("[0-9]{1,4}") ? Integer.parseInt(days) : 0;
    }
}
