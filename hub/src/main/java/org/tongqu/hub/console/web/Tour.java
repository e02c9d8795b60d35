package org.tongqu.hub.console.web;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * 导览: five pages as they stand, along one need, each with a word on what to look at.
 *
 * @param step 1 to {@link #STEPS}
 */
record Tour(int step) {
    static final int STEPS = 5;

    /** Name of the parameter that keeps a page on the tour. */
    static final String NAME = "tour";

    /** Nothing where a page is not on the tour, or says it stands where the tour has no step. */
    static @Nullable Tour ofNullable(@Nullable String step) {
        return step != null && step.matches("[1-" + STEPS + "]") ? new Tour(Integer.parseInt(step)) : null;
    }

    public int[] steps() {
        return IntStream.rangeClosed(1, STEPS).toArray();
    }

    public boolean last() {
        return step == STEPS;
    }

    /** Where a page of this tour lies when it is opened as this step. */
    String on(String address) {
        return address + (address.contains("?") ? "&" : "?") + NAME + "=" + step;
    }
}
