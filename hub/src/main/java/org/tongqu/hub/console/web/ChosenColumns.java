package org.tongqu.hub.console.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 列: which columns of a list its reader leaves out. The address says so, hence a saved view keeps it; the column that leads to the
 * record always stays.
 *
 * @param query the list's filters, as {@link Query#filters}
 */
record ChosenColumns(String path, String query, Set<String> leftOut) {
    /** Name of the parameter: columns left out, with commas. */
    static final String NAME = "without";

    private static final Map<String, List<String>> OF_LIST = Map.of(
            "/needs", List.of("waits", "due", "budget", "raised"),
            "/customers", List.of("life", "region", "uscc", "whole", "known"),
            "/orders", List.of("factory", "waits", "due", "total", "paid", "ordered"));
    private static final Map<String, String> OTHER_WORDS =
            Map.of("uscc", "field.uscc", "whole", "completeness", "ordered", "order.ordered");

    /** @param said as it stands in the address; what is no column of that list is passed over */
    static ChosenColumns of(String path, @Nullable String query, @Nullable String said) {
        List<String> asked = said == null ? List.of() : Arrays.asList(said.split(",", -1));
        Set<String> leftOut = columns(path).stream().filter(asked::contains).collect(Collectors.toUnmodifiableSet());
        return new ChosenColumns(path, Query.filters(query), leftOut);
    }

    private static List<String> columns(String path) {
        return OF_LIST.getOrDefault(path, List.of());
    }

    public boolean shows(String column) {
        return !leftOut.contains(column);
    }

    /** As the address says it; null where every column is shown. */
    public @Nullable String text() {
        return leftOut.isEmpty() ? null : text(leftOut);
    }

    private String text(Set<String> columns) {
        return columns(path).stream().filter(columns::contains).collect(Collectors.joining(","));
    }

    public List<Choice> choices() {
        return columns(path).stream()
                .map(column ->
                        new Choice(OTHER_WORDS.getOrDefault(column, "column." + column), shows(column), other(column)))
                .toList();
    }

    /** The same list with that column left out, or shown again. */
    private String other(String column) {
        Set<String> changed = Stream.concat(
                        leftOut.stream().filter(each -> !each.equals(column)),
                        shows(column) ? Stream.of(column) : Stream.of())
                .collect(Collectors.toSet());
        List<String> pairs = new ArrayList<>(Arrays.stream(query.split("&", -1))
                .filter(pair -> !pair.isEmpty() && !pair.startsWith(NAME + "="))
                .toList());
        if (!changed.isEmpty()) {
            pairs.add(NAME + "=" + text(changed));
        }
        return path + "?" + (pairs.isEmpty() ? "all" : String.join("&", pairs));
    }

    /** @param word key of the word over the column */
    record Choice(String word, boolean shown, String other) {}
}
