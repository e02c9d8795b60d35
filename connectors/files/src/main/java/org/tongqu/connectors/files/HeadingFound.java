package org.tongqu.connectors.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A heading and where it stands.
 *
 * @param row number of its record
 */
record HeadingFound(Heading heading, long row) {
    /** The heading may stand below this many lines of preamble. */
    static final int PREAMBLE = 20;
    /** A heading with all required columns beats one without; then the earlier, or the one that says more. */
    static final Comparator<HeadingFound> BETTER = Comparator.<HeadingFound>comparingInt(
                    found -> found.heading().complete() ? 1 : 0)
            .thenComparingLong(found -> found.heading().complete() ? -found.row() : 0)
            .thenComparingInt(found -> found.heading().known())
            .thenComparingLong(found -> -found.row());

    private static final int LEAST_KNOWN = 2;

    /** The best among the first records, where one of them is a heading at all. */
    static Optional<HeadingFound> in(RecordSource records, ColumnNames names) {
        return Stream.generate(() -> next(records))
                .takeWhile(record -> record.isPresent() && record.get().rowNo() <= PREAMBLE + 1)
                .map(Optional::orElseThrow)
                .map(record -> new HeadingFound(Heading.of(record.cells(), names), record.rowNo()))
                .filter(found -> found.heading().known() >= LEAST_KNOWN)
                .max(BETTER);
    }

    private static Optional<SourceRecord> next(RecordSource records) {
        try {
            return Optional.ofNullable(records.next());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
