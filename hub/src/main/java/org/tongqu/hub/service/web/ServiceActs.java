package org.tongqu.hub.service.web;

import java.util.Locale;
import java.util.Objects;
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
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.service.EquipmentBook;
import org.tongqu.hub.service.ServiceCases;
import org.tongqu.hub.service.ServicePages;

/** What people do on the pages of service: open a case, send, tell of arrival and outcome, keep the record of a machine. */
@Controller
@RequestMapping("/service")
class ServiceActs {
    private final ServiceCases cases;
    private final EquipmentBook book;
    private final ServicePages pages;
    private final Said said;

    ServiceActs(ServiceCases cases, EquipmentBook book, ServicePages pages, Said said) {
        this.cases = cases;
        this.book = book;
        this.pages = pages;
        this.said = said;
    }

    @PostMapping
    String open(
            Sender sender,
            @RequestParam(required = false) @Nullable String customer,
            @RequestParam(required = false) @Nullable String visit,
            @RequestParam(required = false) @Nullable String serial,
            @RequestParam(required = false) @Nullable String trouble,
            @RequestParam(required = false) @Nullable String technician,
            RedirectAttributes next,
            Locale locale) {
        ServiceCases.Answer answer =
                cases.open(sender, CasesApi.NewCase.wanted(customer, visit, serial, trouble, technician != null));
        String where = answer.id() == null ? "/customers/" + Said.text(customer) + "#service" : at(answer.id());
        return said.then(next, Optional.ofNullable(answer.refusal()), locale, where, "service.opened");
    }

    @PostMapping("/{id}/send")
    String send(
            Sender sender,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String technician,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until,
            @RequestParam(required = false) @Nullable String agent,
            RedirectAttributes next,
            Locale locale) {
        ServiceCases.Sent sent = new CasesApi.Sending(technician, from, until, agent).sent();
        return after(id, cases.send(sender, Asked.id(id), sent), "service.told.SENT", next, locale);
    }

    @PostMapping("/{id}/arrive")
    String arrive(Sender sender, @PathVariable String id, RedirectAttributes next, Locale locale) {
        return after(id, cases.arrive(sender, Asked.id(id)), "service.told.ARRIVED", next, locale);
    }

    @PostMapping("/{id}/solve")
    String solve(
            Sender sender,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String words,
            RedirectAttributes next,
            Locale locale) {
        return after(id, cases.solve(sender, Asked.id(id), words), "service.told.SOLVED", next, locale);
    }

    @PostMapping("/{id}/close")
    String close(
            Sender sender,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String words,
            RedirectAttributes next,
            Locale locale) {
        return after(id, cases.close(sender, Asked.id(id), words), "service.told.CLOSED", next, locale);
    }

    @PostMapping("/{id}/reopen")
    String reopen(
            Sender sender,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String words,
            RedirectAttributes next,
            Locale locale) {
        return after(id, cases.reopen(sender, Asked.id(id), words), "service.told.REOPENED", next, locale);
    }

    private String after(String id, Optional<Refusal> wrong, String key, RedirectAttributes next, Locale locale) {
        return said.then(next, wrong, locale, at(id), key);
    }

    @PostMapping("/equipment")
    String keep(
            Sender sender,
            @RequestParam(defaultValue = "") String customer,
            @RequestParam(required = false) @Nullable String serial,
            @RequestParam(required = false) @Nullable String model,
            @RequestParam(required = false) @Nullable String installedOn,
            @RequestParam(required = false) @Nullable String commissionedOn,
            @RequestParam(required = false) @Nullable String warrantyUntil,
            @RequestParam(required = false) @Nullable String planMonths,
            @RequestParam(required = false) @Nullable String planHours,
            RedirectAttributes next,
            Locale locale) {
        CareApi.Kept kept = new CareApi.Kept(
                customer,
                serial,
                model,
                installedOn,
                commissionedOn,
                warrantyUntil,
                Said.whole("planMonths", planMonths),
                planHours);
        ServiceCases.Answer answer = book.keep(sender, kept.wanted());
        return said.then(
                next,
                Optional.ofNullable(answer.refusal()),
                locale,
                "/customers/" + customer + "#service",
                "equipment.kept");
    }

    @PostMapping("/equipment/{id}/maintenance")
    String maintained(
            Sender sender,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String customer,
            @RequestParam(required = false) @Nullable String doneOn,
            @RequestParam(required = false) @Nullable String hours,
            @RequestParam(defaultValue = "") String words,
            RedirectAttributes next,
            Locale locale) {
        EquipmentBook.Done done = new EquipmentBook.Done(
                Objects.requireNonNullElseGet(Said.day("doneOn", doneOn), pages::today),
                Said.figure("hours", hours),
                words);
        String where = customer == null ? "/service/maintenance" : "/customers/" + Asked.id(customer) + "#service";
        return said.then(next, book.maintained(sender, Asked.id(id), done), locale, where, "equipment.maintained");
    }

    private static String at(String id) {
        return "/service/" + Asked.id(id);
    }
}
