package org.tongqu.hub.coverage.web;

import java.util.Locale;
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
import org.tongqu.hub.coverage.Coverage;
import org.tongqu.hub.coverage.CoveragePages;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.Toast;

/** 覆盖矩阵: who is there for what, who is away, and what was given to the reader. */
@Controller
@RequestMapping("/coverage")
class CoveragePage {
    private static final String HERE = "/coverage";

    private final Coverage coverage;
    private final CoveragePages pages;
    private final MessageSource words;

    CoveragePage(Coverage coverage, CoveragePages pages, MessageSource words) {
        this.coverage = coverage;
        this.pages = pages;
        this.words = words;
    }

    @GetMapping
    String matrix(Sender sender, @RequestParam(required = false) @Nullable String day, Model model) {
        model.addAttribute("matrix", pages.matrix(sender, CoverageApi.day(day)))
                .addAttribute("given", pages.given(sender))
                .addAttribute("assignable", pages.assignableClasses())
                .addAttribute("people", pages.assignable(sender));
        return "coverage/matrix";
    }

    @PostMapping("/assignments")
    String assign(Sender sender, CoverageApi.Assigned asked, RedirectAttributes next, Locale locale) {
        return then(
                next,
                Optional.ofNullable(coverage.assign(sender, asked.wanted()).refusal()),
                locale);
    }

    @PostMapping("/assignments/{id}/end")
    String end(Sender sender, @PathVariable String id, RedirectAttributes next, Locale locale) {
        return then(next, coverage.end(sender, Asked.id(id)), locale);
    }

    @PostMapping("/absences")
    String away(Sender sender, CoverageApi.Away asked, RedirectAttributes next, Locale locale) {
        return then(
                next, Optional.ofNullable(coverage.away(sender, asked.wanted()).refusal()), locale);
    }

    @PostMapping("/absences/{id}/take-back")
    String back(Sender sender, @PathVariable String id, RedirectAttributes next, Locale locale) {
        return then(next, coverage.back(sender, Asked.id(id)), locale);
    }

    private String then(RedirectAttributes next, Optional<Refusal> wrong, Locale locale) {
        wrong.ifPresentOrElse(
                refusal -> next.addFlashAttribute(
                        "refused", locale.getLanguage().equals("zh") ? refusal.zh() : refusal.en()),
                () -> next.addFlashAttribute(
                        Toast.NAME, new Toast(words.getMessage("coverage.saved", null, locale), null)));
        return "redirect:" + HERE;
    }
}
