package org.tongqu.hub.imports.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.imports.AddressBooks;
import org.tongqu.hub.imports.BookField;
import org.tongqu.hub.imports.ImportsPages;
import org.tongqu.hub.platform.Act;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.Policy;
import org.tongqu.hub.platform.Problem;
import org.tongqu.hub.platform.Toast;
import org.tongqu.hub.platform.Window;

/** 导入通讯录: hand in, look, say what the columns are, accept, take back. */
@Controller
@RequestMapping("/imports")
class ImportsPage {
    /** Why a file was not even looked at. */
    private static final List<String> REFUSALS = List.of("LARGE", "BUSY");

    private static final List<String> VERDICTS =
            Arrays.stream(AddressBooks.Verdict.values()).map(Enum::name).toList();

    private final ImportsPages pages;
    private final AddressBooks books;
    private final Policy policy;
    private final MessageSource words;
    private final DataSize most;

    ImportsPage(
            ImportsPages pages,
            AddressBooks books,
            Policy policy,
            MessageSource words,
            @Value("${tongqu.imports.most}") DataSize most) {
        this.pages = pages;
        this.books = books;
        this.policy = policy;
        this.words = words;
        this.most = most;
    }

    @GetMapping
    String list(
            Sender sender,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String refused,
            Model model,
            Locale locale) {
        policy.require(sender, Act.SEE_IMPORTS);
        String why = Asked.oneOf("refused", refused, REFUSALS);
        if (why != null) {
            model.addAttribute("refused", say("import.refused." + why, locale));
        }
        model.addAttribute("found", pages.imports(sender, Window.ofNumbers(null, after)))
                .addAttribute("after", after)
                .addAttribute("may", policy.allows(sender.role(), Act.IMPORT_BOOK))
                .addAttribute("most", most.toBytes());
        return "imports/imports";
    }

    @PostMapping
    String take(
            Sender sender,
            @RequestParam(required = false) @Nullable MultipartFile file,
            RedirectAttributes next,
            Locale locale)
            throws IOException {
        policy.require(sender, Act.IMPORT_BOOK);
        String name = file == null || file.getOriginalFilename() == null ? "" : lastStep(file.getOriginalFilename());
        if (file == null || name.isEmpty()) {
            return told(next, say("import.refused.NONE", locale));
        }
        if (file.getSize() > most.toBytes()) {
            return told(next, say("import.refused.LARGE", locale));
        }
        AddressBooks.Answer answer = books.handIn(sender, name, file.getBytes());
        Refusal refusal = answer.refusal();
        return refusal == null ? "redirect:/imports/" + answer.id() : told(next, words(refusal, locale));
    }

    private static String lastStep(String sent) {
        String last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        String plain = last.replaceAll("[\\p{Cntrl}\\uFFFD]", "_").strip();
        return plain.length() > 120 ? plain.substring(plain.length() - 120) : plain;
    }

    private static String told(RedirectAttributes next, String why) {
        next.addFlashAttribute("refused", why);
        return "redirect:/imports";
    }

    @GetMapping("/{id}")
    String one(
            Sender sender,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String verdict,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        policy.require(sender, Act.SEE_IMPORTS);
        String asked = Asked.oneOf("verdict", verdict, VERDICTS);
        model.addAttribute(
                        "page",
                        pages.one(sender, Asked.id(id))
                                .orElseThrow(() -> Problem.notFound().said()))
                .addAttribute(
                        "rows",
                        pages.rows(
                                sender,
                                id,
                                asked == null ? null : AddressBooks.Verdict.valueOf(asked),
                                Window.ofNumbers(null, after)))
                .addAttribute("verdict", asked)
                .addAttribute("after", after)
                .addAttribute("verdicts", VERDICTS)
                .addAttribute(
                        "fields",
                        Arrays.stream(BookField.values()).map(Enum::name).toList());
        return "imports/import";
    }

    @PostMapping("/{id}/columns")
    String columns(
            Sender sender,
            @PathVariable String id,
            @RequestParam Map<String, String> given,
            RedirectAttributes next,
            Locale locale) {
        List<String> fields = new ArrayList<>();
        for (int at = 0; given.containsKey("column." + at); at++) {
            fields.add(given.getOrDefault("column." + at, ""));
        }
        return done(next, books.columns(sender, Asked.id(id), fields), "import.columns.said", locale, id);
    }

    @PostMapping("/{id}/leave")
    String leave(
            Sender sender,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable List<Long> row,
            @RequestParam(defaultValue = "true") String out,
            RedirectAttributes next,
            Locale locale) {
        boolean leaving = Asked.flag("out", out);
        return done(
                next,
                books.leaveOut(sender, Asked.id(id), row == null ? List.of() : row, leaving),
                leaving ? "import.left" : "import.back",
                locale,
                id);
    }

    @PostMapping("/{id}/accept")
    String accept(
            Sender sender,
            @PathVariable String id,
            @RequestParam(defaultValue = "false") String doubtful,
            RedirectAttributes next,
            Locale locale) {
        return done(
                next,
                books.accept(sender, Asked.id(id), Asked.flag("doubtful", doubtful)),
                "import.accepted",
                locale,
                id);
    }

    @PostMapping("/{id}/drop")
    String drop(Sender sender, @PathVariable String id, RedirectAttributes next, Locale locale) {
        return done(next, books.drop(sender, Asked.id(id)), "import.dropped", locale, id);
    }

    @PostMapping("/{id}/undo")
    String undo(
            Sender sender,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String why,
            RedirectAttributes next,
            Locale locale) {
        return done(next, books.undo(sender, Asked.id(id), why), "import.undoing", locale, id);
    }

    @PostMapping("/{id}/redo")
    String redo(Sender sender, @PathVariable String id, RedirectAttributes next, Locale locale) {
        return done(next, books.redo(sender, Asked.id(id)), "import.redoing", locale, id);
    }

    private String done(RedirectAttributes next, Optional<Refusal> wrong, String word, Locale locale, String id) {
        if (wrong.isPresent()) {
            next.addFlashAttribute("refused", words(wrong.get(), locale));
        } else {
            next.addFlashAttribute(Toast.NAME, new Toast(say(word, locale), null));
        }
        return "redirect:/imports/" + id;
    }

    private static String words(Refusal refusal, Locale locale) {
        return locale.getLanguage().equals("zh") ? refusal.zh() : refusal.en();
    }

    private String say(String word, Locale locale) {
        return words.getMessage(word, null, locale);
    }
}
