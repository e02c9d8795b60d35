package org.tongqu.connectors.files;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.dhatim.fastexcel.Worksheet;
import org.tongqu.connectors.canon.FileReport.RefusedRow;
import org.tongqu.connectors.canon.SalesSheet.Form;

/** Refused rows as a workbook for a sender who sent one. Every cell is text, which no spreadsheet takes for a formula, and rows leave memory as they are written. */
final class RejectionWorkbook implements AutoCloseable {
    /** Refused rows it has room for, below its heading. */
    static final long MOST_ROWS = SheetRows.LAST_ROW - 1;

    private static final int AT_ONCE = 500;

    private final org.dhatim.fastexcel.Workbook workbook;
    private final Worksheet sheet;
    private final RejectionRows rows;
    private int row;

    RejectionWorkbook(OutputStream out, Form form) {
        this.workbook = new org.dhatim.fastexcel.Workbook(out, "Tongqu", "1.0");
        this.sheet = workbook.newWorksheet("rejected");
        this.rows = new RejectionRows(form);
    }

    void begin() {
        write(rows.heading());
    }

    void add(RefusedRow refused) {
        write(rows.cells(new String(refused.raw(), StandardCharsets.UTF_8), refused, Function.identity()));
    }

    private void write(List<String> cells) {
        for (int at = 0; at < Math.min(cells.size(), SheetRow.LAST_COLUMN); at++) {
            if (!cells.get(at).isEmpty()) {
                sheet.inlineString(row, at, CellText.escaped(cells.get(at)));
            }
        }
        row++;
        if (row % AT_ONCE == 0) {
            flush();
        }
    }

    private void flush() {
        try {
            sheet.flush();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() throws IOException {
        workbook.finish();
    }
}
