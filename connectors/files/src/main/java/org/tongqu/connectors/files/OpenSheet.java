package org.tongqu.connectors.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Optional;
import org.tongqu.connectors.canon.SalesSheet;

/** A sheet in one pass: record by record below the heading, passing over what is no row. */
final class OpenSheet implements SalesSheet {
    private final InputStream bytes;
    private final Layout layout;
    private final Records records;
    private final Passing passing;
    private final RowReader rows;
    private long ignored;

    private OpenSheet(Layout layout, InputStream bytes, Clock clock) {
        this.bytes = bytes;
        this.layout = layout;
        this.records = new Records(new PhysicalLines(bytes, layout.encoding()), layout.encoding(), layout.delimiter());
        this.passing = new Passing(layout.heading());
        this.rows = new RowReader(layout.heading(), clock);
    }

    static OpenSheet at(Layout layout, InputStream bytes, Clock clock) throws IOException {
        OpenSheet sheet = new OpenSheet(layout, bytes, clock);
        sheet.passPreamble();
        return sheet;
    }

    private void passPreamble() throws IOException {
        SourceRecord record = records.next();
        while (record != null && record.rowNo() < layout.headingRow()) {
            ignored++;
            record = records.next();
        }
        records.expectWidth(layout.heading().width());
    }

    @Override
    public Optional<Row> next() {
        try {
            SourceRecord record = records.next();
            while (record != null && passing.passes(record)) {
                ignored++;
                record = records.next();
            }
            return Optional.ofNullable(record).map(rows::read);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public long ignored() {
        return ignored;
    }

    @Override
    public Form form() {
        return layout.form();
    }

    @Override
    public void close() {
        try {
            bytes.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
