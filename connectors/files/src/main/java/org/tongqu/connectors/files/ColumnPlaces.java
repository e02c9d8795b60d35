package org.tongqu.connectors.files;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one heading says about every row under it: found out once a file, since a row that asked the heading again would cost more than all else it does. */
final class ColumnPlaces {
    private final Heading heading;
    private final int width;
    private final int leastWidth;
    private final List<Integer> rowNumbers;
    private final Map<Column, BigDecimal> factors = new EnumMap<>(Column.class);

    ColumnPlaces(Heading heading) {
        this.heading = heading;
        this.width = heading.width();
        this.leastWidth = leastWidth(heading);
        this.rowNumbers = rowNumbers(heading.written());
        heading.places()
                .forEach((column, at) ->
                        factors.put(column, Unit.factor(heading.written().get(at))));
    }

    private static int leastWidth(Heading heading) {
        return 1
                + heading.places().entrySet().stream()
                        .filter(place -> place.getKey() != Column.REMARK)
                        .mapToInt(Map.Entry::getValue)
                        .max()
                        .orElse(-1);
    }

    private static List<Integer> rowNumbers(List<String> written) {
        List<Integer> places = new ArrayList<>();
        for (int at = 0; at < written.size(); at++) {
            if (OwnColumn.ROW_NO.isHeading(written.get(at))) {
                places.add(at);
            }
        }
        return List.copyOf(places);
    }

    Heading heading() {
        return heading;
    }

    /** Cells a row may have: up to the last column with a name. */
    int width() {
        return width;
    }

    /** Cells a row must have: up to the last column that is neither remark nor unknown, since some programs leave out empty cells at the end. */
    int leastWidth() {
        return leastWidth;
    }

    /** The trimmed cell of a column, empty where the file has no such column. */
    String cell(List<String> cells, Column column) {
        Integer at = place(column);
        return at == null || at >= cells.size() ? "" : Text.trim(cells.get(at));
    }

    /** Where the file has the column. */
    @Nullable
    Integer place(Column column) {
        return heading.places().get(column);
    }

    /** What one figure in this column counts in: 1, or 10000 under 金额(万元). */
    BigDecimal factor(Column column) {
        return factors.getOrDefault(column, BigDecimal.ONE);
    }

    /** Whether the file is one of our rejection files come back. */
    boolean cameBack() {
        return !rowNumbers.isEmpty();
    }

    /** The row of the sender's first file that this one mends, where it came back in our own rejection file. */
    Optional<Long> mends(List<String> cells) {
        return rowNumbers.stream()
                .filter(at -> at < cells.size())
                .map(at -> Text.trim(cells.get(at)))
                .filter(cell -> Text.digits(cell, 15))
                .map(Long::valueOf)
                .findFirst();
    }
}
