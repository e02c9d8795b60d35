package org.tongqu.regions.capture;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.jspecify.annotations.Nullable;
import org.tongqu.regions.Stops;

/**
 * The node's door on loopback, the JDK's own HTTP server: proves the credential before it reads a body, reads no body beyond 8 MiB, and hangs up on whoever takes
 * longer than half a minute to say or hear something.
 */
public final class CaptureServer implements AutoCloseable {
    static final int MAX_BODY = 8 * 1024 * 1024;

    /** How much of an oversized body is read and thrown away, so that its sender lives to hear the answer. */
    private static final long PATIENCE = 64L * 1024 * 1024;

    private static final int BODIES_AT_ONCE = 2;

    /** The JDK's server takes its limits from here alone, once, when it is first used. */
    private static final Map<String, String> LIMITS = Map.of(
            "sun.net.httpserver.maxReqTime", "30",
            "sun.net.httpserver.maxRspTime", "30",
            "sun.net.httpserver.idleInterval", "30",
            "sun.net.httpserver.maxReqHeaders", "50",
            "sun.net.httpserver.maxReqHeaderSize", "16384",
            "jdk.httpserver.maxConnections", "200");

    private final HttpServer server;
    private final ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore bodies = new Semaphore(BODIES_AT_ONCE);
    private final VisitDesk desk;
    private final ProducerTemplate template;

    private CaptureServer(HttpServer server, VisitDesk desk, ProducerTemplate template) {
        this.server = server;
        this.desk = desk;
        this.template = template;
    }

    public static CaptureServer start(int port, List<VisitDesk.Branch> branches, ProducerTemplate template)
            throws IOException {
        LIMITS.forEach((name, value) -> System.setProperty(name, System.getProperty(name, value)));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 64);
        CaptureServer capture = new CaptureServer(server, new VisitDesk(branches), template);
        server.createContext("/", capture::answer);
        server.setExecutor(capture.hands);
        server.start();
        return capture;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            write(exchange, reply(exchange));
        }
    }

    private Reply reply(HttpExchange exchange) throws IOException {
        Headers headers = exchange.getRequestHeaders();
        Optional<VisitDesk.Branch> branch = desk.of(headers.getFirst("Authorization"));
        if (branch.isEmpty()) {
            throwAway(exchange.getRequestBody());
            return Reply.unknown();
        }
        boolean posted = exchange.getRequestMethod().equals("POST");
        if (posted && !(isJson(headers.getFirst("Content-Type")) && headers.getFirst("Content-Encoding") == null)) {
            throwAway(exchange.getRequestBody());
            return Reply.wrongType();
        }
        return posted ? withBody(exchange, branch.get()) : carried(branch.get(), asked(exchange, new byte[0]));
    }

    /** Few bodies at once, since each may fill eight mebibytes of a small heap. */
    private Reply withBody(HttpExchange exchange, VisitDesk.Branch branch) throws IOException {
        bodies.acquireUninterruptibly();
        try {
            InputStream in = exchange.getRequestBody();
            byte[] bytes = in.readNBytes(MAX_BODY + 1);
            if (bytes.length > MAX_BODY) {
                throwAway(in);
                return Reply.tooLarge();
            }
            return carried(branch, asked(exchange, bytes));
        } catch (IOException brokenOff) {
            return Reply.brokenOff();
        } finally {
            bodies.release();
        }
    }

    private static Asked asked(HttpExchange exchange, byte[] body) {
        return new Asked(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                exchange.getRequestHeaders().getFirst("Content-Type"),
                body);
    }

    private Reply carried(VisitDesk.Branch branch, Asked asked) {
        Exchange done = template.request(Stops.CAPTURE, exchange -> {
            exchange.setProperty(CaptureRoutes.BRANCH, branch);
            exchange.getMessage().setBody(asked);
        });
        return done.getMessage().getBody() instanceof Reply reply ? reply : Reply.ourFault();
    }

    private static boolean isJson(@Nullable String contentType) {
        String type =
                contentType == null ? "" : contentType.toLowerCase(Locale.ROOT).replaceAll("[\\s\"]", "");
        return type.matches("application/(json|x-ndjson|jsonl)(;charset=utf-?8)?;?");
    }

    private static void throwAway(InputStream in) throws IOException {
        byte[] bin = new byte[64 * 1024];
        long left = PATIENCE;
        for (int n = in.read(bin); n >= 0 && left > 0; n = in.read(bin)) {
            left -= n;
        }
    }

    private static void write(HttpExchange exchange, Reply reply) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", reply.contentType());
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(reply.status(), reply.body().length);
        exchange.getResponseBody().write(reply.body());
    }

    @Override
    public void close() {
        server.stop(1);
        hands.shutdownNow();
    }
}
