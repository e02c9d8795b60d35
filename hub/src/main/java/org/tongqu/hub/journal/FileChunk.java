package org.tongqu.hub.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tongqu.connectors.canon.SalesSheet;

/**
 * Rows of a file that are taken together.
 *
 * @param last whether nothing stands behind them
 */
record FileChunk(List<SalesSheet.Row> rows, boolean last) {
    static final int ROWS = 2_000;
    /** Bytes as they stood in the file; so many rows of the longest kind would be thirty times that. */
    static final long BYTES = 4 << 20;

    /** At most {@code most} rows after the checkpoint; rows before it were taken by an earlier run. */
    static FileChunk next(SalesSheet sheet, long checkpoint, int most) {
        List<SalesSheet.Row> rows = new ArrayList<>(most);
        long bytes = 0;
        while (rows.size() < most && bytes < BYTES) {
            Optional<SalesSheet.Row> row = sheet.next();
            if (row.isEmpty()) {
                return new FileChunk(rows, true);
            }
            if (row.get().rowNo() > checkpoint) {
                rows.add(row.get());
                bytes += raw(row.get()).length;
            }
        }
        return new FileChunk(rows, false);
    }

    private static byte[] raw(SalesSheet.Row row) {
        return switch (row) {
            case SalesSheet.Row.Understood understood -> understood.raw();
            case SalesSheet.Row.Refused refused -> refused.raw();
        };
    }

    /** The number of the last row, or the checkpoint before where there is none. */
    long upTo(long before) {
        return rows.isEmpty() ? before : rows.getLast().rowNo();
    }
}
