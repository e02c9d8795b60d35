package org.tongqu.hub.partners;

import java.security.SecureRandom;
import java.util.Base64;
import org.tongqu.hub.platform.Sha256;

/** Makes API keys of 256 random bits and the hash they are known by. */
final class ApiKeys {
    private static final int BYTES = 32;

    private ApiKeys() {}

    static String fresh(SecureRandom random) {
        return "tq_" + secret(random);
    }

    /** 256 random bits in letters that need no quoting anywhere. */
    static String secret(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static String hash(String key) {
        return Sha256.hex(key);
    }
}
