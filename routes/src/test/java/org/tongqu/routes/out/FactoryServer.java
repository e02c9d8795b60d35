package org.tongqu.routes.out;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.tongqu.connectors.canon.DemandWord.Asked;
import org.tongqu.connectors.rest.RecordJson;

/** A factory's server that acknowledges every demand, as soon as it is let. */
final class FactoryServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch gate;
    final AtomicInteger busy = new AtomicInteger();
    final AtomicInteger busiest = new AtomicInteger();

    private FactoryServer(CountDownLatch gate) {
        this.gate = gate;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/demands", this::acknowledge);
        server.start();
    }

    static FactoryServer prompt() {
        return new FactoryServer(new CountDownLatch(0));
    }

    /** Takes demands in and says nothing until the latch opens. */
    static FactoryServer waitingFor(CountDownLatch gate) {
        return new FactoryServer(gate);
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void acknowledge(HttpExchange exchange) throws IOException {
        try (exchange) {
            busiest.accumulateAndGet(busy.incrementAndGet(), Math::max);
            Asked asked = RecordJson.read(exchange.getRequestBody().readAllBytes(), Asked.class);
            gate.await();
            byte[] answer = ("{\"demandId\":\"" + asked.demandId() + "\",\"factoryRef\":\"F-1\"}").getBytes(UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            busy.decrementAndGet();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        server.stop(0);
    }
}
