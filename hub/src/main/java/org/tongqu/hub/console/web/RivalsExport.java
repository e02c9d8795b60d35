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
import org.tongqu.hub.platform.Amount;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.Exports;
import org.tongqu.hub.visits.Rivals;

/** Rivals' offers as a workbook, in the page's language. */
@Controller
class RivalsExport {
    private static final List<String> COLUMNS = List.of(
            "rivals.class",
            "column.region",
            "rivals.name",
            "rivals.product",
            "rivals.price",
            "export.currency",
            "rivals.lead",
            "rivals.visit",
            "rivals.at");

    private final Rivals rivals;
    private final Exports exports;
    private final Export export = new Export(Export.MOST);

    RivalsExport(Rivals rivals, Exports exports) {
        this.rivals = rivals;
        this.exports = exports;
    }

    @GetMapping("/rivals.xlsx")
    void facts(
            Sender sender,
            @RequestParam(required = false) @Nullable String productClass,
            @RequestParam(required = false) @Nullable String region,
            HttpServletRequest request,
            HttpServletResponse response,
            @ModelAttribute(name = "say", binding = false) Say say,
            @ModelAttribute(name = "names", binding = false) Names names)
            throws IOException {
        Rivals.Sought sought =
                new Rivals.Sought(Asked.word("productClass", productClass), Asked.word("region", region));
        rivals.report(sender, sought);
        export.noted(
                exports,
                new Export.Asking(sender, request, response, say, "menu.rivals"),
                COLUMNS,
                window -> rivals.facts(sender, sought, window),
                (sheet, fact) -> row(sheet, fact, names));
    }

    private static void row(SheetOut sheet, Rivals.Fact fact, Names names) {
        Amount price = fact.price();
        sheet.text(names.productClass(fact.productClass()))
                .text(names.region(fact.region()))
                .text(fact.name())
                .text(fact.product())
                .amount(price == null ? null : price.amount())
                .text(price == null ? null : price.currency())
                .count(fact.leadTimeDays() == null ? null : (long) fact.leadTimeDays())
                .text(fact.visitNo())
                .moment(fact.visitedAt());
    }
}
