package org.tongqu.connectors.files;

import java.util.Arrays;
import java.util.Locale;

/** The columns our rejection files add; in a file that comes back they say nothing about the sale. */
enum OwnColumn {
    ROW_NO,
    REASON_CODE,
    REASON_ZH,
    REASON_EN;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isHeading(String heading) {
        return Text.plain(key()).equals(Text.plain(heading));
    }

    static boolean is(String heading) {
        return Arrays.stream(values()).anyMatch(own -> own.isHeading(heading));
    }
}
