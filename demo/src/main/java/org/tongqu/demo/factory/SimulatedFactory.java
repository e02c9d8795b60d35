package org.tongqu.demo.factory;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.tongqu.demo.line.Wire;

/**
 * 模拟工厂: a factory on loopback: asked by {@code POST /demands} (REST), by {@code POST /inbox} (SOAP) or by what its wire brings; looked into
 * by {@code GET /ledger}, steered by {@code GET|PUT /behaviour}.
 * All it promises is in its ledger file before it replies, so it may be killed at any moment and opened again on the same folder.
 */
public final class SimulatedFactory implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Ledger ledger;
    private final Wire hub;
    private final Clerk clerk;
    private final DeliveryDesk desk;

    private SimulatedFactory(HttpServer server, Ledger ledger, FactorySettings settings, Wire hub, Clock clock) {
        this.server = server;
        this.ledger = ledger;
        this.hub = hub;
        this.clerk = new Clerk(settings, ledger, hub, clock);
        this.desk = new DeliveryDesk(settings, ledger, clerk, closing);
    }

    /** Listens when it returns, and goes on with whatever its ledger says is still owed. */
    public static SimulatedFactory open(FactorySettings settings, Wire hub, Clock clock) throws IOException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port());
        HttpServer server = HttpServer.create(address, 64);
        Ledger ledger = Ledger.open(settings.folder(), settings.code(), clock);
        SimulatedFactory factory = new SimulatedFactory(server, ledger, settings, hub, clock);
        factory.start();
        return factory;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public void behave(Behaviour now) {
        desk.behave(now);
        clerk.behave(now);
    }

    /** What came and what took effect, one line a demand, oldest first. */
    public List<LedgerLine> ledger() {
        return ledger.dossiers().stream().map(Dossier::line).toList();
    }

    /** Whether all it was asked that should long be ordered is told to its end. */
    public boolean caughtUp() {
        return clerk.caughtUp();
    }

    private void start() {
        server.setExecutor(hands);
        server.createContext("/demands", desk.speaking(new RestDialect(desk.settings())));
        server.createContext("/inbox", desk.speaking(new SoapDialect(desk.settings())));
        server.createContext("/ledger", this::showLedger);
        server.createContext("/behaviour", this::steer);
        server.start();
        clerk.resume();
        hub.bring(desk::take);
    }

    private void showLedger(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, LedgerLine> lines = new LinkedHashMap<>();
            ledger().forEach(line -> lines.put(line.demandId(), line));
            Replies.send(exchange, 200, lines);
        }
    }

    private void steer(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean understood = exchange.getRequestMethod().equals("GET") || wished(exchange);
            Replies.send(
                    exchange,
                    understood ? 200 : 400,
                    understood
                            ? Map.of("behaviour", desk.behaviour())
                            : Map.of("error", "one of " + List.of(Behaviour.values())));
        }
    }

    private boolean wished(HttpExchange exchange) throws IOException {
        String wish = new String(exchange.getRequestBody().readNBytes(200), StandardCharsets.UTF_8);
        try {
            behave(Behaviour.valueOf(lastWord(wish)));
            return true;
        } catch (IllegalArgumentException unknown) {
            return false;
        }
    }

    /** Understands SLOW, "SLOW" and {"behaviour":"SLOW"} alike. */
    private static String lastWord(String wish) {
        return wish.replaceAll("[^A-Za-z]+$", "")
                .replaceFirst("^.*[^A-Za-z]", "")
                .toUpperCase(Locale.ROOT);
    }

    @Override
    public void close() throws IOException {
        closing.countDown();
        hub.close();
        clerk.close();
        server.stop(0);
        hands.shutdownNow();
        ledger.close();
    }
}
