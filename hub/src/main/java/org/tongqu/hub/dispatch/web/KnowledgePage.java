package org.tongqu.hub.dispatch.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.dispatch.Knowledge;
import org.tongqu.hub.partners.Partners;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.Window;

/** 知识条目: coaching notes by product class and by word. */
@Controller
class KnowledgePage {
    private final Knowledge knowledge;
    private final Partners partners;

    KnowledgePage(Knowledge knowledge, Partners partners) {
        this.knowledge = knowledge;
        this.partners = partners;
    }

    @GetMapping("/dispatch/knowledge")
    String list(
            Sender sender,
            @RequestParam(required = false) @Nullable String productClass,
            @RequestParam(required = false) @Nullable String words,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        String shown = Asked.word("productClass", productClass);
        String sought = Asked.word("words", words);
        model.addAttribute("items", knowledge.list(sender, shown, sought, Window.ofIds(null, after)))
                .addAttribute("classes", partners.classes())
                .addAttribute("productClass", shown)
                .addAttribute("words", sought);
        return "dispatch/knowledge";
    }
}
