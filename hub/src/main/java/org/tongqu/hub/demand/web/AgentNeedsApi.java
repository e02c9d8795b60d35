package org.tongqu.hub.demand.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.demand.AgentNeeds;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.Problem;
import org.tongqu.hub.platform.Slice;
import org.tongqu.hub.platform.Window;

/** {@code /api/v1/agent-needs}: the needs that run through an agent, under the ids their factories know. */
@RestController
@RequestMapping("/api/v1/agent-needs")
class AgentNeedsApi {
    private final AgentNeeds needs;

    AgentNeedsApi(AgentNeeds needs) {
        this.needs = needs;
    }

    @GetMapping
    Slice<AgentNeeds.AgentNeed> needs(
            Sender sender,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String after) {
        return needs.list(sender, Window.ofIds(limit, after));
    }

    @GetMapping("/{id}")
    AgentNeeds.AgentNeed need(Sender sender, @PathVariable String id) {
        return needs.one(sender, Asked.id(id))
                .orElseThrow(() -> Problem.notFound().said());
    }

    @PostMapping("/{id}/words")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void say(Sender sender, @PathVariable String id, @RequestBody ConversationApi.Words said) {
        String words = said.words();
        SupplyOffersApi.refused(
                needs.say(sender, Asked.id(id), words == null ? "" : words).orElse(null));
    }
}
