package org.tongqu.connectors.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.SalesSheet.Form;

/** An opened table in one pass: each row below its heading that is not blank; close it when done. */
public final class Table implements AutoCloseable {
    private final RecordSource records;
    private final Form form;
    private final int width;
    private long passed;

    private Table(RecordSource records, Form form) {
        this.records = records;
        this.form = form;
        this.width = width(form.heading());
    }

    static Table at(RecordSource records, Form form) throws IOException {
        Table table = new Table(records, form);
        SourceRecord record = records.next();
        while (record != null && record.rowNo() < form.headingRow()) {
            table.passed += record.blank() ? 0 : 1;
            record = records.next();
        }
        records.expectWidth(table.width);
        return table;
    }

    private static int width(List<String> heading) {
        int width = heading.size();
        while (width > 0 && Text.trim(heading.get(width - 1)).isEmpty()) {
            width--;
        }
        return width;
    }

    /**
     * One row.
     *
     * @param number of its first line in the file, or of its row in the sheet
     * @param cells trimmed; more than there are headings where the row has more
     * @param raw as it stood in the file
     * @param trouble why it cannot be parted into cells
     */
    public record Row(long number, List<String> cells, byte[] raw, Optional<Refusal> trouble) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** The next row, or empty at the end of the file. */
    public Optional<Row> next() {
        try {
            SourceRecord record = records.next();
            while (record != null && record.blank()) {
                record = records.next();
            }
            return Optional.ofNullable(record).map(Table::row);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Row row(SourceRecord record) {
        boolean damaged = record.cells().stream().anyMatch(cell -> Text.damaged(cell) || cell.indexOf('\0') >= 0);
        return damaged
                ? new Row(record.rowNo(), List.of(), record.raw(), Optional.of(Refusals.damagedText(record.rowNo())))
                : new Row(
                        record.rowNo(),
                        record.cells().stream().map(Text::trim).toList(),
                        record.raw(),
                        Optional.ofNullable(record.trouble()));
    }

    /** What the file looks like; its heading is as written. */
    public Form form() {
        return form;
    }

    /** The headings, as many as have a name or stand before one that has. */
    public List<String> headings() {
        return form.heading().subList(0, width).stream().map(Text::trim).toList();
    }

    /** Lines with words above the heading. */
    public long passed() {
        return passed;
    }

    @Override
    public void close() {
        try {
            records.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
