package org.tongqu.connectors.files;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Tells whether two rows say the same, whatever their charset, column order, spelling of figures and dates, or place in the file. */
final class ContentHash {
    private final SortedMap<String, String> said = new TreeMap<>();

    /** An empty cell says as much as no column. */
    void add(Column column, String value) {
        put(column.key(), value);
    }

    void add(Column column, BigDecimal value) {
        put(column.key(), Figures.normal(value).toPlainString());
    }

    /** Unknown columns are kept apart from known ones by a sign no key has. */
    void addExtra(String heading, String value) {
        put("+" + heading, value);
    }

    private void put(String key, String value) {
        if (!value.isEmpty()) {
            said.put(key, Text.composed(value));
        }
    }

    /** SHA-256 in hex; NUL parts the pairs, since no row with a NUL is understood. */
    String hex() {
        StringBuilder canonical = new StringBuilder();
        for (Map.Entry<String, String> pair : said.entrySet()) {
            canonical.append(pair.getKey()).append('\0').append(pair.getValue()).append('\0');
        }
        return HexFormat.of().formatHex(sha256().digest(canonical.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
