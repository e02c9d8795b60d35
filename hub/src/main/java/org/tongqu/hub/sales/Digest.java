package org.tongqu.hub.sales;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.tongqu.hub.platform.Sha256;

/** SHA-256 over what was said, blind to how it was written: 2 is 2.0, and the same instant in two zones is one. */
final class Digest {
    private final StringBuilder said = new StringBuilder();

    /** Lengths part the values, so that no two lists of values read alike. */
    Digest add(@Nullable String text) {
        said.append(text == null ? "-" : text.length() + ":" + text).append(';');
        return this;
    }

    Digest add(BigDecimal figure) {
        return add(plain(figure));
    }

    Digest add(OffsetDateTime time) {
        return add(time.toInstant().toString());
    }

    String hex() {
        return Sha256.hex(said.toString());
    }

    /** A key of parts that cannot be read in two ways, whatever the parts contain. */
    static String key(String... parts) {
        StringJoiner key = new StringJoiner("|");
        for (String part : parts) {
            key.add(part.replace("\\", "\\\\").replace("|", "\\|"));
        }
        return key.toString();
    }

    private static String plain(BigDecimal figure) {
        return figure.signum() == 0 ? "0" : figure.stripTrailingZeros().toPlainString();
    }
}
