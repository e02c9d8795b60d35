package org.tongqu.hub.demand.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongqu.connectors.canon.DemandWord;
import org.tongqu.connectors.canon.Intake;
import org.tongqu.connectors.canon.OpenDemands;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.connectors.canon.Wire;
import org.tongqu.hub.platform.Problem;
import org.tongqu.hub.platform.Window;

/** {@code GET /api/v1/demands/open}: what a factory that can only call out fetches, as {@code POST {base}/demands} would carry it. */
@RestController
class OpenDemandsController {
    private final OpenDemands demands;

    OpenDemandsController(OpenDemands demands) {
        this.demands = demands;
    }

    @GetMapping("/api/v1/demands/open")
    Fetched open(Sender sender, @RequestParam(required = false) @Nullable String limit) {
        try {
            return new Fetched(
                    demands.fetch(sender, Wire.REST, Window.ofIds(limit, null).limit()));
        } catch (Intake.NotAllowed no) {
            throw Problem.notAllowed(sender.role().name()).said();
        }
    }

    record Fetched(List<DemandWord.Asked> items) {}
}
