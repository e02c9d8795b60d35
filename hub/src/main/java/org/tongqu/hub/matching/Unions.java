package org.tongqu.hub.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Ids joined by twos into connected parts, each named after its smallest. */
final class Unions {
    private final Map<String, String> roots = new TreeMap<>();

    void add(String id) {
        root(id);
    }

    void join(String a, String b) {
        String one = root(a);
        String other = root(b);
        roots.put(one.compareTo(other) < 0 ? other : one, one.compareTo(other) < 0 ? one : other);
    }

    private String root(String of) {
        String up = roots.computeIfAbsent(of, itself -> itself);
        return up.equals(of) ? of : root(up);
    }

    List<List<String>> parts() {
        Map<String, List<String>> parts = new TreeMap<>();
        List.copyOf(roots.keySet())
                .forEach(id -> parts.computeIfAbsent(root(id), none -> new ArrayList<>())
                        .add(id));
        return List.copyOf(parts.values());
    }
}
