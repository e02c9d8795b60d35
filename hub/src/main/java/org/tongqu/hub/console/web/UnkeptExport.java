package org.tongqu.hub.console.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.connectors.files.SheetOut;
import org.tongqu.hub.keeping.Unkept;
import org.tongqu.hub.platform.Exports;
import org.tongqu.hub.platform.Slice;

/** Customers that nobody keeps as a workbook, in the page's language. */
@Controller
class UnkeptExport {
    private static final List<String> COLUMNS = List.of(
            "export.number",
            "column.customer",
            "column.life",
            "column.region",
            "unkept.classes",
            "unkept.last",
            "unkept.since",
            "unkept.before",
            "unkept.covering");

    private final Unkept unkept;
    private final Exports exports;
    private final Export export = new Export(Export.MOST);

    UnkeptExport(Unkept unkept, Exports exports) {
        this.unkept = unkept;
        this.exports = exports;
    }

    @GetMapping("/cadence/unkept.xlsx")
    void unkept(
            Sender sender,
            HttpServletRequest request,
            HttpServletResponse response,
            @ModelAttribute(name = "say", binding = false) Say say,
            @ModelAttribute(name = "names", binding = false) Names names)
            throws IOException {
        List<Unkept.Row> all = unkept.all(sender);
        export.noted(
                exports,
                new Export.Asking(sender, request, response, say, "unkept.title"),
                COLUMNS,
                window -> new Slice<>(all, null),
                (sheet, row) -> row(sheet, row, say, names));
    }

    private static void row(SheetOut sheet, Unkept.Row row, Say say, Names names) {
        sheet.text("C-" + row.number())
                .text(row.customer())
                .text(say.word("life." + row.lifeState()))
                .text(names.region(row.region()))
                .text(listed(row.classes(), say, names::productClass))
                .day(row.lastContact())
                .day(row.since())
                .text(row.leftBy())
                .text(
                        row.covering().isEmpty()
                                ? say.word("unkept.nobody")
                                : listed(row.covering(), say, each -> named(each, say)));
    }

    private static String named(Unkept.Offer offer, Say say) {
        return offer.insteadOf() == null ? offer.name() : say.word("unkept.instead", offer.name(), offer.insteadOf());
    }

    private static <T> String listed(Collection<T> of, Say say, Function<T, String> named) {
        return of.stream().map(named).collect(Collectors.joining(say.word("list.comma")));
    }
}
