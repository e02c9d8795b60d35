package org.tongqu.demo.line;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import org.tongqu.demo.line.Heard.Kept;
import org.tongqu.demo.line.Heard.NotNow;
import org.tongqu.demo.line.Heard.Refused;

/** The way to the hub's public API; one client for the whole process, so that thirty partners cost little more than one. */
public final class HubLine {
    private static final Set<Integer> FINAL_NO = Set.of(400, 404, 409, 413, 415, 422);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final URI hub;
    private final HttpClient client;

    public HubLine(URI hub) {
        this.hub = hub;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(3))
                .build();
    }

    public Heard post(String path, Credential who, String json) throws InterruptedException {
        return send("POST", path, who, json);
    }

    public Heard get(String path, Credential who) throws InterruptedException {
        return send("GET", path, who, "");
    }

    public Heard put(String path, Credential who, String json) throws InterruptedException {
        return send("PUT", path, who, json);
    }

    /** Says whether the hub takes work. */
    public boolean ready() throws InterruptedException {
        HttpRequest ask = HttpRequest.newBuilder(hub.resolve("/actuator/health/readiness"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return client.send(ask, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException down) {
            return false;
        }
    }

    private Heard send(String method, String path, Credential who, String json) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(hub.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", who.header())
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(json))
                .build();
        try {
            return understood(client.send(request, BodyHandlers.ofString()));
        } catch (IOException down) {
            return new NotNow(down.getClass().getSimpleName() + ": " + down.getMessage());
        }
    }

    private static Heard understood(HttpResponse<String> response) throws JsonProcessingException {
        int status = response.statusCode();
        if (FINAL_NO.contains(status)) {
            return new Refused(status, Json.lenient(response.body()));
        }
        if (status / 100 != 2) {
            return new NotNow("HTTP " + status);
        }
        JsonNode reply = Json.lenient(response.body());
        return new Kept(status, reply);
    }
}
