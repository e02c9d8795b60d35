package org.tongqu.connectors.files;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Which row of a table names its columns. */
record Headings(Set<String> known) {
    private static final int FIRST_ROWS = 21;

    /**
     * A heading.
     *
     * @param named how many known columns it names
     * @param spoilt records among the first that could not be read
     * @param beyond records among them that were read and have characters beyond ASCII
     */
    record Found(List<String> cells, long row, int named, int spoilt, int beyond) {
        Found {
            cells = List.copyOf(cells);
        }

        boolean beats(Found other) {
            return named > other.named;
        }
    }

    /** The row that names most, the earlier of two; else the first that says anything; empty where none does. */
    Optional<Found> in(RecordSource records) throws IOException {
        Found best = null;
        int spoilt = 0;
        int beyond = 0;
        for (int i = 0; i < FIRST_ROWS; i++) {
            SourceRecord record = records.next();
            if (record == null) {
                break;
            }
            spoilt += record.trouble() == null ? 0 : 1;
            beyond += beyondAscii(record) ? 1 : 0;
            if (record.trouble() == null && !record.blank()) {
                Found found = new Found(record.cells(), record.rowNo(), named(record.cells()), 0, 0);
                best = best == null || found.beats(best) ? found : best;
            }
        }
        Found chosen = best;
        int broken = spoilt;
        int read = beyond;
        return Stream.ofNullable(chosen)
                .map(found -> new Found(found.cells(), found.row(), found.named(), broken, read))
                .findFirst();
    }

    private static boolean beyondAscii(SourceRecord record) {
        return record.cells().stream().anyMatch(cell -> cell.chars().anyMatch(c -> c > 0x7F));
    }

    private int named(List<String> cells) {
        return (int) cells.stream()
                .map(Text::plain)
                .filter(known::contains)
                .distinct()
                .count();
    }
}
