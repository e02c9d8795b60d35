package org.tongqu.hub.demand.web;

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
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.demand.AgentNeeds;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.Toast;
import org.tongqu.hub.platform.Window;

/** 客户需求: what an agent's customers need, where the factory stands with it, and a word from the agent. */
@Controller
@RequestMapping("/agent-needs")
class AgentNeedsPage {
    private final AgentNeeds needs;
    private final MessageSource words;

    AgentNeedsPage(AgentNeeds needs, MessageSource words) {
        this.needs = needs;
        this.words = words;
    }

    @GetMapping
    String needs(Sender sender, @RequestParam(required = false) @Nullable String after, Model model) {
        model.addAttribute("needs", needs.list(sender, Window.ofIds(null, after)))
                .addAttribute("after", after);
        return "demand/agent-needs";
    }

    @PostMapping("/{id}/words")
    String say(
            Sender sender,
            @PathVariable String id,
            @RequestParam(name = "words", defaultValue = "") String said,
            RedirectAttributes next,
            Locale locale) {
        Refusal wrong = needs.say(sender, Asked.id(id), said).orElse(null);
        if (wrong == null) {
            next.addFlashAttribute(Toast.NAME, new Toast(words.getMessage("served.said", null, locale), null));
        } else {
            next.addFlashAttribute("refused", locale.getLanguage().equals("zh") ? wrong.zh() : wrong.en());
        }
        return "redirect:/agent-needs";
    }
}
