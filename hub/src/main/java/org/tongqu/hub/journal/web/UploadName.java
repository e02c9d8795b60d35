package org.tongqu.hub.journal.web;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A browser may send a whole path as a file's name, or anything: the last step of it, short enough for a folder, is what is kept. */
final class UploadName {
    /** As in the drop folder: leaves room for {@code .rejected.csv} in 255 bytes. */
    private static final int LONGEST_BYTES = 180;

    private UploadName() {}

    /** Null where nothing is left that could be a name. */
    static @Nullable String of(String sent) {
        String last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        String plain = last.replaceAll("[\\p{Cntrl}\\uFFFD]", "_").strip();
        while (plain.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
            plain = plain.substring(plain.offsetByCodePoints(0, 1));
        }
        return plain.isEmpty() || plain.matches("\\.+") ? null : plain;
    }
}
