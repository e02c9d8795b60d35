package org.tongqu.demo.line;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The paper hub's book of partners, their settings and the routing rules, which counts every change. */
public final class PaperRegister {
    private static final String PARTNERS = "/api/v1/partners";
    private static final String RULES = "/api/v1/routing-rules";

    private final Map<String, ObjectNode> partners = new ConcurrentHashMap<>();
    private final Map<String, JsonNode> rules = new ConcurrentHashMap<>();
    private final AtomicInteger changes = new AtomicInteger();

    static boolean keeps(String path) {
        return path.startsWith(PARTNERS) || path.equals(RULES);
    }

    public Collection<ObjectNode> partners() {
        return partners.values();
    }

    public JsonNode partner(String code) {
        return partners.getOrDefault(code, JsonNodeFactory.instance.objectNode());
    }

    public Map<String, JsonNode> rules() {
        return rules;
    }

    public int changes() {
        return changes.get();
    }

    Object told(String path) {
        return Map.of("items", path.equals(RULES) ? rules.values() : partners.values());
    }

    int put(String path, JsonNode words) {
        changes.incrementAndGet();
        if (path.equals(RULES)) {
            rules.put(words.path("productClass").asText(), words);
            return 200;
        }
        if (path.equals(PARTNERS)) {
            return partners.putIfAbsent(words.path("code").asText(), words.deepCopy()) == null ? 201 : 409;
        }
        String[] parts = path.split("/", -1);
        partners.computeIfPresent(parts[4], (code, partner) -> partner.set(parts[5], words));
        return partners.containsKey(parts[4]) ? 200 : 404;
    }
}
