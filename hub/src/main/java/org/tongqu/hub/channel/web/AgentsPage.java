package org.tongqu.hub.channel.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
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
import org.tongqu.hub.channel.AgentPart;
import org.tongqu.hub.channel.AgentTree;
import org.tongqu.hub.channel.ChannelPages;
import org.tongqu.hub.journal.JournalPages;
import org.tongqu.hub.partners.Partners;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.Problem;
import org.tongqu.hub.platform.Toast;
import org.tongqu.hub.platform.Window;
import org.tongqu.hub.sales.SalesPages;

/** 代理商: the tree with its figures, and each agent on its own page; an agent finds no page but its own. */
@Controller
@RequestMapping("/agents")
class AgentsPage {
    private static final Window LATEST = Window.first(20);

    private final ChannelPages pages;
    private final AgentTree tree;
    private final JournalPages journal;
    private final SalesPages sales;
    private final Partners partners;
    private final ObjectProvider<AgentPart> parts;
    private final MessageSource words;

    AgentsPage(
            ChannelPages pages,
            AgentTree tree,
            JournalPages journal,
            SalesPages sales,
            Partners partners,
            ObjectProvider<AgentPart> parts,
            MessageSource words) {
        this.pages = pages;
        this.tree = tree;
        this.journal = journal;
        this.sales = sales;
        this.partners = partners;
        this.parts = parts;
        this.words = words;
    }

    @GetMapping
    String agents(Sender sender, Model model) {
        String own = sender.partner();
        if (sender.role() == Sender.Role.AGENT && own != null) {
            return "redirect:/agents/" + own;
        }
        model.addAttribute("agents", pages.tree(sender));
        return "channel/agents";
    }

    @GetMapping("/{code}")
    String agent(
            Sender sender,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        String asked = Asked.id(code);
        ChannelPages.Agent agent =
                pages.agent(sender, asked).orElseThrow(() -> Problem.notFound().said());
        boolean self = sender.role() == Sender.Role.AGENT;
        model.addAttribute("agent", agent)
                .addAttribute("customers", pages.customers(sender, asked, Window.ofNumbers("100", after)))
                .addAttribute("after", after)
                .addAttribute("self", self)
                .addAttribute("mayEdit", pages.mayEdit(sender))
                .addAttribute("mayMove", pages.mayMove(sender))
                .addAttribute("others", self ? List.of() : others(sender, asked))
                .addAttribute("classes", partners.classes())
                .addAttribute(
                        "files",
                        journal.messages(sender, new JournalPages.Sought(null, null, asked, "SALES_FILE"), LATEST))
                .addAttribute(
                        "lines",
                        sales.lines(sender, new SalesPages.LinesAsked(asked, null, null), LATEST)
                                .items())
                .addAttribute(
                        "parts",
                        parts.orderedStream()
                                .flatMap(part -> part.of(sender, asked).stream())
                                .toList());
        return "channel/agent";
    }

    private List<ChannelPages.Named> others(Sender sender, String code) {
        return pages.names(sender).entrySet().stream()
                .filter(each -> !each.getKey().equals(code))
                .map(each -> new ChannelPages.Named(each.getKey(), each.getValue()))
                .toList();
    }

    @PostMapping("/{code}/place")
    String place(
            Sender sender,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String above,
            @RequestParam(required = false) @Nullable String from,
            RedirectAttributes next,
            Locale locale) {
        AgentTree.PlaceWanted wanted =
                new AgentTree.PlaceWanted(AgentsApi.word(above), AgentsApi.day("from", from), null);
        return done(next, tree.place(sender, Asked.id(code), wanted), "agent.placed", locale, code);
    }

    @PostMapping("/{code}/capabilities")
    String add(
            Sender sender,
            @PathVariable String code,
            AgentsApi.CapabilityAsked asked,
            RedirectAttributes next,
            Locale locale) {
        AgentTree.Answer answer = tree.add(sender, Asked.id(code), asked.wanted());
        return done(next, Optional.ofNullable(answer.refusal()), "agent.capability.added", locale, code);
    }

    @PostMapping("/{code}/capabilities/{id}/end")
    String end(
            Sender sender, @PathVariable String code, @PathVariable String id, RedirectAttributes next, Locale locale) {
        return done(next, tree.end(sender, Asked.id(code), Asked.id(id), null), "agent.capability.ended", locale, code);
    }

    private String done(RedirectAttributes next, Optional<Refusal> wrong, String word, Locale locale, String code) {
        if (wrong.isPresent()) {
            next.addFlashAttribute("refused", said(wrong.get(), locale));
        } else {
            next.addFlashAttribute(Toast.NAME, new Toast(words.getMessage(word, null, locale), null));
        }
        return "redirect:/agents/" + Asked.id(code);
    }

    static String said(Refusal refusal, Locale locale) {
        return locale.getLanguage().equals("zh") ? refusal.zh() : refusal.en();
    }
}
