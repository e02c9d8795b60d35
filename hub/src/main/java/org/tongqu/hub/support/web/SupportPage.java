package org.tongqu.hub.support.web;

import java.util.Locale;
import java.util.Objects;
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
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.Toast;
import org.tongqu.hub.platform.Window;
import org.tongqu.hub.support.Support;
import org.tongqu.hub.support.SupportPages;

/** 扶植措施: over all agents in sight, and entered there or on an agent's own page, to which it then leads back. */
@Controller
@RequestMapping("/agent-support")
class SupportPage {
    private final Support support;
    private final SupportPages pages;
    private final MessageSource words;

    SupportPage(Support support, SupportPages pages, MessageSource words) {
        this.support = support;
        this.pages = pages;
        this.words = words;
    }

    @GetMapping
    String list(
            Sender sender,
            @RequestParam(required = false) @Nullable String agent,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        SupportPages.Sought sought = SupportPages.Sought.of(agent, kind);
        model.addAttribute("found", pages.list(sender, sought, Window.ofNumbers(null, after)))
                .addAttribute("standing", pages.standing(sender, sought))
                .addAttribute("sought", sought)
                .addAttribute("after", after)
                .addAttribute("mayLog", pages.mayLog(sender))
                .addAttribute("agents", pages.agents(sender))
                .addAttribute("people", pages.people(sender))
                .addAttribute("kinds", SupportPages.KINDS)
                .addAttribute("formNo", pages.newForm());
        return "support/list";
    }

    @PostMapping
    String log(
            Sender sender,
            SupportApi.LogAsked asked,
            @RequestParam(required = false) @Nullable String back,
            RedirectAttributes next,
            Locale locale) {
        Refusal wrong = asked.unreadable()
                .orElseGet(() -> support.log(sender, asked.wanted()).refusal());
        if (wrong == null) {
            return then(next, Optional.empty(), "support.logged", back, locale);
        }
        next.addFlashAttribute("entered", Entered.refused(asked, wrong, said(wrong, locale)));
        return at(back) + "#log";
    }

    @PostMapping("/{id}/withdraw")
    String withdraw(
            Sender sender,
            @PathVariable String id,
            SupportApi.WithdrawAsked asked,
            @RequestParam(required = false) @Nullable String back,
            RedirectAttributes next,
            Locale locale) {
        Optional<Refusal> wrong = support.withdraw(sender, Asked.id(id), Objects.requireNonNullElse(asked.why(), ""));
        return then(next, wrong, "support.withdrawn", back, locale);
    }

    /** @param back code of the agent whose page the form stood on; absent for the list */
    private String then(
            RedirectAttributes next, Optional<Refusal> wrong, String word, @Nullable String back, Locale locale) {
        wrong.ifPresentOrElse(
                refusal -> next.addFlashAttribute("refused", said(refusal, locale)),
                () -> next.addFlashAttribute(Toast.NAME, new Toast(words.getMessage(word, null, locale), null)));
        return at(back);
    }

    private static String at(@Nullable String back) {
        return back == null || back.isBlank() ? "redirect:/agent-support" : "redirect:/agents/" + Asked.id(back);
    }

    private static String said(Refusal refusal, Locale locale) {
        return locale.getLanguage().equals("zh") ? refusal.zh() : refusal.en();
    }

    /**
     * A form as it comes back.
     *
     * @param field that is wrong
     * @param formNo absent where it needs another
     */
    record Entered(
            SupportApi.LogAsked asked,
            String field,
            String says,
            @Nullable String formNo) {
        static Entered refused(SupportApi.LogAsked asked, Refusal wrong, String says) {
            String field = wrong.pointer().substring(1);
            return new Entered(asked, field, says, field.equals("formNo") ? null : asked.formNo());
        }

        /** Why this field is wrong, absent where it is not. */
        public @Nullable String wrong(String name) {
            return field.equals(name) ? says : null;
        }
    }
}
