package org.tongqu.hub.support.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
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
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.Problem;
import org.tongqu.hub.platform.Slice;
import org.tongqu.hub.platform.Window;
import org.tongqu.hub.support.Support;
import org.tongqu.hub.support.SupportPages;

/** {@code /api/v1/agent-support}: what was done for agents or about them. */
@RestController
@RequestMapping("/api/v1/agent-support")
class SupportApi {
    private final Support support;
    private final SupportPages pages;

    SupportApi(Support support, SupportPages pages) {
        this.support = support;
        this.pages = pages;
    }

    @GetMapping
    Slice<SupportPages.Line> list(
            Sender sender,
            @RequestParam(required = false) @Nullable String agent,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String after) {
        return pages.list(sender, SupportPages.Sought.of(agent, kind), Window.ofNumbers(limit, after));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, String> log(Sender sender, @RequestBody LogAsked asked) {
        Support.Answer answer = support.log(sender, asked.wanted());
        refused(Optional.ofNullable(answer.refusal()));
        return Map.of("id", Objects.requireNonNull(answer.id()));
    }

    @PostMapping("/{id}/withdraw")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(Sender sender, @PathVariable String id, @RequestBody WithdrawAsked asked) {
        refused(support.withdraw(sender, Asked.id(id), text(asked.why())));
    }

    private static void refused(Optional<Refusal> wrong) {
        wrong.ifPresent(refusal -> {
            throw Problem.of(HttpStatus.UNPROCESSABLE_ENTITY, refusal).said();
        });
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given.strip();
    }

    private static @Nullable LocalDate day(String name, @Nullable String given) {
        if (noDay(name, given).isPresent()) {
            throw Problem.badParameter(name, "请写成 2026-03-31 这样的日期。", "write a day like 2026-03-31.")
                    .said();
        }
        return text(given).isEmpty() ? null : LocalDate.parse(text(given));
    }

    private static Optional<Refusal> noDay(String name, @Nullable String given) {
        return text(given).isEmpty() || isDay(text(given))
                ? Optional.empty()
                : Optional.of(
                        new Refusal("/" + name, "BAD_DAY", "请写成 2026-03-31 这样的日期。", "Write a day like 2026-03-31."));
    }

    private static boolean isDay(String given) {
        try {
            LocalDate.parse(given);
            return true;
        } catch (DateTimeParseException notADay) {
            return false;
        }
    }

    /**
     * An action as written into a form or a body.
     *
     * @param formNo sent again under it, the action is logged once
     */
    record LogAsked(
            @Nullable String agent,
            @Nullable String kind,
            @Nullable String day,
            @Nullable String until,
            @Nullable String purpose,
            @Nullable String doneBy,
            @Nullable String formNo) {
        Support.Wanted wanted() {
            return new Support.Wanted(
                    text(agent),
                    text(kind),
                    SupportApi.day("day", day),
                    SupportApi.day("until", until),
                    text(purpose),
                    text(doneBy).isEmpty() ? null : text(doneBy),
                    text(formNo).isEmpty() ? null : text(formNo));
        }

        /** Which day is none; to whoever filled in a form it is said beside its field. */
        Optional<Refusal> unreadable() {
            return noDay("day", day).or(() -> noDay("until", until));
        }
    }

    record WithdrawAsked(@Nullable String why) {}
}
