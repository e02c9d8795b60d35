package org.tongqu.hub.reconciliation.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.tongqu.hub.platform.Slice;
import org.tongqu.hub.reconciliation.Discrepancies;
import org.tongqu.hub.reconciliation.Reading;
import org.tongqu.hub.reconciliation.ReconciliationPages;

/**
 * 对账台: one window of differences under the filters its address carries.
 *
 * @param state OPEN, DECIDED, SETTLED, or ALL
 * @param mine differences of the reader alone
 */
record Desk(
        Discrepancies.Counts counts,
        List<String> agents,
        String state,
        @Nullable String agent,
        @Nullable String reading,
        boolean mine,
        @Nullable String after,
        Slice<ReconciliationPages.Row> found) {
    public List<String> states() {
        return ReconciliationPages.STATES;
    }

    public List<String> readings() {
        return Arrays.stream(Reading.values()).map(Reading::name).toList();
    }

    public long count(String of) {
        return switch (of.toUpperCase(Locale.ROOT)) {
            case "OPEN" -> counts.open();
            case "DECIDED" -> counts.decided();
            case "SETTLED" -> counts.settled();
            default -> counts.open() + counts.decided() + counts.settled();
        };
    }

    public boolean filtered() {
        return agent != null || reading != null || mine;
    }

    /** This list with another filter; null takes that filter away, and every change begins at the newest. */
    public String with(String name, @Nullable String value) {
        Map<String, @Nullable String> all = new LinkedHashMap<>();
        all.put("state", state.equals("OPEN") ? null : state);
        all.put("agent", agent);
        all.put("reading", reading);
        all.put("mine", mine ? "true" : null);
        all.put(name, value);
        if ("OPEN".equals(all.get("state"))) {
            all.put("state", null);
        }
        all.values().removeIf(Objects::isNull);
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/reconciliation");
        all.keySet().forEach(each -> address.queryParam(each, "{" + each + "}"));
        return all.isEmpty()
                ? "/reconciliation?all"
                : address.encode().build(all).toString();
    }
}
