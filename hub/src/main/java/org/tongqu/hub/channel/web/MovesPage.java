package org.tongqu.hub.channel.web;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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
import org.tongqu.hub.channel.AgentMoves;
import org.tongqu.hub.channel.ChannelPages;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.Problem;
import org.tongqu.hub.platform.Toast;

/** 调整签约代理: looked at before, done at once, undone by one press. */
@Controller
class MovesPage {
    private final AgentMoves moves;
    private final ChannelPages pages;
    private final MessageSource words;

    MovesPage(AgentMoves moves, ChannelPages pages, MessageSource words) {
        this.moves = moves;
        this.pages = pages;
        this.words = words;
    }

    /** What the move would come to; the page carries what was chosen on to the act. */
    @PostMapping("/agents/{code}/moves/preview")
    String preview(
            Sender sender,
            @PathVariable String code,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(required = false) @Nullable String productClass,
            @RequestParam(required = false) @Nullable List<String> pick,
            Model model) {
        AgentMoves.Preview preview = moves.preview(sender, wanted(code, to, productClass, pick));
        model.addAttribute("preview", preview).addAttribute("agents", pages.names(sender));
        return "channel/move-new";
    }

    @PostMapping("/agents/{code}/moves")
    String move(
            Sender sender,
            @PathVariable String code,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(required = false) @Nullable String productClass,
            @RequestParam(required = false) @Nullable List<String> pick,
            RedirectAttributes next,
            Locale locale) {
        return done(
                moves.move(sender, wanted(code, to, productClass, pick)), "/agents/" + Asked.id(code), next, locale);
    }

    /** From a customer's own page. */
    @PostMapping("/customers/{id}/agents")
    String enter(
            Sender sender,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(required = false) @Nullable String productClass,
            RedirectAttributes next,
            Locale locale) {
        AgentMoves.Wanted wanted =
                new AgentMoves.Wanted(null, to.strip(), List.of(Asked.id(id)), AgentsApi.word(productClass));
        return done(moves.move(sender, wanted), "/customers/" + Asked.id(id), next, locale);
    }

    private static AgentMoves.Wanted wanted(
            String code, String to, @Nullable String productClass, @Nullable List<String> pick) {
        return new AgentMoves.Wanted(
                Asked.id(code),
                to.strip(),
                pick == null ? List.of() : pick.stream().map(Asked::id).toList(),
                AgentsApi.word(productClass));
    }

    private String done(AgentMoves.Answer answer, String back, RedirectAttributes next, Locale locale) {
        Refusal refusal = answer.refusal();
        if (refusal != null) {
            next.addFlashAttribute("refused", AgentsPage.said(refusal, locale));
            return "redirect:" + back;
        }
        String id = Objects.requireNonNull(answer.id());
        next.addFlashAttribute(
                Toast.NAME,
                new Toast(words.getMessage("agent.move.made", null, locale), "/agent-moves/" + id + "/undo"));
        return "redirect:" + (back.startsWith("/customers/") ? back : "/agent-moves/" + id);
    }

    @GetMapping("/agent-moves/{id}")
    String one(Sender sender, @PathVariable String id, Model model) {
        model.addAttribute(
                        "move",
                        pages.move(sender, Asked.id(id))
                                .orElseThrow(() -> Problem.notFound().said()))
                .addAttribute("mayMove", pages.mayMove(sender));
        return "channel/move";
    }

    @PostMapping("/agent-moves/{id}/undo")
    String undo(Sender sender, @PathVariable String id, RedirectAttributes next, Locale locale) {
        AgentMoves.Undone undone = moves.undo(sender, Asked.id(id));
        Refusal refusal = undone.refusal();
        if (refusal != null) {
            next.addFlashAttribute("refused", AgentsPage.said(refusal, locale));
        } else {
            Object[] figures = {undone.back(), undone.stayed()};
            String word = undone.stayed() == 0 ? "agent.move.undone" : "agent.move.undone.partly";
            next.addFlashAttribute(Toast.NAME, new Toast(words.getMessage(word, figures, locale), null));
        }
        return "redirect:/agent-moves/" + Asked.id(id);
    }
}
