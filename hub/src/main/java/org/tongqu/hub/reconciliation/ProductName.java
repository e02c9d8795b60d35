package org.tongqu.hub.reconciliation;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Products as people write them, folded: full width and half, capitals and small letters, blanks and hyphens are one. */
final class ProductName {
    private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9./-]*[0-9][A-Z0-9./-]*");
    private static final Pattern IDLE = Pattern.compile("[\\s\\-_/·.]+");
    private static final int LEAST_CODE = 4;

    private ProductName() {}

    /** Of code, model and name the first that is there; a name that holds a code (CK6150 数控车床) goes by the code. */
    static String of(@Nullable String code, @Nullable String model, @Nullable String product) {
        return Stream.of(folded(code), folded(model), folded(codeIn(product)))
                .filter(said -> !said.isEmpty())
                .findFirst()
                .orElse("");
    }

    static String folded(@Nullable String said) {
        return said == null ? "" : IDLE.matcher(wide(said)).replaceAll("");
    }

    private static String codeIn(@Nullable String product) {
        if (product == null) {
            return "";
        }
        Matcher code = CODE.matcher(wide(product));
        return code.find() && code.group().length() >= LEAST_CODE ? code.group() : product;
    }

    private static String wide(String said) {
        return Normalizer.normalize(said, Normalizer.Form.NFKC).strip().toUpperCase(Locale.ROOT);
    }
}
