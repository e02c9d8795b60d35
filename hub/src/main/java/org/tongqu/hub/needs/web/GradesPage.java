package org.tongqu.hub.needs.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.needs.GradeRules;
import org.tongqu.hub.needs.Gradebook;
import org.tongqu.hub.needs.Measure;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.Toast;

/** 评级规则: read, tried on past needs at an address of its own, put in force; and one need's grade given by a person. */
@Controller
class GradesPage {
    private static final String HERE = "/needs/grades";

    private final Gradebook gradebook;
    private final MessageSource words;

    GradesPage(Gradebook gradebook, MessageSource words) {
        this.gradebook = gradebook;
        this.words = words;
    }

    @GetMapping(HERE)
    String rules(Sender sender, Model model) {
        List<GradeRules> versions = gradebook.versions(sender);
        return shown(sender, model, versions, versions.getFirst().rules());
    }

    /** Each measure under three names: itself for its value, with {@code .grade} and, where it is on, with {@code .on}. */
    @GetMapping(HERE + "/trial")
    String tried(Sender sender, @RequestParam Map<String, String> said, Model model, Locale locale) {
        List<GradeRules.Rule> wanted = wanted(said);
        Gradebook.Trial trial = gradebook.tried(sender, wanted);
        trial.wrong()
                .ifPresentOrElse(
                        wrong -> model.addAttribute("refused", in(locale, wrong)),
                        () -> model.addAttribute("trial", trial));
        return shown(sender, model, gradebook.versions(sender), wanted);
    }

    private String shown(Sender sender, Model model, List<GradeRules> versions, List<GradeRules.Rule> drafted) {
        Map<String, GradeRules.Rule> draft = new LinkedHashMap<>();
        for (Measure measure : Measure.values()) {
            draft.put(measure.name(), new GradeRules.Rule(measure, "", "B", false));
        }
        drafted.forEach(rule -> draft.put(rule.measure().name(), rule));
        model.addAttribute("versions", versions)
                .addAttribute("draft", draft.values())
                .addAttribute("mayEdit", gradebook.mayEdit(sender));
        return "needs/grades";
    }

    @PostMapping(HERE)
    String change(
            Sender sender,
            @RequestParam Map<String, String> said,
            @RequestParam(defaultValue = "") String why,
            RedirectAttributes next,
            Locale locale) {
        return after(gradebook.change(sender, wanted(said), why), HERE, "grades.changed", next, locale);
    }

    @PostMapping("/needs/{id}/grade")
    String regrade(
            Sender sender,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String grade,
            @RequestParam(defaultValue = "") String why,
            RedirectAttributes next,
            Locale locale) {
        String need = Asked.id(id);
        return after(
                gradebook.regrade(sender, need, grade, why), "/needs/" + need, "grades.given", next, locale, grade);
    }

    private static List<GradeRules.Rule> wanted(Map<String, String> said) {
        return Arrays.stream(Measure.values())
                .filter(measure -> said.containsKey(measure + ".grade"))
                .map(measure -> new GradeRules.Rule(
                        measure,
                        said.getOrDefault(measure.name(), "").strip(),
                        said.getOrDefault(measure + ".grade", ""),
                        said.containsKey(measure + ".on")))
                .toList();
    }

    private String after(
            Optional<Refusal> wrong,
            String where,
            String done,
            RedirectAttributes next,
            Locale locale,
            Object... filledIn) {
        if (wrong.isPresent()) {
            next.addFlashAttribute("refused", in(locale, wrong.get()));
        } else {
            next.addFlashAttribute(Toast.NAME, new Toast(words.getMessage(done, filledIn, locale), null));
        }
        return "redirect:" + where;
    }

    private static String in(Locale locale, Refusal refusal) {
        return locale.getLanguage().equals("zh") ? refusal.zh() : refusal.en();
    }
}
