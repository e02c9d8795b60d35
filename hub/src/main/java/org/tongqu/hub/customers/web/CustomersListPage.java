package org.tongqu.hub.customers.web;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.customers.CustomersPages;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.Window;

/** 客户: the newest, or those a term finds. */
@Controller
class CustomersListPage {
    private final CustomersPages pages;

    CustomersListPage(CustomersPages pages) {
        this.pages = pages;
    }

    @GetMapping("/customers")
    String customers(
            Sender sender,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String stale,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String without,
            Model model) {
        String term = Asked.word("q", q);
        boolean asking = stale != null && !stale.equals("false") && term == null;
        CustomersPages.Sought sought = new CustomersPages.Sought(term, asking);
        model.addAttribute("customers", pages.customers(sender, sought, Window.ofNumbers(null, after)))
                .addAttribute("counts", pages.countsByLifeState(sender))
                .addAttribute("here", here(term, asking, after, without))
                .addAttribute("stale", asking)
                .addAttribute("without", without)
                .addAttribute("term", term)
                .addAttribute("after", after);
        return "customers/list";
    }

    /** This very list, for the way back to it. */
    private static String here(@Nullable String term, boolean stale, @Nullable String after, @Nullable String without) {
        if (term == null && !stale && after == null && without == null) {
            return "/customers?all";
        }
        return UriComponentsBuilder.fromPath("/customers")
                .queryParamIfPresent("q", Optional.ofNullable(term).map(given -> "{q}"))
                .queryParamIfPresent("stale", stale ? Optional.of("true") : Optional.empty())
                .queryParamIfPresent("without", Optional.ofNullable(without).map(given -> "{without}"))
                .queryParamIfPresent("after", Optional.ofNullable(after))
                .encode()
                .buildAndExpand(Map.of("q", term == null ? "" : term, "without", without == null ? "" : without))
                .toUriString();
    }
}
