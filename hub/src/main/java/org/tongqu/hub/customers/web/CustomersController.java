package org.tongqu.hub.customers.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.customers.CustomerFiles;
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
    private final CustomerFiles files;

    CustomersController(CustomersPages pages, CustomerFiles files) {
        this.pages = pages;
        this.files = files;
    }

    @GetMapping
    Slice<CustomersPages.CustomerLine> customers(
            Sender sender,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String stale,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String after) {
        CustomersPages.Sought sought = new CustomersPages.Sought(Asked.word("q", q), Asked.flag("stale", stale));
        return pages.customers(sender, sought, Window.ofNumbers(limit, after));
    }

    @GetMapping("/{id}")
    CustomersPages.Customer customer(
            Sender sender,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String provenance,
            @RequestParam(required = false) @Nullable String asOf) {
        boolean withSources = Asked.flag("provenance", provenance);
        Instant then = Asked.endOf("asOf", asOf);
        CustomersPages.Customer customer = (then == null
                        ? pages.customer(sender, Asked.id(id))
                        : pages.customerAsOf(sender, Asked.id(id), then))
                .orElseThrow(() -> Problem.notFound().said());
        return withSources ? customer : customer.withoutProvenance();
    }

    /** How a field came to its value. */
    @GetMapping("/{id}/values/{field}")
    CustomerFiles.Values values(Sender sender, @PathVariable String id, @PathVariable String field) {
        return files.values(sender, Asked.id(id), field)
                .orElseThrow(() -> Problem.notFound().said());
    }

    /** People at a customer, each once. */
    @GetMapping("/{id}/contacts")
    Contacts contacts(Sender sender, @PathVariable String id) {
        String customer = pages.customer(sender, Asked.id(id))
                .orElseThrow(() -> Problem.notFound().said())
                .id();
        return new Contacts(customer, files.contacts(sender, customer));
    }

    record Contacts(String customerId, List<CustomerFiles.Contact> items) {}
}
