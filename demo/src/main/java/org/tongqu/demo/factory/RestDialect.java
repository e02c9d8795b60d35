package org.tongqu.demo.factory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.tongqu.demo.line.Json;

/** {@code POST /demands} with a bearer and an Idempotency-Key. */
record RestDialect(FactorySettings settings, Set<String> turnedAway) implements Dialect {
    RestDialect(FactorySettings settings) {
        this(settings, ConcurrentHashMap.newKeySet());
    }

    @Override
    public @Nullable Delivered read(HttpExchange exchange, byte[] body) throws IOException {
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        JsonNode asked = parsed(body);
        if (!exchange.getRequestMethod().equals("POST")) {
            Replies.send(exchange, 405, Map.of("error", "POST only"));
        } else if (!allowed(exchange.getRequestHeaders().getFirst("Authorization"))) {
            Replies.send(exchange, 401, Map.of("error", "wrong bearer"));
        } else if (key == null || key.isBlank() || asked == null) {
            Replies.send(exchange, 400, Map.of("error", "Idempotency-Key and a demandId are needed"));
        } else if (isTooLong(asked) && turnedAway.add(asked.path("demandId").asText())) {
            Replies.send(exchange, 422, Map.of("error", "客户名称超过 %d 个字，本厂系统登记不了；字段加宽后请重发".formatted(longest())));
        } else {
            return new Delivered(key, asked.path("demandId").asText(), asked);
        }
        return null;
    }

    private boolean isTooLong(JsonNode asked) {
        return asked.at("/customer/name").asText().length() > longest();
    }

    private int longest() {
        return settings.temper().longestName();
    }

    private boolean allowed(@Nullable String header) {
        byte[] wanted = ("Bearer " + settings.secret()).getBytes(StandardCharsets.UTF_8);
        return header != null && MessageDigest.isEqual(header.getBytes(StandardCharsets.UTF_8), wanted);
    }

    private static @Nullable JsonNode parsed(byte[] body) {
        try {
            JsonNode asked = Json.read(new String(body, StandardCharsets.UTF_8));
            return asked.path("demandId").asText().isBlank() ? null : asked;
        } catch (JsonProcessingException garbage) {
            return null;
        }
    }

    @Override
    public void acknowledge(HttpExchange exchange, Ledger.Taking taking) throws IOException {
        Replies.send(exchange, 200, Map.of("demandId", taking.demandId(), "factoryRef", taking.factoryRef()));
    }

    @Override
    public void acknowledgeAnother(HttpExchange exchange, String demandId) throws IOException {
        Replies.send(exchange, 200, Map.of("demandId", "not-" + demandId, "factoryRef", "X-1"));
    }

    @Override
    public void fail(HttpExchange exchange, int status) throws IOException {
        Replies.send(exchange, status, Map.of("error", "数据库连接失败"));
    }

    @Override
    public String mediaType() {
        return "application/json";
    }
}
