package org.tongqu.connectors.files;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.Refusal;

/**
 * One record of the file: a line, or several where a quoted cell has line breaks.
 *
 * @param rowNo number of its first line
 * @param raw its bytes without the last line end
 * @param cells empty where there is {@code trouble}
 * @param ended false where the file stopped before a line end
 * @param trouble why it cannot be parted into cells
 * @param uncomputed cells of a workbook with a formula and no result, empty in {@code cells}
 */
record SourceRecord(
        long rowNo,
        byte[] raw,
        List<String> cells,
        boolean ended,
        @Nullable Refusal trouble,
        Set<Integer> uncomputed) {
    SourceRecord(long rowNo, byte[] raw, List<String> cells, boolean ended, @Nullable Refusal trouble) {
        this(rowNo, raw, cells, ended, trouble, Set.of());
    }

    SourceRecord with(List<String> otherCells) {
        return new SourceRecord(rowNo, raw, otherCells, ended, trouble, uncomputed);
    }

    boolean blank() {
        return trouble == null
                && cells.stream().allMatch(cell -> Text.trim(cell).isEmpty());
    }
}
