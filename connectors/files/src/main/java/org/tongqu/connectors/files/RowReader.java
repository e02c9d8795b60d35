package org.tongqu.connectors.files;

import java.time.Clock;
import java.util.List;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.SalesSheet.Row;

/** One record under a heading to one sales line, or to all that is wrong with it. */
final class RowReader {
    private final ColumnPlaces places;
    private final Clock clock;

    RowReader(ColumnPlaces places, Clock clock) {
        this.places = places;
        this.clock = clock;
    }

    Row read(SourceRecord record) {
        Refusal trouble = record.trouble() == null ? misshapen(record) : record.trouble();
        return trouble == null
                ? new RowSaid(places, record, clock).row()
                : new Row.Refused(record.rowNo(), List.of(trouble), record.raw());
    }

    private @org.jspecify.annotations.Nullable Refusal misshapen(SourceRecord record) {
        List<String> cells = record.cells();
        int said = cells.size();
        int width = places.width();
        if (said > width
                && cells.subList(width, said).stream()
                        .anyMatch(cell -> !Text.trim(cell).isEmpty())) {
            return Refusals.tooManyCells(record.rowNo(), said, width);
        }
        boolean cutOff = said < width && !record.ended();
        return cutOff || said < places.leastWidth() ? Refusals.tooFewCells(record.rowNo(), said, width) : null;
    }
}
