package org.tongqu.hub.reminders.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
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
import org.tongqu.hub.dispatch.Tidings;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.Columns;
import org.tongqu.hub.platform.Toast;
import org.tongqu.hub.platform.Window;
import org.tongqu.hub.reminders.Reminders;

/** 提醒: one's own inbox, what is due first on top, and what one was told. */
@Controller
@RequestMapping("/reminders")
class RemindersPage {
    private static final String HERE = "/reminders";

    private final Reminders reminders;
    private final Tidings tidings;
    private final MessageSource words;
    private final Clock clock;

    RemindersPage(Reminders reminders, Tidings tidings, MessageSource words, Clock clock) {
        this.reminders = reminders;
        this.tidings = tidings;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping
    String inbox(Sender sender, @RequestParam(required = false) @Nullable String state, Model model) {
        String which = RemindersApi.state(state);
        LocalDate today = LocalDate.ofInstant(clock.instant(), Columns.HOUSE_ZONE);
        model.addAttribute(
                        "items",
                        reminders.list(sender, which, Window.first(Window.MAX_LIMIT)).items().stream()
                                .sorted(Comparator.comparing(Reminders.Reminder::dueAt))
                                .toList())
                .addAttribute("told", which.equals("OPEN") ? tidings.unseen(sender) : List.of())
                .addAttribute("state", which)
                .addAttribute("states", Reminders.STATES)
                .addAttribute("tomorrow", today.plusDays(1));
        return "reminders/inbox";
    }

    @PostMapping("/{id}/snooze")
    String snooze(
            Sender sender,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String until,
            RedirectAttributes next,
            Locale locale) {
        return then(next, reminders.snooze(sender, Asked.id(id), RemindersApi.day(until)), locale, "reminder.snoozed");
    }

    @PostMapping("/{id}/done")
    String done(Sender sender, @PathVariable String id, RedirectAttributes next, Locale locale) {
        return then(next, reminders.done(sender, Asked.id(id)), locale, "reminder.done.said");
    }

    @PostMapping("/told/{id}")
    String seen(Sender sender, @PathVariable String id, RedirectAttributes next, Locale locale) {
        tidings.seen(sender, Asked.id(id));
        return then(next, Optional.empty(), locale, "told.seen.said");
    }

    @PostMapping("/told")
    String allSeen(Sender sender, RedirectAttributes next, Locale locale) {
        tidings.allSeen(sender);
        return then(next, Optional.empty(), locale, "told.seen.said");
    }

    private String then(RedirectAttributes next, Optional<Refusal> wrong, Locale locale, String key) {
        wrong.ifPresentOrElse(
                refusal -> next.addFlashAttribute(
                        "refused", locale.getLanguage().equals("zh") ? refusal.zh() : refusal.en()),
                () -> next.addFlashAttribute(Toast.NAME, new Toast(words.getMessage(key, null, locale), null)));
        return "redirect:" + HERE;
    }
}
