package org.tongqu.demo.factory;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.tongqu.demo.line.Json;

/** The hub's side of a delivery, as the contract says it. */
final class Caller {
    static final String SECRET = "s3cret";
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;

    Caller(int port) {
        base = URI.create("http://127.0.0.1:" + port);
    }

    HttpResponse<String> deliver(String demandId, String key) throws IOException, InterruptedException {
        return client.send(delivery(demandId, key, SECRET).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> deliverAs(String secret) throws IOException, InterruptedException {
        return client.send(delivery("dem-1", "key-1", secret).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> deliverWithoutKey() throws IOException, InterruptedException {
        HttpRequest request = request("/demands", SECRET)
                .POST(BodyPublishers.ofString(demand("dem-1")))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    CompletableFuture<HttpResponse<String>> deliverLater(String demandId, String key) {
        return client.sendAsync(delivery(demandId, key, SECRET).build(), BodyHandlers.ofString());
    }

    JsonNode ledger() throws IOException, InterruptedException {
        HttpRequest request = request("/ledger", SECRET).build();
        return Json.read(client.send(request, BodyHandlers.ofString()).body());
    }

    int steer(String behaviour) throws IOException, InterruptedException {
        HttpRequest request = request("/behaviour", SECRET)
                .PUT(BodyPublishers.ofString(behaviour))
                .build();
        return client.send(request, BodyHandlers.discarding()).statusCode();
    }

    private HttpRequest.Builder delivery(String demandId, String key, String secret) {
        return request("/demands", secret)
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(demand(demandId)));
    }

    private HttpRequest.Builder request(String path, String secret) {
        return HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofSeconds(5))
                .header("Authorization", "Bearer " + secret);
    }

    private static String demand(String demandId) {
        return """
                {"demandId":"%s","needId":"need-7","needNumber":"N-2026-0007","grade":"B","summary":"车间行车一台",
                 "functional":"跨度 22.5m","requiredBy":"2026-09-01","budget":{"amount":"450000.00","currency":"CNY"},
                 "customer":{"name":"鞍山恒锐锻造有限公司","province":"辽宁省","city":"鞍山市"},
                 "parts":[{"partId":"p1","productClass":"CRANE","productCode":null,"qty":"1"},
                          {"partId":"p2","productClass":"CRANE.BRIDGE","productCode":"QD20/5T","qty":"2"}],
                 "askedAt":"2026-03-02T09:30:00+08:00","dueAt":"2026-03-04T09:30:00+08:00"}
                """.formatted(demandId);
    }
}
