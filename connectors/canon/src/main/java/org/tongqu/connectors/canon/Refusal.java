package org.tongqu.connectors.canon;

import static java.util.Objects.requireNonNull;

/**
 * One thing wrong with what a sender said, in words the sender can act on.
 *
 * @param pointer where it is: an RFC 6901 JSON pointer for documents ({@code /customer/name}), a column name for rows, empty for the whole
 * @param code closed upper-case code, e.g. {@code REQUIRED}, {@code BAD_DATE}; stable for machines
 * @param zh what is wrong and what to do, in Chinese
 * @param en the same in English
 */
public record Refusal(String pointer, String code, String zh, String en) {
    public Refusal {
        requireNonNull(pointer, "pointer");
        requireNonNull(code, "code");
        requireNonNull(zh, "zh");
        requireNonNull(en, "en");
    }
}
