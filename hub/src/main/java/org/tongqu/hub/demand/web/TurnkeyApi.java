package org.tongqu.hub.demand.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.demand.Turnkey;
import org.tongqu.hub.needs.NeedsPages;
import org.tongqu.hub.platform.Asked;

/** What people do with the parts of a need over HTTP, and which parts block. */
@RestController
class TurnkeyApi {
    private static final int MOST = 200;

    private final Turnkey turnkey;

    TurnkeyApi(Turnkey turnkey) {
        this.turnkey = turnkey;
    }

    @GetMapping("/api/v1/blocked-parts")
    Map<String, List<BlockedPart>> blocked(Sender sender) {
        return Map.of(
                "items",
                turnkey.blocked(sender, MOST).stream().map(BlockedPart::of).toList());
    }

    @PostMapping("/api/v1/needs/{id}/parts/{partId}/sending")
    @ResponseStatus(HttpStatus.CREATED)
    Sent send(Sender sender, @PathVariable String id, @PathVariable String partId, @RequestBody Turnkey.To to) {
        Turnkey.Sent sent = turnkey.send(sender, Asked.id(id), Asked.id(partId), to);
        SupplyOffersApi.refused(sent.wrong());
        return new Sent(String.valueOf(sent.demandId()));
    }

    @PostMapping("/api/v1/needs/{id}/parts/{partId}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void letGo(Sender sender, @PathVariable String id, @PathVariable String partId, @RequestBody Reason reason) {
        SupplyOffersApi.refused(turnkey.letGo(sender, Asked.id(id), Asked.id(partId), reason.text())
                .orElse(null));
    }

    @PostMapping("/api/v1/needs/{id}/close")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void close(Sender sender, @PathVariable String id, @RequestBody Reason reason) {
        SupplyOffersApi.refused(
                turnkey.close(sender, Asked.id(id), reason.text()).orElse(null));
    }

    record Sent(String demandId) {}

    record Reason(@Nullable String reason) {
        String text() {
            return reason == null ? "" : reason;
        }
    }

    record BlockedPart(String needId, String needNumber, String summary, String region, NeedsPages.Part part) {
        static BlockedPart of(NeedsPages.BlockedPart blocked) {
            NeedsPages.NeedLine need = blocked.need();
            return new BlockedPart(need.id(), need.number(), need.summary(), need.region(), blocked.part());
        }
    }
}
