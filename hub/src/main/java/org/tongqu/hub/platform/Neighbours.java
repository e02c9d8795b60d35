package org.tongqu.hub.platform;

import org.jspecify.annotations.Nullable;

/** Ids of the records above and below one in a list, newest first; absent at its ends. */
public record Neighbours(@Nullable String newer, @Nullable String older) {
    public static final Neighbours NONE = new Neighbours(null, null);
}
