package org.tongqu.hub.console.web;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.needs.NeedsPages;
import org.tongqu.hub.needs.NeedsPages.NeedLine;
import org.tongqu.hub.platform.Amount;
import org.tongqu.hub.platform.Problem;
import org.tongqu.hub.platform.Window;

/** Finds for each step of the tour a page worth looking at in what this hub really holds; where it holds none, the list where one will stand. */
@Controller
class TourPage {
    private static final Window RECENT = Window.first(100);

    private final NeedsPages needs;

    TourPage(NeedsPages needs) {
        this.needs = needs;
    }

    @GetMapping("/tour/{step}")
    String step(Sender sender, @PathVariable String step) {
        Tour tour = Tour.ofNullable(step);
        if (tour == null) {
            throw Problem.notFound().said();
        }
        return "redirect:" + tour.on(address(sender, tour));
    }

    private String address(Sender sender, Tour tour) {
        return switch (tour.step()) {
            case 1 -> Menu.HOME.path();
            case 2 -> need(sender).map(NeedLine::id).map(id -> "/needs/" + id).orElse("/needs?all");
            case 3 ->
                need(sender)
                        .map(NeedLine::customerId)
                        .map(id -> "/customers/" + id)
                        .orElse("/customers?all");
            case 4 -> "/reports?all";
            default -> Menu.NETWORK.path();
        };
    }

    /** The largest of those just quoted, which most often several factories answer together; else the newest of all. */
    private Optional<NeedLine> need(Sender sender) {
        return recent(sender, "QUOTED").or(() -> recent(sender, null));
    }

    private Optional<NeedLine> recent(Sender sender, @Nullable String state) {
        return needs.needs(sender, new NeedsPages.Sought(state, null, null, null), RECENT).items().stream()
                .max(Comparator.comparing(TourPage::budget));
    }

    private static BigDecimal budget(NeedLine need) {
        Amount budget = need.budget();
        return budget == null ? BigDecimal.ZERO : budget.amount();
    }
}
