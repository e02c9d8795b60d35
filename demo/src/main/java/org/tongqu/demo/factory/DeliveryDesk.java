package org.tongqu.demo.factory;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.tongqu.demo.factory.Dialect.Delivered;

/** Where demands come in, and where each {@link Behaviour} shows. */
final class DeliveryDesk {
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

    FactorySettings settings() {
        return settings;
    }

    void behave(Behaviour now) {
        behaviour = now;
    }

    Behaviour behaviour() {
        return behaviour;
    }

    /** The desk as a server that speaks this dialect. */
    HttpHandler speaking(Dialect dialect) {
        return exchange -> handle(exchange, dialect);
    }

    /** Takes what a wire brought, unless nobody is there. */
    boolean take(String key, JsonNode asked) {
        if (behaviour.takes()) {
            String demandId = asked.path("demandId").asText();
            ledger.delivered(demandId, key);
            take(new Delivered(key, demandId, asked));
            return true;
        }
        return false;
    }

    private void handle(HttpExchange exchange, Dialect dialect) throws IOException {
        try (exchange) {
            if (behaviour != Behaviour.DEAD) {
                byte[] body = exchange.getRequestBody().readNBytes(LARGEST_DEMAND);
                Delivered delivered = dialect.read(exchange, body);
                if (delivered != null) {
                    behaved(exchange, dialect, delivered);
                }
            }
        } catch (InterruptedException shut) {
            Thread.currentThread().interrupt();
        }
    }

    private void behaved(HttpExchange exchange, Dialect dialect, Delivered delivered)
            throws IOException, InterruptedException {
        ledger.delivered(delivered.demandId(), delivered.key());
        switch (behaviour) {
            case NORMAL, REFUSING, SILENT -> dialect.acknowledge(exchange, take(delivered));
            case SLOW -> {
                Ledger.Taking taking = take(delivered);
                if (!closing.await(settings.temper().slowness().toMillis(), TimeUnit.MILLISECONDS)) {
                    dialect.acknowledge(exchange, taking);
                }
            }
            case HANGING -> {
                take(delivered);
                trickle(exchange, dialect);
            }
            case LYING -> lie(exchange, dialect, delivered.demandId());
            case FAILING -> dialect.fail(exchange, 500);
            case FAULTING -> dialect.fail(exchange, 200);
            case DEAD -> {}
        }
    }

    private Ledger.Taking take(Delivered delivered) {
        Ledger.Taking taking = ledger.take(delivered.demandId(), delivered.key(), delivered.asked());
        if (taking.first()) {
            clerk.plan(ledger.dossier(delivered.demandId()));
        }
        return taking;
    }

    /** One blank a second, so that the caller never sees an idle line nor an end. */
    private void trickle(HttpExchange exchange, Dialect dialect) throws IOException, InterruptedException {
        exchange.getResponseHeaders().set("Content-Type", dialect.mediaType());
        exchange.sendResponseHeaders(200, 0);
        OutputStream drip = exchange.getResponseBody();
        do {
            drip.write(' ');
            drip.flush();
        } while (behaviour == Behaviour.HANGING && !closing.await(1, TimeUnit.SECONDS));
    }

    private static void lie(HttpExchange exchange, Dialect dialect, String demandId) throws IOException {
        if (demandId.hashCode() % 2 == 0) {
            Replies.sendText(exchange, 200, "text/html; charset=utf-8", GARBAGE);
        } else {
            dialect.acknowledgeAnother(exchange, demandId);
        }
    }
}
