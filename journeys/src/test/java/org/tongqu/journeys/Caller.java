package org.tongqu.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Somebody outside who calls a server over HTTP with a credential of their own, or with none. */
final class Caller {
    private static final HttpClient LINE = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final URI server;
    private final List<String> headers;

    private Caller(URI server, List<String> headers) {
        this.server = server;
        this.headers = headers;
    }

    static Caller nobody(URI server) {
        return new Caller(server, List.of());
    }

    static Caller basic(URI server, String login, String password) {
        String pair = Base64.getEncoder().encodeToString((login + ":" + password).getBytes(UTF_8));
        return nobody(server).with("Authorization", "Basic " + pair);
    }

    static Caller bearer(URI server, String key) {
        return nobody(server).with("Authorization", "Bearer " + key);
    }

    Caller with(String header, String value) {
        List<String> more = new ArrayList<>(headers);
        more.addAll(List.of(header, value));
        return new Caller(server, more);
    }

    Reply get(String path) {
        return call("GET", path, BodyPublishers.noBody());
    }

    Reply post(String path, JsonNode body) {
        return post(path, body.toString());
    }

    Reply post(String path, String json) {
        return with("Content-Type", "application/json").call("POST", path, BodyPublishers.ofString(json));
    }

    Reply put(String path, JsonNode body) {
        return with("Content-Type", "application/json").call("PUT", path, BodyPublishers.ofString(body.toString()));
    }

    Reply call(String method, String path, BodyPublisher body) {
        try {
            return tryCall(method, path, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For a server that may be killed while it answers: then there is no reply but an exception. */
    Reply tryCall(String method, String path, BodyPublisher body) throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.resolve(path)).timeout(PATIENCE).method(method, body);
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        try {
            return Reply.of(LINE.send(request.build(), BodyHandlers.ofString(UTF_8)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** All items of a list, page by page. */
    List<JsonNode> all(String path) {
        List<JsonNode> items = new ArrayList<>();
        String sign = path.contains("?") ? "&" : "?";
        JsonNode page = get(path + sign + "limit=200").expect(200).json();
        items.addAll(Json.list(page.path("items")));
        while (page.path("next").isTextual()) {
            String after = encoded(page.path("next").asText());
            page = get(path + sign + "limit=200&after=" + after).expect(200).json();
            items.addAll(Json.list(page.path("items")));
        }
        return items;
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, UTF_8);
    }
}
