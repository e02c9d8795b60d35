package org.tongqu.hub.keeping.web;

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
import org.springframework.web.util.UriComponentsBuilder;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.keeping.Conflicts;
import org.tongqu.hub.keeping.Lookups;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.Problem;
import org.tongqu.hub.platform.Toast;

/** 客户冲突: who else holds one's customer, and what was decided. */
@Controller
@RequestMapping("/conflicts")
class ConflictsPage {
    private final Conflicts conflicts;
    private final MessageSource words;

    ConflictsPage(Conflicts conflicts, MessageSource words) {
        this.conflicts = conflicts;
        this.words = words;
    }

    @GetMapping
    String list(Sender sender, Model model) {
        model.addAttribute("found", conflicts.list(sender))
                .addAttribute("today", conflicts.today())
                .addAttribute("quiet", conflicts.riseAfterDays());
        return "keeping/conflicts";
    }

    @GetMapping("/{id}")
    String one(Sender sender, @PathVariable String id, Model model) {
        model.addAttribute(
                        "page",
                        conflicts
                                .find(sender, Asked.id(id))
                                .orElseThrow(() -> Problem.notFound().said()))
                .addAttribute("today", conflicts.today())
                .addAttribute("quiet", conflicts.riseAfterDays());
        return "keeping/conflict";
    }

    @PostMapping
    String open(
            Sender sender,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "") String province,
            @RequestParam(defaultValue = "0") int line,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(defaultValue = "") String why,
            RedirectAttributes next,
            Locale locale) {
        Lookups.Question question = LookupApi.question(name, phone, province);
        String held = region == null || region.isEmpty() ? null : region;
        Conflicts.Opened opened = conflicts.open(sender, question, line, held, why);
        Refusal refusal = opened.refusal();
        if (refusal != null) {
            return told(next, refusal, locale, back(question));
        }
        next.addFlashAttribute(Toast.NAME, new Toast(say("clash.opened", locale), null));
        return "redirect:/conflicts/" + opened.id();
    }

    private static String back(Lookups.Question question) {
        return UriComponentsBuilder.fromPath("/lookup")
                .queryParam("name", "{name}")
                .queryParam("phone", "{phone}")
                .queryParam("province", "{province}")
                .encode()
                .buildAndExpand(question.name(), question.phone(), question.province())
                .toUriString();
    }

    @PostMapping("/{id}/decide")
    String decide(
            Sender sender,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String winner,
            @RequestParam(defaultValue = "") String why,
            RedirectAttributes next,
            Locale locale) {
        Optional<Refusal> wrong = conflicts.decide(sender, Asked.id(id), winner, why);
        return done(next, wrong, new Toast(say("clash.decided", locale), undo(id)), locale, id);
    }

    @PostMapping("/{id}/take-back")
    String takeBack(Sender sender, @PathVariable String id, RedirectAttributes next, Locale locale) {
        Optional<Refusal> wrong = conflicts.takeBack(sender, Asked.id(id));
        return done(next, wrong, new Toast(say("clash.taken.back", locale), null), locale, id);
    }

    private static String undo(String id) {
        return "/conflicts/" + id + "/take-back";
    }

    private static String done(
            RedirectAttributes next, Optional<Refusal> wrong, Toast toast, Locale locale, String id) {
        if (wrong.isPresent()) {
            return told(next, wrong.get(), locale, "/conflicts/" + id);
        }
        next.addFlashAttribute(Toast.NAME, toast);
        return "redirect:/conflicts/" + id;
    }

    private static String told(RedirectAttributes next, Refusal refusal, Locale locale, String where) {
        next.addFlashAttribute("refused", locale.getLanguage().equals("zh") ? refusal.zh() : refusal.en());
        return "redirect:" + where;
    }

    private String say(String word, Locale locale) {
        return words.getMessage(word, null, locale);
    }
}
