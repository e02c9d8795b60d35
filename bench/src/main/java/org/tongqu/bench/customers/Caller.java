package org.tongqu.bench.customers;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tongqu.bench.measure.WrongResult;
import org.tongqu.bench.stage.Hub;

/** A program of somebody's that asks the hub one thing after another. */
record Caller(int port, String authorization, HttpClient client) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String COUNTED = "tongqu_customers_observed_seconds";
    private static final Pattern TAKEN = Pattern.compile(COUNTED + "_(count|sum)\\S* (\\S+)");

    static Caller person(Hub hub, String login) {
        return new Caller(
                hub.port(),
                Hub.basic(login, "demo"),
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
    }

    static Caller key(Hub hub, String key) {
        return new Caller(
                hub.port(),
                "Bearer " + key,
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
    }

    /** @param millis from the question to the last byte of the answer */
    record Answer(int status, String body, double millis) {
        Answer orFail(String what) {
            if (status / 100 != 2) {
                throw new WrongResult(what + ":" + status + " " + body, what + ": " + status + " " + body);
            }
            return this;
        }
    }

    Answer get(String path) throws IOException, InterruptedException {
        return answer(request(path).GET().build());
    }

    Answer post(String path, String json) throws IOException, InterruptedException {
        return answer(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(PATIENCE)
                .header("Authorization", authorization);
    }

    private Answer answer(HttpRequest request) throws IOException, InterruptedException {
        long began = System.nanoTime();
        var answer = client.send(request, BodyHandlers.ofString());
        return new Answer(answer.statusCode(), answer.body(), (System.nanoTime() - began) / 1e6);
    }

    /** How often the hub has kept and matched since its start, and how long that took all together, by its own clock. */
    record Taken(long count, double millis) {}

    Taken taken() throws IOException, InterruptedException {
        Matcher found = TAKEN.matcher(
                get("/actuator/prometheus?includedNames=" + COUNTED + "_count," + COUNTED + "_sum," + COUNTED)
                        .orFail("metrics")
                        .body());
        long count = 0;
        double millis = 0;
        while (found.find()) {
            if (found.group(1).equals("count")) {
                count = (long) Double.parseDouble(found.group(2));
            } else {
                millis = Double.parseDouble(found.group(2)) * 1e3;
            }
        }
        return new Taken(count, millis);
    }
}
