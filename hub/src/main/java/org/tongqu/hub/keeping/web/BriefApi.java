package org.tongqu.hub.keeping.web;

import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.keeping.Briefs;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.Problem;
import org.tongqu.hub.visits.MachineSeries;

/** {@code /api/v1/customers/{id}/brief} and its machines over all visits. */
@RestController
@RequestMapping("/api/v1/customers/{id}")
class BriefApi {
    private final Briefs briefs;

    BriefApi(Briefs briefs) {
        this.briefs = briefs;
    }

    @GetMapping("/brief")
    Briefs.Brief brief(Sender sender, @PathVariable String id) {
        return briefs.of(sender, Asked.id(id))
                .orElseThrow(() -> Problem.notFound().said());
    }

    @GetMapping("/machines")
    Map<String, List<MachineSeries>> machines(Sender sender, @PathVariable String id) {
        return Map.of(
                "items",
                briefs.machines(sender, Asked.id(id))
                        .orElseThrow(() -> Problem.notFound().said()));
    }
}
