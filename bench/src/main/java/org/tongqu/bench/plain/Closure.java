package org.tongqu.bench.plain;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Whoever is linked with somebody is of one group with all whom that one is linked with. */
final class Closure {
    private final Map<String, String> nearer = new HashMap<>();

    void join(String one, String other) {
        nearer.put(head(one), head(other));
    }

    private String head(String id) {
        String at = id;
        String next = nearer.getOrDefault(at, at);
        while (!next.equals(at)) {
            String after = nearer.getOrDefault(next, next);
            nearer.put(at, after);
            at = next;
            next = after;
        }
        return at;
    }

    /** Group of each that was ever joined. */
    Map<String, String> groups() {
        Map<String, String> groups = new TreeMap<>();
        nearer.keySet().stream().toList().forEach(id -> groups.put(id, head(id)));
        return groups;
    }
}
