package org.tongqu.connectors.files;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Knows the lines that are no rows: blank lines, totals, notes, a heading said again, and second tables below the first. What might be a row is never
 * passed over.
 */
final class Passing {
    private static final Pattern NOTE = Pattern.compile(
            "(注|备注|说明|注意|附注|制表|制单|审核|复核|编制|填报|填表|打印|报送|note|remark|prepared|approved|printed)[^,]*:.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern MARKED = Pattern.compile("[*※#].*", Pattern.DOTALL);
    private static final Pattern SENTENCE = Pattern.compile("[:。;!?]");
    private static final Pattern DIGIT = Pattern.compile("\\p{N}");

    private final ColumnPlaces places;
    private boolean afterPassed;
    private @Nullable Heading second;

    Passing(ColumnPlaces places) {
        this.places = places;
    }

    boolean passes(SourceRecord record) {
        if (record.trouble() != null) {
            afterPassed = false;
            return second != null;
        }
        afterPassed = record.blank() || passes(record.cells());
        return afterPassed;
    }

    private boolean passes(List<String> cells) {
        if (wholeRow(cells)) {
            return inSecondTable();
        }
        Heading again = Heading.of(cells, places.heading().names());
        if (again.known() > 0 && places.heading().sameAs(again)) {
            second = null;
            return true;
        }
        if (second == null && startsSecondTable(cells, again)) {
            second = again;
        }
        return second != null || total(cells) || note(cells);
    }

    /** A row that reads well under our heading ends a second table, unless that table lists sales too. */
    private boolean inSecondTable() {
        if (second != null && !second.complete()) {
            second = null;
        }
        return second != null;
    }

    private boolean startsSecondTable(List<String> cells, Heading other) {
        if (dated(cells)
                || filled(cells).count() < 2
                || filled(cells).anyMatch(cell -> DIGIT.matcher(cell).find())) {
            return false;
        }
        return other.known() >= 3 || (afterPassed && (other.known() >= 1 || cells.size() < places.leastWidth()));
    }

    private boolean total(List<String> cells) {
        boolean said = Stream.of(Column.values())
                        .filter(column -> column != Column.REMARK)
                        .anyMatch(column -> TotalWords.is(places.cell(cells, column)))
                || filled(cells).findFirst().filter(TotalWords::is).isPresent();
        return said;
    }

    private boolean wholeRow(List<String> cells) {
        return cells.size() >= places.leastWidth()
                && dated(cells)
                && counted(cells)
                && names(cells, List.of(Column.CUSTOMER_NAME))
                && names(cells, Column.PRODUCT);
    }

    private boolean names(List<String> cells, List<Column> columns) {
        for (Column column : columns) {
            String cell = places.cell(cells, column);
            if (!cell.isEmpty() && !TotalWords.is(cell)) {
                return true;
            }
        }
        return false;
    }

    private boolean note(List<String> cells) {
        if (dated(cells) || counted(cells)) {
            return false;
        }
        String first = Text.compatible(filled(cells).findFirst().orElse(""));
        long said = filled(cells).count();
        boolean few = said <= 3 || places.cell(cells, Column.REMARK).isEmpty();
        return (few && NOTE.matcher(first).matches())
                || (said <= 3 && MARKED.matcher(first).matches())
                || (said == 1 && SENTENCE.matcher(first).find())
                || (said == 1 && afterPassed && !DIGIT.matcher(first).find());
    }

    private boolean dated(List<String> cells) {
        String cell = places.cell(cells, Column.SOLD_ON);
        return !cell.isEmpty() && Dates.read(Column.SOLD_ON, cell, wrong -> {}).isPresent();
    }

    private boolean counted(List<String> cells) {
        String cell = places.cell(cells, Column.QTY);
        return !cell.isEmpty()
                && Figures.read(Column.QTY, cell, java.math.BigDecimal.ONE, wrong -> {})
                        .isPresent();
    }

    private static Stream<String> filled(List<String> cells) {
        return cells.stream().map(Text::trim).filter(cell -> !cell.isEmpty());
    }
}
