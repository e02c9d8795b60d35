package org.tongqu.hub.console.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.tongqu.hub.needs.NeedsPages;

/**
 * 需求列表: one window of needs under the filters its address carries.
 *
 * @param counts needs by state, for the pills
 * @param byRegion whether the reader sees more than one region
 */
record NeedsList(
        String sentence,
        Map<String, String> filters,
        Map<String, Long> counts,
        boolean byRegion,
        List<Row> rows,
        @Nullable String next) {

    public @Nullable String state() {
        return filters.get("state");
    }

    public @Nullable String grade() {
        return filters.get("grade");
    }

    public @Nullable String region() {
        return filters.get("region");
    }

    public @Nullable String after() {
        return filters.get("after");
    }

    /** States that have needs, and the one chosen, in the order of the road. */
    public List<String> states() {
        return NeedsPages.STATES.stream()
                .filter(state -> counts.getOrDefault(state, 0L) > 0 || state.equals(state()))
                .toList();
    }

    public long count(String state) {
        return counts.getOrDefault(state, 0L);
    }

    /** The address with one filter more; every filter but going on itself starts again at the newest. */
    public String with(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(filters);
        changed.remove("after");
        changed.put(name, value);
        return address(changed);
    }

    public String without(String name) {
        Map<String, String> changed = new LinkedHashMap<>(filters);
        changed.remove("after");
        changed.remove(name);
        return address(changed);
    }

    static String address(Map<String, String> filters) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/needs");
        new TreeMap<>(filters).forEach(address::queryParam);
        return filters.isEmpty() ? "/needs?all" : address.encode().build().toUriString();
    }

    /** The same needs on the board, which has a column for each state. */
    public String board() {
        Map<String, String> on = new LinkedHashMap<>(filters);
        on.keySet().removeAll(List.of("state", ChosenColumns.NAME, "after"));
        on.put("look", "board");
        return address(on);
    }

    /** This very list, for the way back to it. */
    public String here() {
        return address(filters);
    }

    static Map<String, String> filters(
            @Nullable String state,
            @Nullable String grade,
            @Nullable String region,
            @Nullable String without,
            @Nullable String after) {
        Map<String, String> filters = new LinkedHashMap<>();
        Stream.of(
                        pair("state", state),
                        pair("grade", grade),
                        pair("region", region),
                        pair(ChosenColumns.NAME, without),
                        pair("after", after))
                .flatMap(List::stream)
                .forEach(entry -> filters.put(entry.getKey(), entry.getValue()));
        return filters;
    }

    private static List<Map.Entry<String, String>> pair(String name, @Nullable String value) {
        return value == null ? List.of() : List.of(Map.entry(name, value));
    }

    /**
     * One need.
     *
     * @param waitsFor whom it waits for; empty where nobody has to move
     * @param due of the most urgent factory
     */
    record Row(
            NeedsPages.NeedLine need,
            String whose,
            String waitsFor,
            String waited,
            @Nullable Due due) {}
}
