package org.tongqu.hub.platform;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
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
            throw Problem.badParameter(name, "应为下列之一：" + list, "it must be one of: " + list)
                    .said();
        }
        return word;
    }

    /** Says true, false or nothing. */
    public static boolean flag(String name, @Nullable String raw) {
        String word = oneOf(name, raw, List.of("true", "false"));
        return "true".equals(word);
    }

    /** The end of a day such as 2026-03-01 in the house's zone; absent where none is given. */
    public static @Nullable Instant endOf(String name, @Nullable String raw) {
        String word = word(name, raw);
        try {
            return word == null
                    ? null
                    : LocalDate.parse(word)
                            .plusDays(1)
                            .atStartOfDay(Columns.HOUSE_ZONE)
                            .toInstant();
        } catch (DateTimeParseException noDay) {
            throw Problem.badParameter(name, "应为日期，例如 2026-03-01。", "it must be a day such as 2026-03-01.")
                    .said();
        }
    }

    /** The id as asked for; what cannot be one of ours is simply not found. */
    public static String id(String text) {
        if (!text.matches("[0-9a-zA-Z_-]{1,64}")) {
            throw Problem.notFound().said();
        }
        return text;
    }
}
