package org.tongqu.hub.demand.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.demand.RivalSlices;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.Slice;
import org.tongqu.hub.platform.Window;
import org.tongqu.hub.visits.Rivals;

/** {@code /api/v1/rivals}: what customers tell of rivals; a factory fetches its own slice. */
@RestController
@RequestMapping("/api/v1/rivals")
class RivalsApi {
    private final Rivals rivals;
    private final RivalSlices slices;

    RivalsApi(Rivals rivals, RivalSlices slices) {
        this.rivals = rivals;
        this.slices = slices;
    }

    @GetMapping
    Slice<Rivals.Fact> facts(
            Sender sender,
            @RequestParam(required = false) @Nullable String productClass,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String after) {
        return rivals.facts(sender, sought(productClass, region), Window.ofNumbers(limit, after));
    }

    @GetMapping("/report")
    Map<String, List<Rivals.Line>> report(
            Sender sender,
            @RequestParam(required = false) @Nullable String productClass,
            @RequestParam(required = false) @Nullable String region) {
        return Map.of("items", rivals.report(sender, sought(productClass, region)));
    }

    @GetMapping("/mine")
    RivalSlices.Mine mine(Sender sender) {
        return slices.of(sender);
    }

    static Rivals.Sought sought(@Nullable String productClass, @Nullable String region) {
        return new Rivals.Sought(Asked.word("productClass", productClass), Asked.word("region", region));
    }
}
