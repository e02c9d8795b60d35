package org.tongqu.hub.matching;

import java.text.Normalizer;
import java.util.Locale;

/** A firm's name without what people write differently by habit: width, case, blanks, dots and brackets. */
public final class NameForm {
    private NameForm() {}

    /** Empty where the name holds no letter or digit at all. */
    public static String of(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
