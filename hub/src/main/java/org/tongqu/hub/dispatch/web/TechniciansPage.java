package org.tongqu.hub.dispatch.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.dispatch.DispatchPages;
import org.tongqu.hub.dispatch.Dispatches;
import org.tongqu.hub.dispatch.Technicians;
import org.tongqu.hub.partners.Partners;
import org.tongqu.hub.people.People;
import org.tongqu.hub.platform.Asked;

/** 技术人员: who may be sent, and each one's skills and absences. */
@Controller
@RequestMapping("/dispatch/technicians")
class TechniciansPage {
    private static final String HERE = "/dispatch/technicians";

    private final Technicians technicians;
    private final DispatchPages pages;
    private final Partners partners;
    private final People people;
    private final Told told;

    TechniciansPage(Technicians technicians, DispatchPages pages, Partners partners, People people, Told told) {
        this.technicians = technicians;
        this.pages = pages;
        this.partners = partners;
        this.people = people;
        this.told = told;
    }

    @GetMapping
    String all(Sender sender, @RequestParam(required = false) @Nullable String open, Model model) {
        List<Technicians.Technician> all = technicians.all(sender);
        model.addAttribute("people", all)
                .addAttribute(
                        "chosen",
                        all.stream()
                                .filter(each -> each.id().equals(open))
                                .findFirst()
                                .orElse(null))
                .addAttribute("tiers", technicians.tiers(sender))
                .addAttribute("trades", Technicians.trades())
                .addAttribute(
                        "classes",
                        partners.classes().stream()
                                .filter(each -> each.parent() == null)
                                .toList())
                .addAttribute("regions", people.regions())
                .addAttribute("may", pages.may(sender));
        return "dispatch/technicians";
    }

    @PostMapping
    String enter(Sender sender, Form form, RedirectAttributes next, Locale locale) {
        String id = form.id() == null || form.id().isBlank() ? null : Asked.id(form.id());
        Dispatches.Answer answer = technicians.enter(sender, id, form.wanted());
        String where = answer.id() == null ? HERE : HERE + "?open=" + answer.id();
        return told.then(next, Optional.ofNullable(answer.refusal()), locale, where, "technician.entered");
    }

    @PostMapping("/{id}/absences")
    String away(
            Sender sender,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String why,
            RedirectAttributes next,
            Locale locale) {
        Dispatches.Answer answer = technicians.away(
                sender,
                Asked.id(id),
                Objects.requireNonNullElse(DispatchApi.day("from", from), LocalDate.MAX),
                Objects.requireNonNullElse(DispatchApi.day("until", until), LocalDate.MIN),
                why);
        return told.then(
                next,
                Optional.ofNullable(answer.refusal()),
                locale,
                HERE + "?open=" + Asked.id(id),
                "technician.away.entered");
    }

    @PostMapping("/{id}/absences/{absence}/take-back")
    String back(
            Sender sender,
            @PathVariable String id,
            @PathVariable String absence,
            RedirectAttributes next,
            Locale locale) {
        technicians.back(sender, Asked.id(id), Asked.id(absence));
        return told.then(next, Optional.empty(), locale, HERE + "?open=" + Asked.id(id), "technician.away.gone");
    }

    /** @param skill each as {@code CRANE|DESIGN} */
    record Form(
            @Nullable String id,
            @Nullable String login,
            @Nullable String name,
            @Nullable Integer level,
            @Nullable String region,
            @Nullable String lineManager,
            @Nullable Integer daysCap,
            @Nullable String active,
            @Nullable List<String> skill) {
        Technicians.Wanted wanted() {
            return new Technicians.Wanted(
                    login == null || login.isBlank() ? null : login.strip(),
                    DispatchApi.text(name),
                    Objects.requireNonNullElse(level, 0),
                    DispatchApi.text(region),
                    DispatchApi.text(lineManager),
                    Objects.requireNonNullElse(daysCap, 0),
                    active != null,
                    skill == null
                            ? List.of()
                            : skill.stream()
                                    .map(each -> each.split("\\|", 2))
                                    .filter(each -> each.length == 2)
                                    .map(each -> new Technicians.Skill(each[0], each[1]))
                                    .toList());
        }
    }
}
