package org.tongqu.connectors.canon;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The chain through a branch's line: each entry's hash covers all before it, so two ends with the same hash have the same line. */
public final class LineChain {
    private LineChain() {}

    /** Before the first entry: other for every line, so that no entry can be moved to another line unnoticed. */
    public static String start(String line) {
        return sha256(line.getBytes(StandardCharsets.UTF_8), new byte[0]);
    }

    /** SHA-256 in lower-case hex over the hash before, as text, and the entry's own bytes. */
    public static String next(String prev, byte[] raw) {
        return sha256(prev.getBytes(StandardCharsets.US_ASCII), raw);
    }

    private static String sha256(byte[] first, byte[] second) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(first);
            return HexFormat.of().formatHex(digest.digest(second));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
