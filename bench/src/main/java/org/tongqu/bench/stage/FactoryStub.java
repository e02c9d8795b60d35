package org.tongqu.bench.stage;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A factory's server that acknowledges at once and notes when each marked call came in; a mark is a word {@code BENCH-…} anywhere in the body. */
public final class FactoryStub implements AutoCloseable {
    private static final Pattern MARK = Pattern.compile("BENCH-[0-9A-Z-]+");
    private static final Pattern DEMAND = Pattern.compile("\"demandId\"\\s*:\\s*\"([^\"]+)\"");

    private final HttpServer server;
    private final ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, List<Long>> arrivals = new ConcurrentHashMap<>();

    private FactoryStub(HttpServer server) {
        this.server = server;
    }

    public static FactoryStub open() throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), Ports.free()), 200);
        FactoryStub stub = new FactoryStub(server);
        server.setExecutor(stub.hands);
        server.createContext("/", stub::take);
        server.start();
        return stub;
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Nanosecond times of the calls that carried this mark; none is a loss, two are a double. */
    public List<Long> arrivals(String mark) {
        return arrivals.getOrDefault(mark, List.of());
    }

    private void take(HttpExchange call) throws IOException {
        long now = System.nanoTime();
        try (call) {
            String body = new String(call.getRequestBody().readAllBytes(), UTF_8);
            Matcher mark = MARK.matcher(body);
            if (mark.find()) {
                arrivals.computeIfAbsent(mark.group(), first -> new CopyOnWriteArrayList<>())
                        .add(now);
            }
            byte[] answer = acknowledgement(body).getBytes(UTF_8);
            call.getResponseHeaders().set("Content-Type", "application/json");
            call.sendResponseHeaders(200, answer.length);
            call.getResponseBody().write(answer);
        }
    }

    private static String acknowledgement(String body) {
        Matcher demand = DEMAND.matcher(body);
        return demand.find()
                ? "{\"demandId\":\"%s\",\"factoryRef\":\"F-1\",\"at\":\"%s\"}".formatted(demand.group(1), Instant.now())
                : "{}";
    }

    @Override
    public void close() {
        server.stop(0);
        hands.shutdownNow();
    }
}
