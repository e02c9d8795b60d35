package org.tongqu.bench.reconciliation;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tongqu.bench.stage.Hub;

/** What the hub has spent on facts since it began, by its own clocks. */
final class Spent {
    private static final String SERIES = "tongqu_reconciliation_(derived|compared)_seconds";
    private static final Pattern SUMS = Pattern.compile(SERIES + "_(sum|count)(?:\\{[^}]*})? (\\S+)");
    private static final Pattern TIMES = Pattern.compile(SERIES + "\\{[^}]*quantile=\"([0-9.]+)\"[^}]*} (\\S+)");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final String metrics;
    private final Map<String, Double> sums = new TreeMap<>();

    private Spent(String metrics) {
        this.metrics = metrics;
        Matcher found = SUMS.matcher(metrics);
        while (found.find()) {
            sums.put(found.group(1) + "." + found.group(2), Double.parseDouble(found.group(3)));
        }
    }

    static Spent upToNow(Hub hub) throws IOException, InterruptedException {
        return new Spent(CLIENT.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + hub.port() + "/actuator/prometheus"))
                                .header("Authorization", Hub.basic("admin", "demo"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body());
    }

    /** In milliseconds, in the transactions that bring facts. */
    double derived() {
        return sums.getOrDefault("derived.sum", 0.0) * 1e3;
    }

    /** In milliseconds, in looks at what they touched. */
    double compared() {
        return sums.getOrDefault("compared.sum", 0.0) * 1e3;
    }

    double looks() {
        return sums.getOrDefault("compared.count", 0.0);
    }

    /** Of the last minute, in milliseconds: {@code compared.p99} and the like. */
    Map<String, Double> ofLastMinute() {
        Map<String, Double> times = new TreeMap<>();
        Matcher found = TIMES.matcher(metrics);
        while (found.find()) {
            String percent = found.group(2).replaceFirst("0\\.", "");
            times.put(
                    found.group(1) + ".p" + (percent.equals("5") ? "50" : percent),
                    Double.parseDouble(found.group(3)) * 1e3);
        }
        return times;
    }
}
