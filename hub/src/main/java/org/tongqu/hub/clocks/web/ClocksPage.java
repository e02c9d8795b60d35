package org.tongqu.hub.clocks.web;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.clocks.ClockBook;
import org.tongqu.hub.clocks.Hop;
import org.tongqu.hub.partners.Partners;
import org.tongqu.hub.platform.Toast;

/** 日历与时限: one year's special days, the working hours, the rules. */
@Controller
@RequestMapping("/clocks")
class ClocksPage {
    private static final String HERE = "/clocks";

    private final ClockBook book;
    private final Partners partners;
    private final MessageSource words;
    private final Clock clock;

    ClocksPage(ClockBook book, Partners partners, MessageSource words, Clock clock) {
        this.book = book;
        this.partners = partners;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping
    String year(Sender sender, @RequestParam(required = false) @Nullable String year, Model model) {
        model.addAttribute("shown", book.of(sender, ClocksApi.year(year, clock)))
                .addAttribute("classes", partners.classes())
                .addAttribute("hops", Hop.RULED)
                .addAttribute("mayEdit", book.mayEdit(sender));
        return "clocks/clocks";
    }

    @PostMapping("/days")
    String day(Sender sender, ClocksApi.Day asked, RedirectAttributes next, Locale locale) {
        String day = asked.day() == null ? "" : asked.day();
        String where = day.matches("20[0-9]{2}-.*") ? HERE + "?year=" + day.substring(0, 4) : HERE;
        return then(next, book.day(sender, asked.wanted(sender)), locale, where);
    }

    @PostMapping("/hours")
    String hours(Sender sender, ClocksApi.Hours asked, RedirectAttributes next, Locale locale) {
        return then(next, book.hours(sender, asked.wanted()), locale, HERE);
    }

    @PostMapping("/rules")
    String rule(Sender sender, ClocksApi.Rule asked, RedirectAttributes next, Locale locale) {
        return then(next, book.rule(sender, asked.wanted()), locale, HERE);
    }

    private String then(RedirectAttributes next, Optional<Refusal> wrong, Locale locale, String where) {
        wrong.ifPresentOrElse(
                refusal -> next.addFlashAttribute(
                        "refused", locale.getLanguage().equals("zh") ? refusal.zh() : refusal.en()),
                () -> next.addFlashAttribute(
                        Toast.NAME, new Toast(words.getMessage("clocks.saved", null, locale), null)));
        return "redirect:" + where;
    }
}
