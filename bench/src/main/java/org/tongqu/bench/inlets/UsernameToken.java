package org.tongqu.bench.inlets;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;

/** A WS-Security header that is good once: {@code Base64(SHA-1(nonce + created + secret))}, as UsernameToken Profile 1.0 has it. */
public record UsernameToken(String login, String secret) {
    public String xml() {
        UUID random = UUID.randomUUID();
        byte[] nonce = ByteBuffer.allocate(16)
                .putLong(random.getMostSignificantBits())
                .putLong(random.getLeastSignificantBits())
                .array();
        String created = Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
        return """
                <w:Security xmlns:w="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd" \
                xmlns:u="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd" s:mustUnderstand="1">\
                <w:UsernameToken><w:Username>%s</w:Username>\
                <w:Password Type="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordDigest">%s</w:Password>\
                <w:Nonce EncodingType="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-soap-message-security-1.0#Base64Binary">%s</w:Nonce>\
                <u:Created>%s</u:Created></w:UsernameToken></w:Security>""".formatted(login, digest(nonce, created), Base64.getEncoder().encodeToString(nonce), created);
    }

    private String digest(byte[] nonce, String created) {
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(nonce);
            sha1.update(created.getBytes(UTF_8));
            return Base64.getEncoder().encodeToString(sha1.digest(secret.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
