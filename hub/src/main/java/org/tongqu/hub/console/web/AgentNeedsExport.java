package org.tongqu.hub.console.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.connectors.files.SheetOut;
import org.tongqu.hub.demand.AgentNeeds;
import org.tongqu.hub.platform.Exports;

/** The needs that run through an agent as a workbook, in the page's language. */
@Controller
class AgentNeedsExport {
    private static final List<String> COLUMNS = List.of(
            "served.id",
            "export.number",
            "export.need",
            "column.customer",
            "column.part",
            "served.factory",
            "column.state",
            "served.asked",
            "served.ordered");

    private final AgentNeeds needs;
    private final Exports exports;
    private final Export export = new Export(Export.MOST);

    AgentNeedsExport(AgentNeeds needs, Exports exports) {
        this.needs = needs;
        this.exports = exports;
    }

    @GetMapping("/agent-needs.xlsx")
    void needs(
            Sender sender,
            HttpServletRequest request,
            HttpServletResponse response,
            @ModelAttribute(name = "say", binding = false) Say say,
            @ModelAttribute(name = "names", binding = false) Names names)
            throws IOException {
        needs.mayRead(sender);
        export.noted(
                exports,
                new Export.Asking(sender, request, response, say, "menu.served"),
                COLUMNS,
                window -> needs.list(sender, window),
                (sheet, need) -> row(sheet, need, say, names));
    }

    private static void row(SheetOut sheet, AgentNeeds.AgentNeed need, Say say, Names names) {
        sheet.text(need.demandId())
                .text(need.needNumber())
                .text(need.summary())
                .text(need.customer().name())
                .text(need.parts().stream()
                        .map(part -> say.word("part.of", names.productClass(part.productClass()), say.qty(part.qty())))
                        .collect(Collectors.joining(", ")))
                .text(need.factoryName())
                .text(say.word("demand.state." + need.state()))
                .moment(need.askedAt())
                .moment(need.orderedAt());
    }
}
