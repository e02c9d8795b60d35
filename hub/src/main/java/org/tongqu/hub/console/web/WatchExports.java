package org.tongqu.hub.console.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.connectors.files.SheetOut;
import org.tongqu.hub.coverage.CoveragePages;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.Columns;
import org.tongqu.hub.platform.Exports;
import org.tongqu.hub.platform.Problem;
import org.tongqu.hub.platform.Slice;
import org.tongqu.hub.reminders.Reminders;

/** One's own reminders and the coverage matrix as workbooks, in the page's language. */
@Controller
class WatchExports {
    private static final List<String> REMINDER = List.of(
            "reminder.what",
            "clocks.hop",
            "reminder.holder",
            "column.grade",
            "reminder.step",
            "reminder.owner",
            "reminder.due");

    private static final List<String> CELL = List.of(
            "column.region",
            "clocks.class",
            "coverage.there",
            "coverage.person",
            "coverage.direct",
            "coverage.away",
            "coverage.partly");

    private final Reminders reminders;
    private final CoveragePages coverage;
    private final Exports exports;
    private final Clock clock;
    private final Export export = new Export(Export.MOST);

    WatchExports(Reminders reminders, CoveragePages coverage, Exports exports, Clock clock) {
        this.reminders = reminders;
        this.coverage = coverage;
        this.exports = exports;
        this.clock = clock;
    }

    @GetMapping("/reminders.xlsx")
    void reminders(
            Sender sender,
            @RequestParam(required = false) @Nullable String state,
            HttpServletRequest request,
            HttpServletResponse response,
            @ModelAttribute(name = "say", binding = false) Say say,
            @ModelAttribute(name = "names", binding = false) Names names)
            throws IOException {
        String which = Objects.requireNonNullElse(Asked.oneOf("state", state, Reminders.STATES), "OPEN");
        export.noted(
                exports,
                new Export.Asking(sender, request, response, say, "menu.reminders"),
                REMINDER,
                window -> reminders.list(sender, which, window),
                (sheet, each) -> reminder(sheet, each, say, names));
    }

    private static void reminder(SheetOut sheet, Reminders.Reminder each, Say say, Names names) {
        sheet.text(each.what())
                .text(say.word("hop." + each.hop()))
                .text(each.holder().isEmpty() ? null : names.partner(each.holder()))
                .text(each.grade())
                .text(say.word("reminder.step." + each.step()))
                .text(each.owner() == null ? null : names.person(each.owner()))
                .moment(each.dueAt());
    }

    @GetMapping("/coverage.xlsx")
    void coverage(
            Sender sender,
            @RequestParam(required = false) @Nullable String day,
            HttpServletRequest request,
            HttpServletResponse response,
            @ModelAttribute(name = "say", binding = false) Say say,
            @ModelAttribute(name = "names", binding = false) Names names)
            throws IOException {
        CoveragePages.Matrix matrix = coverage.matrix(sender, day(day));
        List<Cell> cells = matrix.rows().stream()
                .flatMap(row -> row.cells().stream().map(cell -> new Cell(row.region(), cell)))
                .toList();
        export.noted(
                exports,
                new Export.Asking(sender, request, response, say, "menu.coverage"),
                CELL,
                window -> new Slice<>(cells, null),
                (sheet, each) -> cell(sheet, each, say, names));
    }

    private static void cell(SheetOut sheet, Cell each, Say say, Names names) {
        List<CoveragePages.Held> people = each.cell().people();
        sheet.text(names.region(each.region()))
                .text(names.productClass(each.cell().productClass()))
                .count((long) each.cell().there())
                .text(listed(people, say, held -> names.person(held.login())))
                .text(listed(
                        people.stream().filter(CoveragePages.Held::directSeller).toList(),
                        say,
                        held -> names.person(held.login())))
                .text(listed(
                        people.stream().filter(CoveragePages.Held::away).toList(),
                        say,
                        held -> names.person(held.login())))
                .text(listed(
                        each.cell().parts(),
                        say,
                        held -> names.person(held.login()) + " "
                                + say.word("coverage.part", names.productClass(held.productClass()))));
    }

    private static String listed(List<CoveragePages.Held> people, Say say, Function<CoveragePages.Held, String> name) {
        return people.stream().map(name).collect(Collectors.joining(say.word("list.comma")));
    }

    private LocalDate day(@Nullable String given) {
        try {
            return given == null || given.isBlank()
                    ? LocalDate.ofInstant(clock.instant(), Columns.HOUSE_ZONE)
                    : LocalDate.parse(given);
        } catch (DateTimeParseException notADay) {
            throw Problem.badParameter("day", "请写成 2026-03-31 这样的日期。", "Write a day like 2026-03-31.")
                    .said();
        }
    }

    private record Cell(String region, CoveragePages.Cell cell) {}
}
