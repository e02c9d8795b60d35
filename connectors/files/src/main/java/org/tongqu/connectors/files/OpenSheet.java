package org.tongqu.connectors.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Optional;
import org.tongqu.connectors.canon.SalesSheet;

/** A sheet in one pass: record by record below the heading, passing over what is no row. */
final class OpenSheet implements SalesSheet {
    private final RecordSource records;
    private final Form form;
    private final Passing passing;
    private final RowReader rows;
    private final boolean cameBack;
    private long ignored;

    private OpenSheet(RecordSource records, ColumnPlaces places, Form form, Clock clock) {
        this.records = records;
        this.form = form;
        this.passing = new Passing(places);
        this.rows = new RowReader(places, clock);
        this.cameBack = places.cameBack();
    }

    /** The records from the first on; those down to the heading's row are passed over. */
    static OpenSheet at(RecordSource records, Heading heading, Form form, Clock clock) throws IOException {
        OpenSheet sheet = new OpenSheet(records, new ColumnPlaces(heading), form, clock);
        sheet.passPreamble();
        records.expectWidth(heading.width());
        return sheet;
    }

    private void passPreamble() throws IOException {
        if (form.headingRow() == 0) {
            return;
        }
        SourceRecord record = records.next();
        while (record != null && record.rowNo() < form.headingRow()) {
            ignored++;
            record = records.next();
        }
    }

    @Override
    public Optional<Row> next() {
        try {
            SourceRecord record = records.next();
            while (record != null && passing.passes(record)) {
                ignored++;
                record = records.next();
            }
            return Optional.ofNullable(record)
                    .map(found -> cameBack ? Harmless.undone(found) : found)
                    .map(rows::read);
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
        return form;
    }

    @Override
    public double read() {
        return records.read();
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
