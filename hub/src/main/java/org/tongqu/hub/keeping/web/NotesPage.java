package org.tongqu.hub.keeping.web;

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
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.keeping.KeepingPages;
import org.tongqu.hub.keeping.Notes;
import org.tongqu.hub.platform.Act;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.Policy;
import org.tongqu.hub.platform.Slice;
import org.tongqu.hub.platform.Toast;
import org.tongqu.hub.platform.Window;

/** 私人笔记: one's own, over all customers. */
@Controller
@RequestMapping("/notes")
class NotesPage {
    private final Notes notes;
    private final KeepingPages pages;
    private final Policy policy;
    private final MessageSource words;

    NotesPage(Notes notes, KeepingPages pages, Policy policy, MessageSource words) {
        this.notes = notes;
        this.pages = pages;
        this.policy = policy;
        this.words = words;
    }

    @GetMapping
    String list(
            Sender sender,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        policy.require(sender, Act.KEEP_NOTE);
        String term = Asked.word("q", q);
        Slice<Notes.Note> found = notes.list(sender, term, Window.ofIds(null, after));
        model.addAttribute("found", found)
                .addAttribute("customers", pages.customersOf(sender, found.items()))
                .addAttribute("term", term)
                .addAttribute("after", after);
        return "keeping/notes";
    }

    @PostMapping
    String write(
            Sender sender,
            @RequestParam String customer,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "false") boolean handOver,
            RedirectAttributes next,
            Locale locale) {
        String says = notes.write(sender, Asked.id(customer), words, handOver)
                .map(wrong -> locale.getLanguage().equals("zh") ? wrong.zh() : wrong.en())
                .orElseGet(() -> say("note.kept", locale));
        next.addFlashAttribute(Toast.NAME, new Toast(says, null));
        return "redirect:/customers/" + customer + "#notes";
    }

    @PostMapping("/{id}/mark")
    String mark(Sender sender, @PathVariable String id, RedirectAttributes next, Locale locale) {
        notes.mark(sender, Asked.id(id), true);
        return told(next, "note.marked", locale, "/notes/" + id + "/unmark");
    }

    @PostMapping("/{id}/unmark")
    String unmark(Sender sender, @PathVariable String id, RedirectAttributes next, Locale locale) {
        notes.mark(sender, Asked.id(id), false);
        return told(next, "note.unmarked", locale, "/notes/" + id + "/mark");
    }

    @PostMapping("/{id}/delete")
    String delete(Sender sender, @PathVariable String id, RedirectAttributes next, Locale locale) {
        notes.delete(sender, Asked.id(id));
        return told(next, "note.deleted", locale, "/notes/" + id + "/restore");
    }

    @PostMapping("/{id}/restore")
    String restore(Sender sender, @PathVariable String id, RedirectAttributes next, Locale locale) {
        notes.restore(sender, Asked.id(id));
        return told(next, "note.restored", locale, null);
    }

    private String told(RedirectAttributes next, String word, Locale locale, @Nullable String undo) {
        next.addFlashAttribute(Toast.NAME, new Toast(say(word, locale), undo));
        return "redirect:/notes";
    }

    private String say(String word, Locale locale) {
        return words.getMessage(word, null, locale);
    }
}
