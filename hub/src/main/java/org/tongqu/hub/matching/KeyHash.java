package org.tongqu.hub.matching;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.UUID;

/** A key as the store keeps it: 64 bits of its digest, a third of the room its text would take. */
final class KeyHash {
    private KeyHash() {}

    static long of(String key) {
        return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).getMostSignificantBits();
    }

    static Long[] all(Collection<String> keys) {
        return keys.stream().map(KeyHash::of).toArray(Long[]::new);
    }
}
