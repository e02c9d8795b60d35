package org.tongqu.hub.console.web;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The query of an address as a list's filters: encoded pairs in one order, so that the same filters are the same text. */
final class Query {
    /** Where a list was scrolled to and what was opened beside it is no filter; {@code all} says that there are none. */
    private static final List<String> NO_FILTERS = List.of(
            "after", "open", "resent", "all", "in", Look.LANGUAGE, Look.THEME, "keys", "rail", "welcome", Tour.NAME);

    private Query() {}

    static String filters(@Nullable String query) {
        if (query == null) {
            return "";
        }
        return Arrays.stream(query.split("&", -1))
                .map(Query::same)
                .filter(pair -> !pair.isEmpty() && !pair.endsWith("=") && !NO_FILTERS.contains(name(pair)))
                .sorted()
                .collect(Collectors.joining("&"));
    }

    /** A pair spelled one way, however a browser, a form or a link spelled it; empty where it says nothing. */
    private static String same(String pair) {
        int at = pair.indexOf('=');
        try {
            return at < 0 ? "" : again(pair.substring(0, at)) + "=" + again(pair.substring(at + 1));
        } catch (IllegalArgumentException broken) {
            return "";
        }
    }

    private static String again(String encoded) {
        return URLEncoder.encode(URLDecoder.decode(encoded, StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    /** A value decoded; as it stands where it is broken, for then it finds nothing. */
    static String plain(String encoded) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return encoded;
        }
    }

    private static String name(String pair) {
        return pair.substring(0, pair.indexOf('='));
    }
}
