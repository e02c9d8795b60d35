package org.tongqu.hub.platform;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of a query: what cannot be meant is told to the asker, and never reaches the database. */
public final class Asked {
    private static final int LONGEST = 200;

    private Asked() {}

    /** The word without blanks around it; an empty one counts as not given. */
    public static @Nullable String word(String name, @Nullable String raw) {
        if (raw == null || raw.isBlank()) {
            return null;
        }
        String word = raw.strip();
        if (word.length() > LONGEST || word.chars().anyMatch(Character::isISOControl)) {
            throw Problem.badParameter(name, "最多 200 个字，不含控制字符。", "at most 200 characters and no control characters.")
                    .said();
        }
        return word;
    }

    public static @Nullable String oneOf(String name, @Nullable String raw, Collection<String> known) {
        String word = word(name, raw);
        if (word != null && !known.contains(word)) {
            String list = String.join(" ", known);
            throw Problem.badParameter(name, "应为下列之一：" + list, "it must be one of: " + list).said();
        }
        return word;
    }

    /** Says true, false or nothing. */
    public static boolean flag(String name, @Nullable String raw) {
        String word = oneOf(name, raw, java.util.List.of("true", "false"));
        return "true".equals(word);
    }

    /** Whether a text can be one of our ids at all; what cannot is simply not found. */
    public static boolean isId(String text) {
        return text.matches("[0-9a-zA-Z_-]{1,64}");
    }
}
