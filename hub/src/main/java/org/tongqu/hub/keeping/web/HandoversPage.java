package org.tongqu.hub.keeping.web;

import java.util.ArrayList;
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
import org.springframework.web.util.UriComponentsBuilder;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.keeping.Handovers;
import org.tongqu.hub.keeping.KeepingPages;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.Problem;
import org.tongqu.hub.platform.Toast;
import org.tongqu.hub.platform.Window;

/** 客户交接: who hands what to whom, what it lacks, and the receiver's signature. */
@Controller
@RequestMapping("/handovers")
class HandoversPage {
    private static final String REGION = "region.";

    private final KeepingPages pages;
    private final Handovers handovers;
    private final MessageSource words;

    HandoversPage(KeepingPages pages, Handovers handovers, MessageSource words) {
        this.pages = pages;
        this.handovers = handovers;
        this.words = words;
    }

    @GetMapping
    String list(Sender sender, @RequestParam(required = false) @Nullable String after, Model model) {
        model.addAttribute("found", pages.handovers(sender, Window.ofNumbers(null, after)))
                .addAttribute("after", after)
                .addAttribute("leavers", pages.mayHandOver(sender) ? pages.names(sender) : Map.of());
        return "keeping/handovers";
    }

    @GetMapping("/new")
    String outlook(Sender sender, @RequestParam String leaver, Model model) {
        model.addAttribute("page", pages.outlook(sender, leaver));
        return "keeping/handover-new";
    }

    @PostMapping
    String make(
            Sender sender,
            @RequestParam String leaver,
            @RequestParam Map<String, String> given,
            @RequestParam(required = false) @Nullable List<String> pick,
            RedirectAttributes next,
            Locale locale) {
        Handovers.Answer answer =
                handovers.make(sender, new Handovers.Wanted(leaver, rules(given, pick == null ? List.of() : pick)));
        Refusal refusal = answer.refusal();
        if (refusal != null) {
            return told(next, refusal, locale, "/handovers/new?leaver=" + encoded(leaver));
        }
        next.addFlashAttribute(
                Toast.NAME, new Toast(say("handover.made", locale), "/handovers/" + answer.id() + "/undo"));
        return "redirect:/handovers/" + answer.id();
    }

    /** A chosen list first, then regions, then whoever takes the rest; what was left empty is no rule. */
    private static List<Handovers.Rule> rules(Map<String, String> given, List<String> picked) {
        List<Handovers.Rule> rules = new ArrayList<>();
        String chosen = given.getOrDefault("chosen", "");
        if (!chosen.isEmpty() && !picked.isEmpty()) {
            rules.add(new Handovers.Rule(chosen, null, picked));
        }
        given.forEach((name, receiver) -> {
            if (name.startsWith(REGION) && !receiver.isEmpty()) {
                rules.add(new Handovers.Rule(receiver, name.substring(REGION.length()), List.of()));
            }
        });
        String rest = given.getOrDefault("rest", "");
        if (!rest.isEmpty()) {
            rules.add(new Handovers.Rule(rest, null, List.of()));
        }
        return rules;
    }

    @GetMapping("/{id}")
    String one(Sender sender, @PathVariable String id, Model model) {
        model.addAttribute(
                "page",
                pages.handover(sender, Asked.id(id))
                        .orElseThrow(() -> Problem.notFound().said()));
        return "keeping/handover";
    }

    @PostMapping("/{id}/sign")
    String sign(
            Sender sender,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String name,
            RedirectAttributes next,
            Locale locale) {
        return done(next, handovers.sign(sender, Asked.id(id), name), "handover.signed", locale, "/handovers/" + id);
    }

    @PostMapping("/{id}/undo")
    String undo(Sender sender, @PathVariable String id, RedirectAttributes next, Locale locale) {
        return done(next, handovers.undo(sender, Asked.id(id)), "handover.undone", locale, "/handovers/" + id);
    }

    private String done(RedirectAttributes next, Optional<Refusal> wrong, String word, Locale locale, String where) {
        if (wrong.isPresent()) {
            return told(next, wrong.get(), locale, where);
        }
        next.addFlashAttribute(Toast.NAME, new Toast(say(word, locale), null));
        return "redirect:" + where;
    }

    private static String told(RedirectAttributes next, Refusal refusal, Locale locale, String where) {
        boolean chinese = locale.getLanguage().equals("zh");
        next.addFlashAttribute("refused", chinese ? refusal.zh() : refusal.en());
        return "redirect:" + where;
    }

    private String say(String word, Locale locale) {
        return words.getMessage(word, null, locale);
    }

    private static String encoded(String login) {
        return UriComponentsBuilder.fromPath("{login}")
                .encode()
                .buildAndExpand(login)
                .toUriString();
    }
}
