package org.tongqu.hub.demand.web;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.demand.DemandPages;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.Problem;
import org.tongqu.hub.platform.Slice;
import org.tongqu.hub.platform.Window;

/** {@code /api/v1/demands}, and one need whole with its demands. */
@RestController
class DemandsController {
    private final DemandPages pages;

    DemandsController(DemandPages pages) {
        this.pages = pages;
    }

    @GetMapping("/api/v1/demands")
    Slice<DemandPages.DemandLine> demands(
            Sender sender,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String after) {
        return pages.demands(sender, Asked.oneOf("state", state, DemandPages.STATES), Window.ofIds(limit, after));
    }

    @GetMapping("/api/v1/demands/{id}")
    DemandPages.DemandLine demand(Sender sender, @PathVariable String id) {
        return pages.demand(sender, Asked.id(id))
                .orElseThrow(() -> Problem.notFound().said());
    }

    @GetMapping("/api/v1/needs/{id}")
    DemandPages.NeedWithDemands need(Sender sender, @PathVariable String id) {
        return pages.need(sender, Asked.id(id))
                .orElseThrow(() -> Problem.notFound().said());
    }
}
