package org.tongqu.demo.factory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.tongqu.demo.line.Json;

/** {@code POST /demands}: where the hub delivers, and where each {@link Behaviour} shows. */
final class DeliveryDesk implements HttpHandler {
    private static final int LARGEST_DEMAND = 1_000_000;
    private static final String GARBAGE = "<html><body>200 OK 系统升级中</body>";

    private final FactorySettings settings;
    private final Ledger ledger;
    private final Clerk clerk;
    private final CountDownLatch closing;
    private volatile Behaviour behaviour;

    DeliveryDesk(FactorySettings settings, Ledger ledger, Clerk clerk, CountDownLatch closing) {
        this.settings = settings;
        this.ledger = ledger;
        this.clerk = clerk;
        this.closing = closing;
        this.behaviour = settings.behaviour();
    }

    void behave(Behaviour now) {
        behaviour = now;
    }

    Behaviour behaviour() {
        return behaviour;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (behaviour != Behaviour.DEAD) {
                receive(exchange);
            }
        } catch (InterruptedException shut) {
            Thread.currentThread().interrupt();
        }
    }

    private void receive(HttpExchange exchange) throws IOException, InterruptedException {
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST_DEMAND);
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        JsonNode asked = parsed(body);
        if (!exchange.getRequestMethod().equals("POST")) {
            Replies.send(exchange, 405, Map.of("error", "POST only"));
        } else if (!allowed(exchange.getRequestHeaders().getFirst("Authorization"))) {
            Replies.send(exchange, 401, Map.of("error", "wrong bearer"));
        } else if (key == null || key.isBlank() || asked == null) {
            Replies.send(exchange, 400, Map.of("error", "Idempotency-Key and a demandId are needed"));
        } else {
            behaved(exchange, asked, key);
        }
    }

    private void behaved(HttpExchange exchange, JsonNode asked, String key) throws IOException, InterruptedException {
        String demandId = asked.path("demandId").asText();
        ledger.delivered(demandId, key);
        switch (behaviour) {
            case NORMAL, REFUSING, SILENT -> acknowledge(exchange, take(demandId, key, asked));
            case SLOW -> {
                Ledger.Taking taking = take(demandId, key, asked);
                if (!closing.await(settings.temper().slowness().toMillis(), TimeUnit.MILLISECONDS)) {
                    acknowledge(exchange, taking);
                }
            }
            case HANGING -> {
                take(demandId, key, asked);
                trickle(exchange);
            }
            case LYING -> lie(exchange, demandId);
            case FAILING -> Replies.send(exchange, 500, Map.of("error", "数据库连接失败"));
            case DEAD -> {}
        }
    }

    private Ledger.Taking take(String demandId, String key, JsonNode asked) {
        Ledger.Taking taking = ledger.take(demandId, key, asked);
        if (taking.first()) {
            clerk.plan(ledger.dossier(demandId));
        }
        return taking;
    }

    private static void acknowledge(HttpExchange exchange, Ledger.Taking taking) throws IOException {
        Replies.send(exchange, 200, Map.of("demandId", taking.demandId(), "factoryRef", taking.factoryRef()));
    }

    /** One blank a second, so that the caller never sees an idle line nor an end. */
    private void trickle(HttpExchange exchange) throws IOException, InterruptedException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, 0);
        OutputStream drip = exchange.getResponseBody();
        do {
            drip.write(' ');
            drip.flush();
        } while (behaviour == Behaviour.HANGING && !closing.await(1, TimeUnit.SECONDS));
    }

    private static void lie(HttpExchange exchange, String demandId) throws IOException {
        if (demandId.hashCode() % 2 == 0) {
            Replies.sendText(exchange, 200, "text/html; charset=utf-8", GARBAGE);
        } else {
            Replies.send(exchange, 200, Map.of("demandId", "not-" + demandId, "factoryRef", "X-1"));
        }
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
}
