package org.tongqu.hub.sales;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.SalesLine;

/**
 * Which line a row speaks of: the one the agent numbered, or else whichever of the same contract, model (or else product), day and customer; a mended row, which
 * was never stored, stands apart from its neighbours so that it takes nobody's place but that of its own earlier mending.
 *
 * @param text a digest, since what agents write has any length and an index entry has not
 * @param numbered whether the agent's own numbers name it, so that there is exactly one
 */
record LineKey(String text, boolean numbered) {

    static LineKey of(SalesLine line) {
        boolean numbered = line.reportNo() != null && line.lineNo() != null;
        return new LineKey(numbered ? byNumber(line) : byContent(line), numbered);
    }

    private static String byNumber(SalesLine line) {
        return "no:"
                + new Digest()
                        .add(plain(line.reportNo()))
                        .add(plain(line.lineNo()))
                        .hex();
    }

    private static String byContent(SalesLine line) {
        return "row:"
                + new Digest()
                        .add(plain(line.contractNo()))
                        .add(plain(product(line)))
                        .add(line.soldOn().toString())
                        .add(plain(line.customer().name()))
                        .add(line.mends() == null ? null : "mends " + line.mends())
                        .hex();
    }

    /** Where no model is told, the code or the name says which product a line sold. */
    private static @Nullable String product(SalesLine line) {
        String code = line.productCode() == null ? line.productName() : line.productCode();
        return line.model() == null ? code : line.model();
    }

    /** Width, case and blanks make no other contract, model or customer. */
    static @Nullable String plain(@Nullable String text) {
        return text == null
                ? null
                : Normalizer.normalize(text, Normalizer.Form.NFKC)
                        .replaceAll("[\\s\\p{Z}]+", "")
                        .toUpperCase(Locale.ROOT);
    }
}
