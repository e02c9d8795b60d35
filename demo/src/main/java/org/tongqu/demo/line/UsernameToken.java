package org.tongqu.demo.line;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * WS-Security's UsernameToken with a digest: proves that one knows the secret without saying it.
 *
 * @param nonce in Base64
 * @param created as written, e.g. 2026-03-02T01:30:00Z
 */
public record UsernameToken(String user, String digest, String nonce, String created) {
    private static final SecureRandom RANDOM = new SecureRandom();

    static UsernameToken of(String user, String secret, Instant now) {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        String nonce = Base64.getEncoder().encodeToString(bytes);
        return new UsernameToken(user, digest(bytes, now.toString(), secret), nonce, now.toString());
    }

    /** Whether it is this user's, made with this secret. */
    public boolean proves(String wantedUser, String secret) {
        byte[] due = digest(decoded(nonce), created, secret).getBytes(StandardCharsets.US_ASCII);
        return user.equals(wantedUser) && MessageDigest.isEqual(due, digest.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] decoded(@Nullable String text) {
        try {
            return Base64.getDecoder().decode(text == null ? "" : text);
        } catch (IllegalArgumentException noBase64) {
            return new byte[0];
        }
    }

    private static String digest(byte[] nonce, String created, String secret) {
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(nonce);
            sha1.update(created.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(sha1.digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
