package org.tongqu.hub.reconciliation.web;

import java.util.Arrays;
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
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.Problem;
import org.tongqu.hub.platform.Slice;
import org.tongqu.hub.platform.Window;
import org.tongqu.hub.reconciliation.Discrepancies;
import org.tongqu.hub.reconciliation.ReconciliationPages;

/** {@code /api/v1/discrepancies}. */
@RestController
@RequestMapping("/api/v1/discrepancies")
class DiscrepanciesApi {
    private final Discrepancies discrepancies;

    DiscrepanciesApi(Discrepancies discrepancies) {
        this.discrepancies = discrepancies;
    }

    @GetMapping
    Slice<Discrepancies.Line> discrepancies(
            Sender sender,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String agent,
            @RequestParam(required = false) @Nullable String reading,
            @RequestParam(required = false) @Nullable String owner,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String after) {
        String stands = Asked.oneOf(
                "state",
                state,
                Arrays.stream(Discrepancies.State.values()).map(Enum::name).toList());
        Discrepancies.Sought sought = new Discrepancies.Sought(
                stands == null ? null : Discrepancies.State.valueOf(stands),
                Asked.word("agent", agent),
                ReconciliationPages.reading(reading),
                Asked.word("owner", owner));
        return discrepancies.list(sender, sought, Window.ofNumbers(limit, after));
    }

    @GetMapping("/{id}")
    Discrepancies.Whole discrepancy(Sender sender, @PathVariable String id) {
        return discrepancies
                .find(sender, Asked.id(id))
                .orElseThrow(() -> Problem.notFound().said());
    }

    @PostMapping("/{id}/decision")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decide(Sender sender, @PathVariable String id, @RequestBody Decision decision) {
        refused(discrepancies.decide(
                sender, Asked.id(id), CaseActs.verdict(text(decision.verdict())), text(decision.why())));
    }

    @PostMapping("/{id}/take-back")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeBack(Sender sender, @PathVariable String id) {
        refused(discrepancies.takeBack(sender, Asked.id(id)));
    }

    @PostMapping("/{id}/questions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void ask(Sender sender, @PathVariable String id, @RequestBody Words words) {
        refused(discrepancies.ask(sender, Asked.id(id), text(words.words())));
    }

    static void refused(Optional<Refusal> wrong) {
        wrong.ifPresent(refusal -> {
            throw Problem.of(HttpStatus.UNPROCESSABLE_ENTITY, refusal).said();
        });
    }

    static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    record Decision(@Nullable String verdict, @Nullable String why) {}

    record Words(@Nullable String words) {}
}
