package org.tongqu.hub.handbook.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.handbook.FormVersion;
import org.tongqu.hub.handbook.Handbook;
import org.tongqu.hub.handbook.VisitStep;
import org.tongqu.hub.partners.Partners;
import org.tongqu.hub.platform.Problem;
import org.tongqu.hub.platform.Toast;

/** 拜访手册: the forms in force, one of them with its versions, and a new version of it. */
@Controller
@RequestMapping("/handbook")
class HandbookPage {
    private static final int UNPROCESSABLE = 422;

    private final Handbook handbook;
    private final Partners partners;
    private final MessageSource words;

    HandbookPage(Handbook handbook, Partners partners, MessageSource words) {
        this.handbook = handbook;
        this.partners = partners;
        this.words = words;
    }

    @GetMapping
    String all(
            Sender sender, @RequestParam(name = "class", required = false) @Nullable String productClass, Model model) {
        if (productClass != null) {
            return "redirect:/handbook/" + known(productClass);
        }
        List<FormVersion> forms = handbook.today(sender);
        model.addAttribute("forms", forms)
                .addAttribute("mayEdit", handbook.mayEdit(sender))
                .addAttribute(
                        "others",
                        partners.classes().stream()
                                .filter(each -> each.parent() == null)
                                .filter(each -> forms.stream()
                                        .noneMatch(form -> form.productClass().equals(each.code())))
                                .toList());
        return "handbook/all";
    }

    @GetMapping("/{productClass}")
    String one(Sender sender, @PathVariable String productClass, Model model) {
        return shown(sender, known(productClass), null, model);
    }

    @PostMapping("/{productClass}")
    String change(
            Sender sender,
            @PathVariable String productClass,
            @RequestParam Map<String, String> said,
            Model model,
            RedirectAttributes next,
            HttpServletResponse answer,
            Locale locale) {
        String code = known(productClass);
        List<FormVersion.Step> steps = steps(said);
        String why = said.getOrDefault("why", "");
        int was = version(said.getOrDefault("was", ""));
        Optional<Refusal> wrong = handbook.change(sender, code, was, steps, why);
        if (wrong.isPresent()) {
            answer.setStatus(UNPROCESSABLE);
            model.addAttribute(
                            "refused",
                            locale.getLanguage().equals("zh")
                                    ? wrong.get().zh()
                                    : wrong.get().en())
                    .addAttribute("why", why);
            String view = shown(sender, code, steps, model);
            model.addAttribute("was", was);
            return view;
        }
        next.addFlashAttribute(Toast.NAME, new Toast(words.getMessage("handbook.changed", null, locale), null));
        return "redirect:/handbook/" + code;
    }

    /** @param typed what somebody wants instead of the version in force; absent where nothing was typed yet */
    private String shown(Sender sender, String productClass, @Nullable List<FormVersion.Step> typed, Model model) {
        List<FormVersion> versions = handbook.versions(sender, productClass);
        List<FormVersion> start = versions.isEmpty() ? handbook.versions(sender, FormVersion.GENERAL) : versions;
        model.addAttribute("productClass", productClass)
                .addAttribute("versions", versions)
                .addAttribute(
                        "was", versions.isEmpty() ? 0 : versions.getFirst().version())
                .addAttribute("steps", typed == null ? start.getFirst().steps() : typed)
                .addAttribute("mayEdit", handbook.mayEdit(sender));
        return "handbook/one";
    }

    /** Each step under three names: itself with {@code .asked}, {@code .zh} and {@code .en}. */
    private static List<FormVersion.Step> steps(Map<String, String> said) {
        return Arrays.stream(VisitStep.values())
                .map(step -> new FormVersion.Step(
                        step,
                        asked(said.getOrDefault(step + ".asked", "")),
                        said.getOrDefault(step + ".zh", ""),
                        said.getOrDefault(step + ".en", "")))
                .toList();
    }

    static FormVersion.Asked asked(String word) {
        return Arrays.stream(FormVersion.Asked.values())
                .filter(each -> each.name().equals(word))
                .findFirst()
                .orElseThrow(
                        () -> Problem.badParameter("asked", "应为 YES、NO 或 REQUIRED。", "it must be YES, NO or REQUIRED.")
                                .said());
    }

    private static int version(String word) {
        return word.matches("[0-9]{1,6}") ? Integer.parseInt(word) : 0;
    }

    private String known(String productClass) {
        if (!productClass.equals(FormVersion.GENERAL) && !partners.knowsClass(productClass)) {
            throw Problem.notFound().said();
        }
        return productClass;
    }
}
