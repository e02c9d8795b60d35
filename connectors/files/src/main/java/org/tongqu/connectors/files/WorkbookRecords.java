package org.tongqu.connectors.files;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The rows of a workbook's sheet of sales; with them the workbook is closed. */
final class WorkbookRecords implements RecordSource {
    private final Workbook workbook;
    private final SheetRows rows;

    WorkbookRecords(Workbook workbook, SheetRows rows) {
        this.workbook = workbook;
        this.rows = rows;
    }

    @Override
    public @Nullable SourceRecord next() {
        return rows.next();
    }

    @Override
    public void expectWidth(int headingCells) {
        rows.expectWidth(headingCells);
    }

    @Override
    public double read() {
        return rows.read();
    }

    @Override
    public void close() throws IOException {
        try (workbook) {
            rows.close();
        }
    }
}
