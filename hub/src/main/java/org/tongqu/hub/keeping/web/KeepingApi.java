package org.tongqu.hub.keeping.web;

import java.util.List;
import java.util.Map;
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
import org.tongqu.hub.keeping.KeepingPages;
import org.tongqu.hub.keeping.Notes;
import org.tongqu.hub.keeping.VisitPlans;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.Problem;
import org.tongqu.hub.platform.Slice;
import org.tongqu.hub.platform.Window;

/** {@code /api/v1/notes} and {@code /api/v1/visit-plans}. */
@RestController
@RequestMapping("/api/v1")
class KeepingApi {
    private final Notes notes;
    private final VisitPlans plans;
    private final KeepingPages pages;

    KeepingApi(Notes notes, VisitPlans plans, KeepingPages pages) {
        this.notes = notes;
        this.plans = plans;
        this.pages = pages;
    }

    @GetMapping("/notes")
    Slice<Notes.Note> notes(
            Sender sender,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String after) {
        return notes.list(sender, Asked.word("q", q), Window.ofIds(limit, after));
    }

    @GetMapping("/notes/{id}")
    Notes.Note note(Sender sender, @PathVariable String id) {
        return notes.find(sender, Asked.id(id))
                .orElseThrow(() -> Problem.notFound().said());
    }

    @PostMapping("/notes")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void note(Sender sender, @RequestBody NoteAsked asked) {
        refused(notes.write(
                sender,
                Asked.id(text(asked.customerId())),
                text(asked.words()),
                Boolean.TRUE.equals(asked.handOver())));
    }

    @GetMapping("/visit-plans")
    Map<String, List<KeepingPages.PlanLine>> plans(
            Sender sender, @RequestParam(required = false) @Nullable String customerId) {
        return Map.of("items", customerId == null ? pages.plans(sender) : pages.plansFor(sender, Asked.id(customerId)));
    }

    @PostMapping("/visit-plans")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void plan(Sender sender, @RequestBody PlanAsked asked) {
        refused(plans.add(
                sender,
                new VisitPlans.Wanted(
                        Asked.id(text(asked.customerId())),
                        asked.person(),
                        PlansPage.day(text(asked.day())),
                        text(asked.purpose()))));
    }

    static void refused(Optional<Refusal> wrong) {
        wrong.ifPresent(refusal -> {
            throw Problem.of(HttpStatus.UNPROCESSABLE_ENTITY, refusal).said();
        });
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    record NoteAsked(
            @Nullable String customerId,
            @Nullable String words,
            @Nullable Boolean handOver) {}

    record PlanAsked(
            @Nullable String customerId,
            @Nullable String person,
            @Nullable String day,
            @Nullable String purpose) {}
}
