package org.tongqu.hub.console.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.connectors.files.SheetOut;
import org.tongqu.hub.keeping.Cadence;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.Exports;
import org.tongqu.hub.platform.Slice;

/** Overdue customers as a workbook, in the page's language. */
@Controller
class CadenceExport {
    private static final List<String> COLUMNS = List.of(
            "export.number",
            "column.customer",
            "column.life",
            "column.region",
            "keeping.keeper",
            "cadence.last",
            "cadence.every",
            "cadence.due",
            "cadence.days",
            "cadence.planned");

    private final Cadence cadence;
    private final Exports exports;
    private final Export export = new Export(Export.MOST);

    CadenceExport(Cadence cadence, Exports exports) {
        this.cadence = cadence;
        this.exports = exports;
    }

    @GetMapping("/cadence.xlsx")
    void overdue(
            Sender sender,
            @RequestParam(required = false) @Nullable String person,
            @RequestParam(required = false) @Nullable String branch,
            HttpServletRequest request,
            HttpServletResponse response,
            @ModelAttribute(name = "say", binding = false) Say say,
            @ModelAttribute(name = "names", binding = false) Names names)
            throws IOException {
        List<Cadence.Due> all = cadence.told(
                        sender, new Cadence.Sought(Asked.word("person", person), Asked.word("branch", branch)))
                .overdue();
        export.noted(
                exports,
                new Export.Asking(sender, request, response, say, "menu.cadence"),
                COLUMNS,
                window -> new Slice<>(all, null),
                (sheet, due) -> row(sheet, due, say, names));
    }

    private static void row(SheetOut sheet, Cadence.Due due, Say say, Names names) {
        sheet.text("C-" + due.number())
                .text(due.customer())
                .text(say.word("life." + due.lifeState()))
                .text(names.region(due.branch()))
                .text(due.personName())
                .day(due.lastVisit())
                .count((long) due.every())
                .day(due.due())
                .count(due.overdue())
                .day(due.planned());
    }
}
