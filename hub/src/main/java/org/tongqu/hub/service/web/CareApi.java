package org.tongqu.hub.service.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.service.EquipmentBook;
import org.tongqu.hub.service.ServicePages;

/** {@code /api/v1/equipment} and {@code /api/v1/maintenance}. */
@RestController
@RequestMapping("/api/v1")
class CareApi {
    private final EquipmentBook book;
    private final ServicePages pages;

    CareApi(EquipmentBook book, ServicePages pages) {
        this.book = book;
        this.pages = pages;
    }

    @GetMapping("/equipment")
    Map<String, List<ServicePages.EquipmentLine>> of(
            Sender sender, @RequestParam(required = false) @Nullable String customerId) {
        return Map.of("items", pages.equipment(sender, Asked.id(Said.text(customerId))));
    }

    @PutMapping("/equipment")
    Map<String, String> keep(Sender sender, @RequestBody Kept kept) {
        return Said.id(book.keep(sender, kept.wanted()));
    }

    @PostMapping("/equipment/{id}/maintenance")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void maintained(Sender sender, @PathVariable String id, @RequestBody Maintained done) {
        Said.refused(book.maintained(
                sender, Asked.id(id), new EquipmentBook.Done(on(done.doneOn()), figure(done), text(done))));
    }

    @GetMapping("/maintenance")
    Map<String, List<ServicePages.EquipmentLine>> due(
            Sender sender,
            @RequestParam(required = false) @Nullable String days,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String person) {
        return Map.of("items", pages.due(sender, ServicePages.DueAsked.of(days, region, person)));
    }

    private java.time.LocalDate on(@Nullable String day) {
        return Objects.requireNonNullElseGet(Said.day("doneOn", day), pages::today);
    }

    private static java.math.@Nullable BigDecimal figure(Maintained done) {
        return Said.figure("hours", done.hours());
    }

    private static String text(Maintained done) {
        return Said.text(done.words());
    }

    /** @param doneOn absent for today */
    record Maintained(
            @Nullable String doneOn,
            @Nullable String hours,
            @Nullable String words) {}

    record Kept(
            @Nullable String customerId,
            @Nullable String serial,
            @Nullable String model,
            @Nullable String installedOn,
            @Nullable String commissionedOn,
            @Nullable String warrantyUntil,
            @Nullable Integer planMonths,
            @Nullable String planHours) {
        EquipmentBook.Wanted wanted() {
            return new EquipmentBook.Wanted(
                    Asked.id(Said.text(customerId)),
                    Said.text(serial),
                    Said.word(model),
                    Said.day("installedOn", installedOn),
                    Said.day("commissionedOn", commissionedOn),
                    Said.day("warrantyUntil", warrantyUntil),
                    planMonths,
                    Said.figure("planHours", planHours));
        }
    }
}
