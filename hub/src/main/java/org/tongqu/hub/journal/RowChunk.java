package org.tongqu.hub.journal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.tongqu.connectors.canon.FileReport.FlaggedRow;
import org.tongqu.connectors.canon.FileReport.RefusedRow;
import org.tongqu.connectors.canon.SalesLine;
import org.tongqu.connectors.canon.SalesSheet.Row;

/** A chunk of rows, parted into those understood and those refused when read. */
record RowChunk(List<SalesLine> understood, List<RefusedRow> refused, Map<Long, byte[]> raw) {

    static RowChunk of(List<Row> rows) {
        List<SalesLine> understood = new ArrayList<>();
        List<RefusedRow> refused = new ArrayList<>();
        Map<Long, byte[]> raw = new HashMap<>();
        for (Row row : rows) {
            switch (row) {
                case Row.Understood good -> {
                    understood.add(good.line());
                    raw.put(good.rowNo(), good.raw());
                }
                case Row.Refused bad -> refused.add(new RefusedRow(bad.rowNo(), bad.raw(), bad.refusals()));
            }
        }
        return new RowChunk(understood, refused, raw);
    }

    /** Rows refused when read and rows the room refused, the latter with their bytes put back. */
    List<RefusedRow> refusedWith(List<RefusedRow> byRoom) {
        List<RefusedRow> all = new ArrayList<>(refused);
        for (RefusedRow row : byRoom) {
            all.add(new RefusedRow(row.rowNo(), Objects.requireNonNull(raw.get(row.rowNo())), row.refusals()));
        }
        return all;
    }

    List<FlaggedRow> flagged(List<RefusedRow> byRoom) {
        Set<Long> out = new HashSet<>();
        byRoom.forEach(row -> out.add(row.rowNo()));
        return understood.stream()
                .filter(line -> !line.flags().isEmpty() && !out.contains(line.rowNo()))
                .map(line -> new FlaggedRow(line.rowNo(), line.flags()))
                .toList();
    }
}
