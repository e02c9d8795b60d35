package org.tongqu.hub.customers.web;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.customers.CustomersPages;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.Problem;
import org.tongqu.hub.platform.Slice;
import org.tongqu.hub.platform.Window;

/** {@code /api/v1/customers}. */
@RestController
@RequestMapping("/api/v1/customers")
class CustomersController {
    private final CustomersPages pages;

    CustomersController(CustomersPages pages) {
        this.pages = pages;
    }

    @GetMapping
    Slice<CustomersPages.CustomerLine> customers(
            Sender sender,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String after) {
        return pages.customers(sender, Asked.word("q", q), Window.ofNumbers(limit, after));
    }

    @GetMapping("/{id}")
    CustomersPages.Customer customer(
            Sender sender, @PathVariable String id, @RequestParam(required = false) @Nullable String provenance) {
        boolean withSources = Asked.flag("provenance", provenance);
        CustomersPages.Customer customer = pages.customer(sender, Asked.id(id))
                .orElseThrow(() -> Problem.notFound().said());
        return withSources ? customer : customer.withoutProvenance();
    }
}
