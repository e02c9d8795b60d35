package org.tongqu.hub.clocks.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.clocks.ClockBook;
import org.tongqu.hub.clocks.Hop;
import org.tongqu.hub.clocks.SpecialDay;
import org.tongqu.hub.clocks.TimeRule;
import org.tongqu.hub.clocks.WorkCalendar;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.Columns;
import org.tongqu.hub.platform.Problem;

/** {@code /api/v1/clocks}: the calendar, the working hours and the time rules. */
@RestController
@RequestMapping("/api/v1/clocks")
class ClocksApi {
    private final ClockBook book;
    private final Clock clock;

    ClocksApi(ClockBook book, Clock clock) {
        this.book = book;
        this.clock = clock;
    }

    @GetMapping
    ClockBook.Shown of(Sender sender, @RequestParam(required = false) @Nullable String year) {
        return book.of(sender, year(year, clock));
    }

    @PostMapping("/days")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void day(Sender sender, @RequestBody Day asked) {
        refused(book.day(sender, asked.wanted(sender)));
    }

    @PostMapping("/hours")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void hours(Sender sender, @RequestBody Hours asked) {
        refused(book.hours(sender, asked.wanted()));
    }

    @PostMapping("/rules")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void rule(Sender sender, @RequestBody Rule asked) {
        refused(book.rule(sender, asked.wanted()));
    }

    /** This year where none is asked for. */
    static int year(@Nullable String year, Clock clock) {
        if (year == null || year.isBlank()) {
            return LocalDate.ofInstant(clock.instant(), Columns.HOUSE_ZONE).getYear();
        }
        if (!year.matches("20[0-9]{2}")) {
            throw Problem.badParameter("year", "应为年份，例如 2026。", "it must be a year such as 2026.")
                    .said();
        }
        return Integer.parseInt(year);
    }

    private static void refused(Optional<Refusal> wrong) {
        wrong.ifPresent(refusal -> {
            throw Problem.of(HttpStatus.UNPROCESSABLE_ENTITY, refusal).said();
        });
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    record Day(
            @Nullable String day,
            @Nullable String kind,
            @Nullable String name,
            @Nullable String source) {
        SpecialDay wanted(Sender by) {
            return new SpecialDay(day(text(day)), text(kind), text(name), text(source), by.login());
        }

        private static LocalDate day(String given) {
            try {
                return LocalDate.parse(given);
            } catch (DateTimeParseException notADay) {
                throw Problem.badParameter("day", "请写成 2026-03-31 这样的日期。", "Write a day like 2026-03-31.")
                        .said();
            }
        }
    }

    /** Each as {@code 08:30}. */
    record Hours(
            @Nullable String from1,
            @Nullable String until1,
            @Nullable String from2,
            @Nullable String until2) {
        List<WorkCalendar.Shift> wanted() {
            return List.of(
                    new WorkCalendar.Shift(time(from1), time(until1)),
                    new WorkCalendar.Shift(time(from2), time(until2)));
        }

        private static LocalTime time(@Nullable String given) {
            try {
                return LocalTime.parse(text(given));
            } catch (DateTimeParseException notATime) {
                throw Problem.badParameter("from1", "请写成 08:30 这样的时刻。", "Write a time of day like 08:30.")
                        .said();
            }
        }
    }

    /** @param productClass absent for all classes */
    record Rule(
            @Nullable String hop,
            @Nullable String productClass,
            @Nullable String grade,
            @Nullable Integer hours,
            @Nullable Integer warnHours,
            @Nullable Integer managerHours,
            @Nullable Integer deskHours) {
        TimeRule wanted() {
            String known = Asked.oneOf("hop", hop, Hop.RULED);
            return new TimeRule(
                    known == null ? Hop.COVERAGE : Hop.valueOf(known),
                    text(productClass),
                    text(grade),
                    Objects.requireNonNullElse(hours, 0),
                    Objects.requireNonNullElse(warnHours, 0),
                    Objects.requireNonNullElse(managerHours, 0),
                    Objects.requireNonNullElse(deskHours, 0),
                    null,
                    null);
        }
    }
}
