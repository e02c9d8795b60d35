package org.tongqu.connectors.files;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tongqu.connectors.canon.Refusal;

/**
 * A heading line as understood: where each known column stands, what its figures count in, and which columns are the sender's own.
 *
 * @param written the cells as the sender wrote them
 * @param places position of each known column, from 0
 * @param extras heading of each unknown column by position
 * @param twice pairs of positions that name the same column
 * @param names in which it was read
 */
record Heading(
        List<String> written,
        Map<Column, Integer> places,
        Map<Integer, String> extras,
        List<int[]> twice,
        ColumnNames names) {

    static Heading of(List<String> written, ColumnNames names) {
        Map<Column, Integer> places = new EnumMap<>(Column.class);
        List<int[]> twice = new ArrayList<>();
        properNames(written, names, places, twice);
        looseNames(written, names, places);
        Map<Integer, String> extras = extras(written, places, twice);
        return new Heading(
                List.copyOf(written), Collections.unmodifiableMap(places), extras, List.copyOf(twice), names);
    }

    private static void properNames(
            List<String> written, ColumnNames names, Map<Column, Integer> places, List<int[]> twice) {
        for (int at = 0; at < written.size(); at++) {
            Optional<Column> column = names.column(written.get(at), true);
            if (column.isPresent()) {
                Integer before = places.putIfAbsent(column.get(), at);
                if (before != null) {
                    twice.add(new int[] {before, at});
                }
            }
        }
    }

    private static void looseNames(List<String> written, ColumnNames names, Map<Column, Integer> places) {
        for (int at = 0; at < written.size(); at++) {
            Optional<Column> column = names.column(written.get(at), false);
            if (column.isPresent()) {
                places.putIfAbsent(column.get(), at);
            }
        }
    }

    private static Map<Integer, String> extras(List<String> written, Map<Column, Integer> places, List<int[]> twice) {
        Map<Integer, String> extras = new TreeMap<>();
        Map<String, Integer> seen = new HashMap<>();
        for (int at = 0; at < lastNamed(written); at++) {
            if (places.containsValue(at) || OwnColumn.is(written.get(at)) || repeats(at, twice)) {
                continue;
            }
            String name = Text.composed(Text.trim(written.get(at)));
            Integer before = name.isEmpty() ? null : seen.putIfAbsent(name, at);
            if (before != null) {
                twice.add(new int[] {before, at});
            }
            extras.put(at, name.isEmpty() ? "#" + (at + 1) : name);
        }
        return Collections.unmodifiableMap(extras);
    }

    private static boolean repeats(int at, List<int[]> twice) {
        return twice.stream().anyMatch(pair -> pair[1] == at);
    }

    private static int lastNamed(List<String> written) {
        int last = written.size();
        while (last > 0 && Text.trim(written.get(last - 1)).isEmpty()) {
            last--;
        }
        return last;
    }

    /** Cells a row may have: up to the last column with a name. */
    int width() {
        return lastNamed(written);
    }

    int known() {
        return places.size();
    }

    boolean complete() {
        return missing().isEmpty();
    }

    /** Whether another heading line says the same, so that its table goes on with ours. */
    boolean sameAs(Heading other) {
        return plain().equals(other.plain());
    }

    private List<String> plain() {
        return written.subList(0, width()).stream().map(Text::plain).toList();
    }

    /** Why a table under this heading cannot be read at all. */
    Optional<Refusal> fault(long row) {
        if (!twice.isEmpty()) {
            int[] pair = twice.getFirst();
            return Optional.of(Refusals.columnTwice(row, pair[0], written.get(pair[0]), pair[1], written.get(pair[1])));
        }
        if (!complete()) {
            return Optional.of(Refusals.columnsMissing(row, missing()));
        }
        return foreign(row);
    }

    private Optional<Refusal> foreign(long row) {
        return places.entrySet().stream()
                .filter(place -> Column.MONEY.contains(place.getKey()))
                .filter(place ->
                        Unit.foreignCurrency(written.get(place.getValue())).isPresent())
                .map(place -> Refusals.foreignColumn(row, place.getKey(), written.get(place.getValue())))
                .findFirst();
    }

    /** Required columns the file lacks; a product column stands for all three. */
    private List<Column> missing() {
        List<Column> missing = new ArrayList<>();
        for (Column column : List.of(Column.SOLD_ON, Column.CUSTOMER_NAME, Column.QTY)) {
            if (!places.containsKey(column)) {
                missing.add(column);
            }
        }
        if (Column.PRODUCT.stream().noneMatch(places::containsKey)) {
            missing.add(Column.PRODUCT_CODE);
        }
        return missing;
    }
}
