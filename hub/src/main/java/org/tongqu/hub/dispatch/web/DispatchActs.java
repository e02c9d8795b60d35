package org.tongqu.hub.dispatch.web;

import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.dispatch.DispatchPages;
import org.tongqu.hub.dispatch.Dispatches;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.Columns;
import org.tongqu.hub.platform.Problem;

/** What people do on the pages of dispatch; what moves the plan plans it anew before the next page is shown. */
@Controller
@RequestMapping("/dispatch")
class DispatchActs {
    private final DispatchPages pages;
    private final Dispatches dispatches;
    private final Told told;

    DispatchActs(DispatchPages pages, Dispatches dispatches, Told told) {
        this.pages = pages;
        this.dispatches = dispatches;
        this.told = told;
    }

    @PostMapping("/plan")
    String plan(Sender sender, RedirectAttributes next, Locale locale) {
        DispatchPages.Replanned done = pages.replan(sender);
        return told.then(
                next,
                Optional.ofNullable(done.refusal()),
                locale,
                "/dispatch",
                "dispatch.planned",
                done.filled(),
                done.places(),
                seconds(done));
    }

    static String seconds(DispatchPages.Replanned done) {
        return String.format(Locale.ROOT, "%.1f", done.millis() / 1_000.0);
    }

    @PostMapping("/ask")
    String ask(Sender sender, @RequestParam(defaultValue = "") String needId, RedirectAttributes next, Locale locale) {
        Dispatches.Answer answer = dispatches.ask(sender, Asked.id(needId));
        String where = answer.id() == null ? "/needs/" + needId : at(answer.id());
        return told.then(next, Optional.ofNullable(answer.refusal()), locale, where, "dispatch.asked");
    }

    @PostMapping("/{id}/places/{n}/pin")
    String pin(
            Sender sender,
            @PathVariable String id,
            @PathVariable int n,
            @RequestParam(defaultValue = "") String technician,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String override,
            @RequestParam(defaultValue = "") String why,
            RedirectAttributes next,
            Locale locale) {
        Dispatches.Pin pin = new Dispatches.Pin(technician, DispatchApi.day("from", from), override != null, why);
        return planned(sender, dispatches.pin(sender, Asked.id(id), n, pin), id, "dispatch.pinned", next, locale);
    }

    @PostMapping("/{id}/places/{n}/unpin")
    String unpin(Sender sender, @PathVariable String id, @PathVariable int n, RedirectAttributes next, Locale locale) {
        return planned(sender, dispatches.unpin(sender, Asked.id(id), n), id, "dispatch.unpinned", next, locale);
    }

    private String planned(
            Sender sender, Optional<Refusal> wrong, String id, String key, RedirectAttributes next, Locale locale) {
        String seconds = wrong.isPresent() ? "" : seconds(pages.replan(sender));
        return told.then(next, wrong, locale, at(id), key, seconds);
    }

    @PostMapping("/{id}/confirm")
    String confirm(Sender sender, @PathVariable String id, RedirectAttributes next, Locale locale) {
        return told.then(next, dispatches.confirm(sender, Asked.id(id)), locale, at(id), "dispatch.confirmed");
    }

    @PostMapping("/{id}/places/{n}/refuse")
    String refuse(
            Sender sender,
            @PathVariable String id,
            @PathVariable int n,
            @RequestParam(defaultValue = "") String why,
            RedirectAttributes next,
            Locale locale) {
        Optional<Refusal> wrong = dispatches.refuse(sender, Asked.id(id), n, why);
        boolean gone = wrong.isEmpty() && sender.role() == Sender.Role.TECHNICIAN;
        return told.then(next, wrong, locale, gone ? "/dispatch" : at(id), "dispatch.refused");
    }

    @PostMapping("/{id}/deadline")
    String deadline(
            Sender sender,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String deadline,
            RedirectAttributes next,
            Locale locale) {
        try {
            return told.then(
                    next,
                    dispatches.deadline(
                            sender,
                            Asked.id(id),
                            LocalDateTime.parse(deadline)
                                    .atZone(Columns.HOUSE_ZONE)
                                    .toInstant()),
                    locale,
                    at(id),
                    "dispatch.deadline.moved");
        } catch (DateTimeParseException notATime) {
            throw Problem.badParameter("deadline", "请选日期和时间。", "Choose a day and a time.")
                    .said();
        }
    }

    @PostMapping("/{id}/close")
    String close(
            Sender sender,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String note,
            RedirectAttributes next,
            Locale locale) {
        return told.then(next, dispatches.close(sender, Asked.id(id), note), locale, at(id), "dispatch.closed");
    }

    @PostMapping("/{id}/rating")
    String rate(
            Sender sender,
            @PathVariable String id,
            @RequestParam(defaultValue = "0") int stars,
            RedirectAttributes next,
            Locale locale) {
        return told.then(next, dispatches.rate(sender, Asked.id(id), stars), locale, at(id), "dispatch.rated");
    }

    private static String at(String id) {
        return "/dispatch/" + Asked.id(id);
    }
}
