package org.tongqu.hub.dispatch.web;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
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
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.dispatch.DispatchPages;
import org.tongqu.hub.dispatch.Dispatches;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.Problem;
import org.tongqu.hub.platform.Slice;
import org.tongqu.hub.platform.Window;

/** {@code /api/v1/dispatches}: teams for needs, the plan of them all, and what people do to it. */
@RestController
@RequestMapping("/api/v1/dispatches")
class DispatchApi {
    private final DispatchPages pages;
    private final Dispatches dispatches;

    DispatchApi(DispatchPages pages, Dispatches dispatches) {
        this.pages = pages;
        this.dispatches = dispatches;
    }

    @GetMapping
    Slice<DispatchPages.Line> list(
            Sender sender,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String needId,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String after) {
        return pages.list(
                sender, DispatchPages.state(state), Asked.word("needId", needId), Window.ofNumbers(limit, after));
    }

    @GetMapping("/figures")
    DispatchPages.Figures figures(Sender sender) {
        return pages.figures(sender);
    }

    @GetMapping("/{id}")
    DispatchPages.Whole one(Sender sender, @PathVariable String id) {
        return pages.find(sender, Asked.id(id)).orElseThrow(DispatchPages::unknown);
    }

    /** Who else could take each open place, by its number, and what that would cost. */
    @GetMapping("/{id}/alternatives")
    Map<Integer, List<DispatchPages.Other>> others(Sender sender, @PathVariable String id) {
        return pages.others(sender, one(sender, id).line());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, String> ask(Sender sender, @RequestBody Need need) {
        Dispatches.Answer answer = dispatches.ask(sender, Asked.id(text(need.needId())));
        refused(Optional.ofNullable(answer.refusal()));
        return Map.of("id", Objects.requireNonNull(answer.id()));
    }

    @PostMapping("/plan")
    DispatchPages.Replanned plan(Sender sender) {
        DispatchPages.Replanned done = pages.replan(sender);
        refused(Optional.ofNullable(done.refusal()));
        return done;
    }

    @PostMapping("/{id}/places/{n}/pin")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void pin(Sender sender, @PathVariable String id, @PathVariable int n, @RequestBody PinAsked asked) {
        refused(dispatches.pin(sender, Asked.id(id), n, asked.pin()));
    }

    @PostMapping("/{id}/places/{n}/unpin")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unpin(Sender sender, @PathVariable String id, @PathVariable int n) {
        refused(dispatches.unpin(sender, Asked.id(id), n));
    }

    @PostMapping("/{id}/places/{n}/refuse")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void refuse(Sender sender, @PathVariable String id, @PathVariable int n, @RequestBody Why asked) {
        refused(dispatches.refuse(sender, Asked.id(id), n, text(asked.why())));
    }

    @PostMapping("/{id}/confirm")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void confirm(Sender sender, @PathVariable String id) {
        refused(dispatches.confirm(sender, Asked.id(id)));
    }

    @PostMapping("/{id}/deadline")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deadline(Sender sender, @PathVariable String id, @RequestBody Deadline asked) {
        refused(dispatches.deadline(
                sender, Asked.id(id), time(text(asked.deadline())).toInstant()));
    }

    @PostMapping("/{id}/close")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void close(Sender sender, @PathVariable String id, @RequestBody Note asked) {
        refused(dispatches.close(sender, Asked.id(id), text(asked.note())));
    }

    @PostMapping("/{id}/rating")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void rate(Sender sender, @PathVariable String id, @RequestBody Rating asked) {
        refused(dispatches.rate(sender, Asked.id(id), Objects.requireNonNullElse(asked.stars(), 0)));
    }

    static void refused(Optional<Refusal> wrong) {
        wrong.ifPresent(refusal -> {
            throw Problem.of(HttpStatus.UNPROCESSABLE_ENTITY, refusal).said();
        });
    }

    static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    static @Nullable LocalDate day(String name, @Nullable String given) {
        if (given == null || given.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(given.strip());
        } catch (DateTimeParseException notADay) {
            throw Problem.badParameter(name, "请写成 2026-03-31 这样的日期。", "Write a day like 2026-03-31.")
                    .said();
        }
    }

    private static OffsetDateTime time(String given) {
        try {
            return OffsetDateTime.parse(given);
        } catch (DateTimeParseException notATime) {
            throw Problem.badParameter(
                            "deadline",
                            "请写成 2026-03-31T09:30:00+08:00 这样带时区的时间。",
                            "Write a time with its zone, like 2026-03-31T09:30:00+08:00.")
                    .said();
        }
    }

    record Need(@Nullable String needId) {}

    record Why(@Nullable String why) {}

    record Note(@Nullable String note) {}

    record Rating(@Nullable Integer stars) {}

    record Deadline(@Nullable String deadline) {}

    record PinAsked(
            @Nullable String technician,
            @Nullable String from,
            @Nullable Boolean override,
            @Nullable String why) {
        Dispatches.Pin pin() {
            return new Dispatches.Pin(text(technician), day("from", from), Boolean.TRUE.equals(override), text(why));
        }
    }
}
