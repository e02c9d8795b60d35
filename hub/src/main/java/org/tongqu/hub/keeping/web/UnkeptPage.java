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
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.keeping.Cadence;
import org.tongqu.hub.keeping.Unkept;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.Toast;
import org.tongqu.hub.platform.Window;

/** 无人负责的客户: who they are, who covers them, and the press that gives one away. */
@Controller
@RequestMapping("/cadence/unkept")
class UnkeptPage {
    private final Unkept unkept;
    private final MessageSource words;

    UnkeptPage(Unkept unkept, MessageSource words) {
        this.unkept = unkept;
        this.words = words;
    }

    @GetMapping
    String unkept(Sender sender, @RequestParam(required = false) @Nullable String after, Model model) {
        var all = unkept.all(sender);
        model.addAttribute("count", all.size())
                .addAttribute("found", Cadence.page(all, Window.ofNumbers(null, after)))
                .addAttribute("after", after);
        return "keeping/unkept";
    }

    @PostMapping("/{id}/keeper")
    String give(
            Sender sender,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String login,
            RedirectAttributes next,
            Locale locale) {
        Optional<Refusal> wrong = unkept.give(sender, Asked.id(id), login);
        wrong.ifPresentOrElse(
                refusal -> next.addFlashAttribute(
                        "refused", locale.getLanguage().equals("zh") ? refusal.zh() : refusal.en()),
                () -> next.addFlashAttribute(
                        Toast.NAME, new Toast(words.getMessage("unkept.given", null, locale), null)));
        return "redirect:/cadence/unkept";
    }
}
