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
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.Exports;
import org.tongqu.hub.reconciliation.Discrepancies;
import org.tongqu.hub.reconciliation.ReconciliationPages;

/** The list of differences as a workbook, in the page's language; it says the reading with its numbers as the page does. */
@Controller
class ReconciliationExport {
    private static final List<String> COLUMNS = List.of(
            "export.number",
            "export.agent",
            "column.customer",
            "column.product",
            "column.month",
            "side.SOLD",
            "side.SHIPPED",
            "side.STATED",
            "case.amount",
            "case.reading",
            "column.state",
            "case.owner",
            "case.due",
            "case.verdict",
            "case.why",
            "case.opened");

    private final ReconciliationPages pages;
    private final Exports exports;
    private final Export export = new Export(Export.MOST);

    ReconciliationExport(ReconciliationPages pages, Exports exports) {
        this.pages = pages;
        this.exports = exports;
    }

    @GetMapping("/reconciliation.xlsx")
    void differences(
            Sender sender,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String agent,
            @RequestParam(required = false) @Nullable String reading,
            @RequestParam(required = false) @Nullable String mine,
            HttpServletRequest request,
            HttpServletResponse response,
            @ModelAttribute(name = "say", binding = false) Say say,
            @ModelAttribute(name = "names", binding = false) Names names)
            throws IOException {
        String owner = Asked.flag("mine", mine) ? sender.login() : null;
        Discrepancies.Sought sought = ReconciliationPages.sought(state, agent, reading, owner);
        export.noted(
                exports,
                new Export.Asking(sender, request, response, say, "menu.reconciliation"),
                COLUMNS,
                window -> pages.list(sender, sought, window),
                (sheet, row) -> row(sheet, row, say, names));
    }

    private static void row(SheetOut sheet, ReconciliationPages.Row row, Say say, Names names) {
        Discrepancies.Line line = row.line();
        sheet.text(String.valueOf(line.number()))
                .text(names.partner(line.agent()))
                .text(row.customer())
                .text(line.product())
                .text(line.month().toString())
                .amount(line.sold())
                .amount(line.shipped())
                .amount(line.stated())
                .amount(line.amount())
                .text(say.word(
                        "reading.says." + line.reading(),
                        say.qty(line.sold()),
                        say.qty(line.shipped()),
                        say.qty(line.stated()),
                        say.qty(line.amount())))
                .text(say.word("case.state." + line.state()))
                .text(names.person(line.owner()))
                .day(line.due())
                .text(line.verdict() == null ? null : say.word("verdict." + line.verdict()))
                .text(line.why())
                .moment(line.openedAt());
    }
}
