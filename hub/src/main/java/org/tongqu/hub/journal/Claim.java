package org.tongqu.hub.journal;

/**
 * One thing a message states, said once: the same key with the same content is a repeat, with other content it is refused.
 *
 * @param key names the thing, e.g. {@code visit|NE|NE-2026-000123}
 */
public record Claim(String key, String contentHash) {}
