package org.tongqu.hub.console.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.connectors.files.SheetOut;
import org.tongqu.hub.platform.Exports;
import org.tongqu.hub.platform.Slice;
import org.tongqu.hub.platform.Window;

/**
 * 导出: a list's windows one after the other into a workbook, each read in a transaction of its own, so that a long list holds nothing.
 *
 * @param most rows it may have; a list that goes on says so in the row below
 */
record Export(int most) {
    static final int MOST = 20_000;
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** The same, and whoever takes it leaves a trace with the rows that went out, also where it broke off. */
    <T> void noted(
            Exports exports,
            Asking asking,
            List<String> columns,
            Function<Window, Slice<T>> list,
            BiConsumer<SheetOut, T> row)
            throws IOException {
        AtomicLong rows = new AtomicLong();
        try {
            write(asking.response(), asking.say(), asking.name(), columns, list, (sheet, each) -> {
                rows.incrementAndGet();
                row.accept(sheet, each);
            });
        } finally {
            exports.note(asking.sender(), asking.request().getRequestURI(), Look.query(asking.request()), rows.get());
        }
    }

    /** @param columns keys of the words over the columns */
    <T> void write(
            HttpServletResponse response,
            Say say,
            String name,
            List<String> columns,
            Function<Window, Slice<T>> list,
            BiConsumer<SheetOut, T> row)
            throws IOException {
        response.setContentType(TYPE);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, attachment(say, name));
        List<String> heading = columns.stream().map(say::word).toList();
        SheetOut sheet = new SheetOut(response.getOutputStream(), say.word(name), Say.ZONE, heading);
        if (rows(sheet, list, row)) {
            sheet.text(say.word("export.cut", say.number(most))).end();
        }
        sheet.finish();
    }

    /** Says whether there would have been more. */
    private <T> boolean rows(SheetOut sheet, Function<Window, Slice<T>> list, BiConsumer<SheetOut, T> row) {
        int left = most;
        @Nullable String after = null;
        do {
            Slice<T> slice = list.apply(new Window(Math.min(left, Window.MAX_LIMIT), after));
            for (T each : slice.items()) {
                row.accept(sheet, each);
                sheet.end();
            }
            left -= slice.items().size();
            after = slice.next();
        } while (after != null && left > 0);
        return after != null;
    }

    private static String attachment(Say say, String name) {
        String file = say.word(name) + "-" + LocalDate.ofInstant(say.now(), Say.ZONE) + ".xlsx";
        return ContentDisposition.attachment()
                .filename(file, StandardCharsets.UTF_8)
                .build()
                .toString();
    }

    /** Who asks for a list, and under which word's name. */
    record Asking(Sender sender, HttpServletRequest request, HttpServletResponse response, Say say, String name) {}
}
