package org.tongqu.connectors.files;

import java.util.Arrays;
import java.util.Locale;

/** The columns our rejection files add; in a file that comes back they say nothing about the sale. */
enum OwnColumn {
    ROW_NO,
    REASON_CODE,
    REASON_ZH,
    REASON_EN;

    private final String plain = Text.plain(name());

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isHeading(String heading) {
        return plain.equals(Text.plain(heading));
    }

    static boolean is(String heading) {
        String plain = Text.plain(heading);
        return Arrays.stream(values()).anyMatch(own -> own.plain.equals(plain));
    }
}
