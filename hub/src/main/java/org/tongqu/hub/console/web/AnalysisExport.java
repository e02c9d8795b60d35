package org.tongqu.hub.console.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.connectors.files.SheetOut;
import org.tongqu.hub.analysis.Analyses;
import org.tongqu.hub.analysis.Line;
import org.tongqu.hub.analysis.Question;
import org.tongqu.hub.needs.Outcomes.Outcome;
import org.tongqu.hub.platform.Exports;
import org.tongqu.hub.platform.Slice;

/** The rows of an analysis as a workbook, in the page's language. */
@Controller
class AnalysisExport {
    private static final List<String> COLUMNS = List.of(
            "analysis.export.need",
            "analysis.export.summary",
            "analysis.export.part",
            "column.grade",
            "analysis.by.CLASS",
            "column.region",
            "column.factory",
            "column.state",
            "analysis.helped",
            "column.raised",
            "analysis.answered",
            "analysis.export.ordered",
            "analysis.export.price",
            "export.currency");

    private final Analyses analyses;
    private final Exports exports;
    private final Clock clock;
    private final Export export = new Export(Export.MOST);

    AnalysisExport(Analyses analyses, Exports exports, Clock clock) {
        this.analyses = analyses;
        this.exports = exports;
        this.clock = clock;
    }

    @GetMapping("/analysis.xlsx")
    void rows(
            Sender sender,
            Question question,
            HttpServletRequest request,
            HttpServletResponse response,
            @ModelAttribute(name = "say", binding = false) Say say,
            @ModelAttribute(name = "names", binding = false) Names names)
            throws IOException {
        List<Line> rows = analyses.of(sender, question.sought(clock)).rows();
        try {
            export.write(
                    response,
                    say,
                    "menu.analysis",
                    COLUMNS,
                    window -> new Slice<>(rows.subList(0, Math.min(rows.size(), Export.MOST)), null),
                    (sheet, line) -> row(sheet, line, say, names));
        } finally {
            exports.note(sender, request.getRequestURI(), Look.query(request), Math.min(rows.size(), Export.MOST));
        }
    }

    private static void row(SheetOut sheet, Line line, Say say, Names names) {
        Outcome part = line.part();
        sheet.text(part.number())
                .text(part.summary())
                .text(String.valueOf(part.part()))
                .text(part.grade())
                .text(part.productClass() == null ? null : names.productClass(part.productClass()))
                .text(names.region(part.region()))
                .text(part.factory() == null ? null : names.partner(part.factory()))
                .text(say.word("analysis.stage." + line.stage()))
                .text(line.helped() ? say.word("analysis.with") : null)
                .moment(part.raisedAt())
                .moment(line.answeredAt())
                .moment(line.orderedAt())
                .amount(line.price() == null ? null : line.price().amount())
                .text(line.price() == null ? null : line.price().currency());
    }
}
