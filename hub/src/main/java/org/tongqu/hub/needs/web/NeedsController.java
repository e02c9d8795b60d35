package org.tongqu.hub.needs.web;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.needs.NeedsPages;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.Slice;
import org.tongqu.hub.platform.Window;

/** {@code /api/v1/needs} as a list. */
@RestController
class NeedsController {
    private final NeedsPages pages;

    NeedsController(NeedsPages pages) {
        this.pages = pages;
    }

    @GetMapping("/api/v1/needs")
    Slice<NeedsPages.NeedLine> needs(
            Sender sender,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String visitNo,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String customerId,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String after) {
        NeedsPages.Sought sought = new NeedsPages.Sought(
                Asked.oneOf("state", state, NeedsPages.STATES),
                Asked.word("visitNo", visitNo),
                Asked.word("region", region),
                Asked.word("customerId", customerId));
        return pages.needs(sender, sought, Window.ofIds(limit, after));
    }
}
