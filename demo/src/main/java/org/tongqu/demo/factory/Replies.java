package org.tongqu.demo.factory;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.tongqu.demo.line.Json;

/** Writes one whole reply with its length. */
final class Replies {
    private Replies() {}

    static void send(HttpExchange exchange, int status, Object words) throws IOException {
        sendText(exchange, status, "application/json; charset=utf-8", Json.write(words));
    }

    static void sendText(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
