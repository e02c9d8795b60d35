package org.tongqu.hub.platform;

import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is asked for, by key and not by number, so that news at the top shifts nothing.
 *
 * @param limit 1 to 200 items
 * @param after the {@code next} of the page before; absent for the first
 */
public record Window(int limit, @Nullable String after) {
    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 200;
    private static final String END_OF_NUMBERS = String.valueOf(Long.MAX_VALUE);
    /** Sorts behind every id, which are hexadecimal digits and hyphens. */
    private static final String END_OF_IDS = "g";

    public Window {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit is not 1 to 200: " + limit);
        }
    }

    public static Window first(int limit) {
        return new Window(limit, null);
    }

    /** For lists kept by id. */
    public static Window ofIds(@Nullable String limit, @Nullable String after) {
        return asked(limit, after, "[0-9a-f-]{36}");
    }

    /** For lists kept by a running number. */
    public static Window ofNumbers(@Nullable String limit, @Nullable String after) {
        return asked(limit, after, "[0-9]{1,18}");
    }

    /** For lists of partners. */
    public static Window ofCodes(@Nullable String limit, @Nullable String after) {
        return asked(limit, after, "[a-z0-9][a-z0-9-]{1,62}");
    }

    private static Window asked(@Nullable String limit, @Nullable String after, String form) {
        if (after != null && !after.matches(form)) {
            throw Problem.badParameter("after", "请原样使用上一页给出的 next。", "hand back the next of the page before as it is.")
                    .said();
        }
        return new Window(limit(limit), after);
    }

    private static int limit(@Nullable String limit) {
        if (limit == null) {
            return DEFAULT_LIMIT;
        }
        if (!limit.matches("[0-9]{1,3}") || Integer.parseInt(limit) < 1 || Integer.parseInt(limit) > MAX_LIMIT) {
            throw Problem.badParameter("limit", "应为 1 到 200 的整数。", "it must be a whole number from 1 to 200.")
                    .said();
        }
        return Integer.parseInt(limit);
    }

    /** One row more than is shown tells whether there is a next page. */
    public int oneMore() {
        return limit + 1;
    }

    public String beforeId() {
        return after == null ? END_OF_IDS : after;
    }

    public long beforeNumber() {
        return Long.parseLong(after == null ? END_OF_NUMBERS : after);
    }
}
