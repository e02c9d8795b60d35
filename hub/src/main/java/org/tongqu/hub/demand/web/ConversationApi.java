package org.tongqu.hub.demand.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.demand.Conversation;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.Problem;

/** {@code /api/v1/demands/{id}/messages}: questions and replies on a demand. */
@RestController
@RequestMapping("/api/v1/demands/{id}/messages")
class ConversationApi {
    private final Conversation conversation;

    ConversationApi(Conversation conversation) {
        this.conversation = conversation;
    }

    @GetMapping
    Map<String, List<Conversation.Line>> lines(Sender sender, @PathVariable String id) {
        return Map.of(
                "items",
                conversation
                        .of(sender, Asked.id(id))
                        .orElseThrow(() -> Problem.notFound().said()));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void say(
            Sender sender,
            @PathVariable String id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody Words said) {
        SupplyOffersApi.refused(conversation
                .say(sender, Asked.id(id), said.words() == null ? "" : said.words(), Asked.word("Idempotency-Key", key))
                .orElse(null));
    }

    @PostMapping("/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read(Sender sender, @PathVariable String id) {
        conversation.read(sender, Asked.id(id));
    }

    record Words(@Nullable String words) {}
}
