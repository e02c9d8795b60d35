package org.tongqu.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Spans of a hub that was told where to send them")
class TracesTest {
    @Test
    @DisplayName("reach a collector by OTLP over HTTP: the request, and the taking of the message by its id")
    void reachTheCollector() throws IOException {
        try (Collector collector = new Collector();
                RunningHub hub = RunningHub.empty("traces", Map.of("TONGQU_OTLP_ENDPOINT", collector.endpoint()))
                        .start()) {
            String line = hub.said().line("One-time password for admin", Duration.ofSeconds(5));
            Caller admin = hub.as("admin", line.substring(line.lastIndexOf(' ') + 1));
            String key = admin.post(
                            "/api/v1/partners", Json.object("{'code':'works-1','kind':'FACTORY','name':'一号机床厂'}"))
                    .expect(201)
                    .json()
                    .path("apiKey")
                    .asText();
            Caller.bearer(hub.url(), key)
                    .post(
                            "/api/v1/orders",
                            Messages.order(
                                    Messages.number("TRACED"),
                                    Messages.customer("长春机车厂", "吉林省", "长春市"),
                                    "2",
                                    "180000.00"))
                    .expect(202);
            String id = admin.get("/api/v1/messages?kind=ORDER")
                    .expect(200)
                    .json()
                    .path("items")
                    .path(0)
                    .path("id")
                    .asText();

            String spans = Watching.until(
                    "the span of " + id, collector::heard, heard -> heard.contains(id) && heard.contains("/orders"));
            assertThat(spans).contains("take order", "tongqu").doesNotContain("长春机车厂", key);
        }
    }

    /** Takes what is sent and keeps it; texts stand in OTLP's protobuf as they are. */
    private static final class Collector implements AutoCloseable {
        private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
        private final HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);

        Collector() throws IOException {
            server.createContext("/v1/traces", exchange -> {
                byte[] body = exchange.getRequestBody().readAllBytes();
                synchronized (heard) {
                    heard.writeBytes(body);
                }
                exchange.sendResponseHeaders(200, -1);
                exchange.close();
            });
            server.start();
        }

        String endpoint() {
            return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces";
        }

        String heard() {
            synchronized (heard) {
                return heard.toString(StandardCharsets.UTF_8);
            }
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
