package org.tongqu.demo.line;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A hub on paper: every item under its business key once, the same again is a DUPLICATE, the same key with other words a CONFLICT. */
public final class PaperHub implements AutoCloseable {
    /** One item as a partner sent it. */
    public record Told(String path, String user, JsonNode words) {}

    private final HttpServer server;
    private final ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Told> kept = new ConcurrentHashMap<>();
    private final Map<String, JsonNode> endpoints = new ConcurrentHashMap<>();
    private final PaperRegister register = new PaperRegister();
    private final List<String> conflicts = new CopyOnWriteArrayList<>();
    private final AtomicInteger duplicates = new AtomicInteger();
    private final AtomicInteger failuresToCome = new AtomicInteger();
    private final AtomicInteger lostRepliesToCome = new AtomicInteger();

    public PaperHub() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
        server.setExecutor(hands);
        server.createContext("/", this::serve);
        server.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The next so many posts get a 503. */
    public void failsNext(int times) {
        failuresToCome.set(times);
    }

    /** The next so many posts are kept, but the sender never learns of it. */
    public void losesNextReplies(int times) {
        lostRepliesToCome.set(times);
    }

    public boolean stillFails() {
        return failuresToCome.get() > 0 || lostRepliesToCome.get() > 0;
    }

    public Collection<Told> kept(String path) {
        return kept.values().stream().filter(told -> told.path().equals(path)).toList();
    }

    public Map<String, JsonNode> keptWords() {
        Map<String, JsonNode> words = new LinkedHashMap<>();
        kept.forEach((key, told) -> words.put(key, told.words()));
        return words;
    }

    public Map<String, JsonNode> endpoints() {
        return Map.copyOf(endpoints);
    }

    /** Who was entered, and what was settled. */
    public PaperRegister register() {
        return register;
    }

    public List<String> conflicts() {
        return List.copyOf(conflicts);
    }

    public int duplicates() {
        return duplicates.get();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (path.endsWith("/readiness")) {
                reply(exchange, 200, Map.of("status", "UP"));
            } else if (failuresToCome.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                reply(exchange, 503, Map.of("title", "not now"));
            } else if (path.endsWith("/endpoint")) {
                endpoints.put(path.split("/", -1)[4], body(exchange));
                reply(exchange, 200, Map.of());
            } else if (PaperRegister.keeps(path)) {
                register(exchange, path);
            } else {
                take(exchange, path);
            }
        }
    }

    private void register(HttpExchange exchange, String path) throws IOException {
        if (exchange.getRequestMethod().equals("GET")) {
            reply(exchange, 200, register.told(path));
        } else {
            reply(exchange, register.put(path, body(exchange)), Map.of());
        }
    }

    private void take(HttpExchange exchange, String path) throws IOException {
        JsonNode body = body(exchange);
        List<JsonNode> items = new ArrayList<>();
        if (body.isArray()) {
            body.forEach(items::add);
        } else {
            items.add(body);
        }
        List<Object> receipts =
                items.stream().map(item -> keep(path, user(exchange), item)).toList();
        if (lostRepliesToCome.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            return;
        }
        reply(exchange, 202, Map.of("receipts", receipts));
    }

    private Object keep(String path, String user, JsonNode item) {
        String key = path + " " + user + " " + businessKey(item);
        Told before = kept.putIfAbsent(key, new Told(path, user, item));
        if (before == null) {
            return Map.of("messageId", key, "status", "RECEIVED", "errors", List.of());
        }
        if (!before.words().equals(item)) {
            conflicts.add(key);
        }
        duplicates.incrementAndGet();
        return Map.of("messageId", key, "status", "DUPLICATE", "errors", List.of());
    }

    /** A visit's number, a demand's answer, an order's head; a later fact of an order is itself its key. */
    private static String businessKey(JsonNode item) {
        if (item.has("visitNo")) {
            return item.path("visitNo").asText();
        }
        if (item.has("orderNo")) {
            String fact = item.has("orderedAt") ? revisionOf(item) : factOf(item);
            return item.path("orderNo").asText() + fact;
        }
        return item.path("demandId").asText();
    }

    private static String revisionOf(JsonNode item) {
        return item.has("revision") ? " " + item.path("revision").asText() : "";
    }

    private static String factOf(JsonNode item) {
        String kind = item.path("milestones").path(0).path("kind").asText();
        return " " + kind
                + item.path("payments").path(0).path("paymentNo").asText()
                + item.path("shipments").path(0).path("shipmentNo").asText();
    }

    private static String user(HttpExchange exchange) {
        String header = exchange.getRequestHeaders().getFirst("Authorization");
        if (header == null || !header.startsWith("Basic ")) {
            return String.valueOf(header);
        }
        byte[] pair = Base64.getDecoder().decode(header.substring(6));
        return new String(pair, StandardCharsets.UTF_8).split(":", 2)[0];
    }

    private static JsonNode body(HttpExchange exchange) throws IOException {
        return Json.read(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }

    private static void reply(HttpExchange exchange, int status, Object words) throws IOException {
        byte[] bytes = Json.write(words).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        hands.shutdownNow();
    }
}
