package org.tongqu.hub.console.web;

import java.time.temporal.TemporalAccessor;
import org.jspecify.annotations.Nullable;

/**
 * 系统状况里的一项.
 *
 * @param name key of its word
 * @param style calm, soon (needs a person soon), late (wrong now) or gone (not known)
 * @param says how it stands, in a sentence
 * @param since when it became so; absent where the hub does not know
 * @param next what to do; absent where there is nothing to do
 * @param href where to do it
 */
record HealthPart(
        String name,
        String style,
        String says,
        @Nullable TemporalAccessor since,
        @Nullable String next,
        @Nullable String href) {
    static final String CALM = "calm";
    static final String SOON = "soon";
    static final String LATE = "late";
    static final String GONE = "gone";

    static HealthPart calm(String name, String says, @Nullable TemporalAccessor since) {
        return new HealthPart(name, CALM, says, since, null, null);
    }

    public int urgency() {
        return switch (style) {
            case LATE -> 0;
            case SOON -> 1;
            case GONE -> 2;
            default -> 3;
        };
    }
}
