package org.tongqu.demo.line;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Who speaks to the hub, as the value of the Authorization header; it never shows itself in a log. */
public record Credential(String header) {
    public static Credential basic(String user, String password) {
        byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new Credential("Basic " + Base64.getEncoder().encodeToString(pair));
    }

    public static Credential bearer(String key) {
        return new Credential("Bearer " + key);
    }

    @Override
    public String toString() {
        return "Credential[hidden]";
    }
}
