package org.tongqu.hub.imports.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.connectors.files.SheetOut;
import org.tongqu.hub.imports.ImportsPages;
import org.tongqu.hub.platform.Act;
import org.tongqu.hub.platform.Asked;
import org.tongqu.hub.platform.Columns;
import org.tongqu.hub.platform.Exports;
import org.tongqu.hub.platform.Policy;
import org.tongqu.hub.platform.Problem;
import org.tongqu.hub.platform.Slice;
import org.tongqu.hub.platform.Window;

/** An import's rows as a workbook, each as it stood in the file with its verdict and the reason; every cell is a text, so nothing in it runs. */
@Controller
class ImportRowsPage {
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final ImportsPages pages;
    private final Exports exports;
    private final Policy policy;
    private final MessageSource words;

    ImportRowsPage(ImportsPages pages, Exports exports, Policy policy, MessageSource words) {
        this.pages = pages;
        this.exports = exports;
        this.policy = policy;
        this.words = words;
    }

    @GetMapping("/imports/{id}/rows.xlsx")
    void rows(Sender sender, @PathVariable String id, HttpServletResponse response, Locale locale) throws IOException {
        policy.require(sender, Act.SEE_IMPORTS);
        ImportsPages.Import page = pages.one(sender, Asked.id(id))
                .orElseThrow(() -> Problem.notFound().said());
        exports.note(sender, "imports", id, page.line().rows());
        response.setContentType(TYPE);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("import-" + page.line().number() + ".xlsx", StandardCharsets.UTF_8)
                        .build()
                        .toString());
        List<String> heading = new ArrayList<>(
                List.of(say("column.row", locale), say("import.verdict", locale), say("column.why", locale)));
        page.columns().forEach(column -> heading.add(column.heading()));
        SheetOut sheet =
                new SheetOut(response.getOutputStream(), say("menu.imports", locale), Columns.HOUSE_ZONE, heading);
        write(sender, id, sheet, locale);
        sheet.finish();
    }

    private void write(Sender sender, String id, SheetOut sheet, Locale locale) {
        @Nullable String after = null;
        do {
            Slice<ImportsPages.RowShown> slice = pages.rows(sender, id, null, new Window(Window.MAX_LIMIT, after));
            slice.items().forEach(row -> write(row, sheet, locale));
            after = slice.next();
        } while (after != null);
    }

    private void write(ImportsPages.RowShown row, SheetOut sheet, Locale locale) {
        sheet.count(row.rowNo())
                .text(row.verdict() == null ? "" : say("import.verdict." + row.verdict(), locale))
                .text(reason(row, locale));
        row.cells().forEach(sheet::text);
        sheet.end();
    }

    private String reason(ImportsPages.RowShown row, Locale locale) {
        Refusal refusal = row.refusal();
        if (refusal != null) {
            return locale.getLanguage().equals("zh") ? refusal.zh() : refusal.en();
        }
        Stream<String> twin = Stream.ofNullable(row.twin())
                .map(other -> words.getMessage("import.twin", new Object[] {String.valueOf(other)}, locale));
        Stream<String> firms = row.customers().stream().map(known -> name(known, locale));
        return Stream.concat(firms, twin).collect(Collectors.joining("; "));
    }

    private String name(ImportsPages.Known known, Locale locale) {
        String name = known.name();
        if (name != null) {
            return name;
        }
        String held = known.heldBy();
        return words.getMessage(
                "import.held",
                new Object[] {held == null ? say("import.held.hq", locale) : say("region." + held, locale)},
                locale);
    }

    private String say(String word, Locale locale) {
        return words.getMessage(word, null, locale);
    }
}
