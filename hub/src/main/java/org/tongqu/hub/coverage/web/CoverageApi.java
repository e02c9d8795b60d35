package org.tongqu.hub.coverage.web;

import java.time.LocalDate;
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
import org.tongqu.hub.coverage.Coverage;
import org.tongqu.hub.coverage.CoveragePages;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.Problem;

/** {@code /api/v1/coverage}: the matrix, assignments, absences, and needs given by it. */
@RestController
@RequestMapping("/api/v1/coverage")
class CoverageApi {
    private final Coverage coverage;
    private final CoveragePages pages;

    CoverageApi(Coverage coverage, CoveragePages pages) {
        this.coverage = coverage;
        this.pages = pages;
    }

    @GetMapping
    CoveragePages.Matrix matrix(Sender sender, @RequestParam(required = false) @Nullable String day) {
        return pages.matrix(sender, day(day));
    }

    /** Needs given to the asker. */
    @GetMapping("/needs")
    Map<String, List<CoveragePages.Given>> given(Sender sender) {
        return Map.of("items", pages.given(sender));
    }

    @PostMapping("/assignments")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, String> assign(Sender sender, @RequestBody Assigned asked) {
        return made(coverage.assign(sender, asked.wanted()));
    }

    @PostMapping("/assignments/{id}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(Sender sender, @PathVariable String id) {
        refused(coverage.end(sender, Asked.id(id)));
    }

    @PostMapping("/absences")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, String> away(Sender sender, @RequestBody Away asked) {
        return made(coverage.away(sender, asked.wanted()));
    }

    @PostMapping("/absences/{id}/take-back")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void back(Sender sender, @PathVariable String id) {
        refused(coverage.back(sender, Asked.id(id)));
    }

    private static Map<String, String> made(Coverage.Answer answer) {
        refused(Optional.ofNullable(answer.refusal()));
        return Map.of("id", Objects.requireNonNull(answer.id()));
    }

    private static void refused(Optional<Refusal> wrong) {
        wrong.ifPresent(refusal -> {
            throw Problem.of(HttpStatus.UNPROCESSABLE_ENTITY, refusal).said();
        });
    }

    static @Nullable LocalDate day(@Nullable String given) {
        if (given == null || given.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(given.strip());
        } catch (DateTimeParseException notADay) {
            throw Problem.badParameter("day", "请写成 2026-03-31 这样的日期。", "Write a day like 2026-03-31.")
                    .said();
        }
    }

    private static LocalDate there(@Nullable String given) {
        LocalDate day = day(given);
        if (day == null) {
            throw Problem.badParameter("from", "请写明日期。", "Give the day.").said();
        }
        return day;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    /** @param until absent while it is open */
    record Assigned(
            @Nullable String login,
            @Nullable String region,
            @Nullable String productClass,
            @Nullable Boolean directSeller,
            @Nullable String from,
            @Nullable String until) {
        Coverage.Assignment wanted() {
            return new Coverage.Assignment(
                    "",
                    text(login),
                    text(region),
                    text(productClass),
                    Boolean.TRUE.equals(directSeller),
                    there(from),
                    day(until));
        }
    }

    record Away(
            @Nullable String login,
            @Nullable String from,
            @Nullable String until,
            @Nullable String standIn,
            @Nullable String why) {
        Coverage.Absence wanted() {
            return new Coverage.Absence(
                    "",
                    text(login),
                    "",
                    there(from),
                    there(until),
                    text(standIn).isEmpty() ? null : text(standIn),
                    text(why));
        }
    }
}
