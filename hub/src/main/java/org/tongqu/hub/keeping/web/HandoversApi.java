package org.tongqu.hub.keeping.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
import org.tongqu.hub.keeping.Handovers;
import org.tongqu.hub.keeping.KeepingPages;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.Problem;
import org.tongqu.hub.platform.Slice;
import org.tongqu.hub.platform.Window;

/** {@code /api/v1/handovers}. */
@RestController
@RequestMapping("/api/v1/handovers")
class HandoversApi {
    private final KeepingPages pages;
    private final Handovers handovers;

    HandoversApi(KeepingPages pages, Handovers handovers) {
        this.pages = pages;
        this.handovers = handovers;
    }

    @GetMapping
    Slice<KeepingPages.HandoverLine> handovers(
            Sender sender,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String after) {
        return pages.handovers(sender, Window.ofNumbers(limit, after));
    }

    @GetMapping("/{id}")
    KeepingPages.Handover handover(Sender sender, @PathVariable String id) {
        return pages.handover(sender, Asked.id(id))
                .orElseThrow(() -> Problem.notFound().said());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, String> make(Sender sender, @RequestBody HandoverAsked asked) {
        List<Handovers.Rule> rules = Objects.requireNonNullElse(asked.receivers(), List.<RuleAsked>of()).stream()
                .map(RuleAsked::rule)
                .toList();
        Handovers.Answer answer =
                handovers.make(sender, new Handovers.Wanted(Objects.requireNonNullElse(asked.leaver(), ""), rules));
        KeepingApi.refused(Optional.ofNullable(answer.refusal()));
        return Map.of("id", Objects.requireNonNull(answer.id()));
    }

    @PostMapping("/{id}/signature")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void sign(Sender sender, @PathVariable String id, @RequestBody Signature signature) {
        KeepingApi.refused(handovers.sign(sender, Asked.id(id), Objects.requireNonNullElse(signature.name(), "")));
    }

    @PostMapping("/{id}/undo")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void undo(Sender sender, @PathVariable String id) {
        KeepingApi.refused(handovers.undo(sender, Asked.id(id)));
    }

    record HandoverAsked(@Nullable String leaver, @Nullable List<RuleAsked> receivers) {}

    record RuleAsked(
            @Nullable String receiver,
            @Nullable String region,
            @Nullable List<String> customers) {
        Handovers.Rule rule() {
            return new Handovers.Rule(
                    Objects.requireNonNullElse(receiver, ""), region, Objects.requireNonNullElse(customers, List.of()));
        }
    }

    record Signature(@Nullable String name) {}
}
