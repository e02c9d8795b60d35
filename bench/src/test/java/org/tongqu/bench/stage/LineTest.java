package org.tongqu.bench.stage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A plain connection understands whatever a server answers")
class LineTest {
    private HttpServer server;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.createContext("/whole", call -> answer(call, false, false));
        server.createContext("/chunks", call -> answer(call, true, false));
        server.createContext("/last", call -> answer(call, false, true));
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    private static void answer(HttpExchange call, boolean chunked, boolean last) throws IOException {
        try (call) {
            byte[] echo = ("收到 " + new String(call.getRequestBody().readAllBytes(), UTF_8)).getBytes(UTF_8);
            if (last) {
                call.getResponseHeaders().set("Connection", "close");
            }
            call.sendResponseHeaders(202, chunked ? 0 : echo.length);
            call.getResponseBody().write(echo);
        }
    }

    @Test
    @DisplayName("an answer of known length, one in chunks, and one after which the server hangs up, twice each")
    void answersAreUnderstood() throws IOException {
        for (String path : new String[] {"/whole", "/chunks", "/last"}) {
            try (Line line = new Line(server.getAddress().getPort(), path, "text/plain", "")) {
                assertThat(line.post("一".getBytes(UTF_8))).as(path).isEqualTo(new Line.Answer(202, "收到 一"));
                assertThat(line.post("二".getBytes(UTF_8))).as(path).isEqualTo(new Line.Answer(202, "收到 二"));
            }
        }
    }
}
