package org.tongqu.hub.console.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.customers.CustomersPages;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.Problem;

/** 某日的客户: what was grouped under an id at the end of a day, and which values stood, beside today's. */
@Controller
class ThenPage {
    private final CustomersPages customers;
    private final Clock clock;

    ThenPage(CustomersPages customers, Clock clock) {
        this.customers = customers;
        this.clock = clock;
    }

    @GetMapping("/customers/{id}/then")
    String then(
            Sender sender, @PathVariable String id, @RequestParam(required = false) @Nullable String day, Model model) {
        CustomersPages.Customer today = customers
                .customer(sender, Asked.id(id))
                .filter(found -> sender.partner() == null)
                .orElseThrow(() -> Problem.notFound().said());
        Instant end = Asked.endOf("day", day);
        LocalDate asked = end == null
                ? LocalDate.ofInstant(clock.instant(), Say.ZONE).minusDays(1)
                : LocalDate.parse(Objects.requireNonNull(day).strip());
        Optional<CustomersPages.Customer> then = customers.customerAsOf(
                sender, id, asked.plusDays(1).atStartOfDay(Say.ZONE).toInstant());
        Map<String, CustomersPages.Named> now =
                then.map(found -> customers.namesOf(sender, found.recordIds())).orElse(Map.of());
        model.addAttribute(
                "page", Then.of(id, asked, LocalDate.ofInstant(clock.instant(), Say.ZONE), today, then, now));
        return "console/then";
    }
}
