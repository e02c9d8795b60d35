package org.tongqu.hub.journal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongqu.connectors.canon.SalesSheet;
import org.tongqu.connectors.canon.SheetColumns;
import org.tongqu.connectors.files.SalesSheets;
import org.tongqu.connectors.files.SentCells;

/** One row of a file as its sender wrote it, found by reading the file once more: taken rows are not kept a second time. */
@Component
class SentRows {
    private final Clock clock;

    SentRows(Clock clock) {
        this.clock = clock;
    }

    /** Its headings and cells; empty where the file has no such row of data. */
    Optional<Row> row(JournalPages.Payload file, SheetColumns columns, long rowNo) {
        try (InputStream bytes = new BufferedInputStream(file.bytes())) {
            return switch (SalesSheets.open(new SalesSheets.Sent(bytes, file.size(), columns), clock)) {
                case SalesSheets.Opening.Opened(SalesSheet sheet) -> find(sheet, rowNo);
                case SalesSheets.Opening.Unreadable none -> Optional.empty();
            };
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    record Row(List<String> heading, List<String> cells) {}

    private static Optional<Row> find(SalesSheet sheet, long rowNo) {
        try (sheet) {
            Optional<SalesSheet.Row> row = sheet.next();
            while (row.isPresent() && row.get().rowNo() < rowNo) {
                row = sheet.next();
            }
            return row.filter(found -> found.rowNo() == rowNo)
                    .map(found -> new Row(sheet.form().heading(), SentCells.of(sheet.form(), raw(found))));
        }
    }

    private static byte[] raw(SalesSheet.Row row) {
        return switch (row) {
            case SalesSheet.Row.Understood good -> good.raw();
            case SalesSheet.Row.Refused bad -> bad.raw();
        };
    }
}
