package org.tongqu.bench.reconciliation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tongqu.bench.measure.Figure;
import org.tongqu.bench.stage.Hub;
import org.tongqu.bench.stage.Stage;
import org.tongqu.bench.stage.Store;

/** How long one arriving fact takes where very many are stored: its figures in the transaction that brings it, and its comparison after. */
final class OneFact {
    private static final Pattern TIMES = Pattern.compile(
            "tongqu_reconciliation_(derived|compared)_seconds\\{[^}]*quantile=\"([0-9.]+)\"[^}]*} (\\S+)");
    private static final Pattern LOOKS =
            Pattern.compile("tongqu_reconciliation_compared_seconds_count(?:\\{[^}]*})? (\\S+)");
    private static final int SOME = 200;
    private static final int FACTS = 500;
    private static final int ALONE = 300;
    private static final int WARM_UP = 400;
    private static final long FORGETS_SECONDS = 65;
    private static final long APART_MILLIS = 60;
    /** Longer than the hub waits between two looks, so that each fact has one for itself. */
    private static final long ALONE_MILLIS = 550;

    private final Stage stage;
    private final Hub hub;
    private final Year year;
    private final Telling telling;

    OneFact(Stage stage, Hub hub, Year year) {
        this.stage = stage;
        this.hub = hub;
        this.year = year;
        this.telling = new Telling(hub, year);
    }

    void measure() throws IOException, InterruptedException, SQLException {
        Store store = hub.store();
        stage.say("大量旧事实由 SQL 成批写入", "the mass of old facts is laid down by statements, not by the product");
        lay(store, stage.options().facts());
        long stored = store.count("select count(*) from reconciliation.figure");
        stage.figure(Figure.of("reconciliation.stored", (double) stored, "facts", "while one more arrives"));
        send("W", stage.options().smoke() ? SOME : WARM_UP, APART_MILLIS);
        crowded();
        alone();
    }

    /** Facts that come so fast that the hub looks at some at once. */
    private void crowded() throws IOException, InterruptedException, SQLException {
        int facts = stage.options().smoke() ? SOME : FACTS;
        forget();
        double before = looks(metrics());
        send("F", facts, APART_MILLIS);
        String metrics = metrics();
        stage.figure(Figure.of(
                "reconciliation.look.facts", facts / (looks(metrics) - before), "facts", "in one look, mean"));
        told("reconciliation.look.", metrics, "of facts that come every 60 ms, those of half a second at once");
    }

    /** One fact, all that it costs. */
    private void alone() throws IOException, InterruptedException, SQLException {
        send("B", stage.options().smoke() ? 1 : ALONE, ALONE_MILLIS); // plans and compiled code of looks at one
        forget();
        send("A", stage.options().smoke() ? 2 : ALONE, ALONE_MILLIS);
        told("reconciliation.fact.", metrics(), "each alone in its look; aim p99 of both together <= 10");
    }

    private void forget() throws InterruptedException {
        if (!stage.options().smoke()) {
            TimeUnit.SECONDS.sleep(FORGETS_SECONDS);
        }
    }

    private void told(String series, String metrics, String note) {
        times(metrics).forEach((what, millis) -> stage.figure(Figure.of(series + what, millis, "ms", note)));
    }

    private static void lay(Store store, int facts) throws SQLException, IOException {
        try (InputStream script =
                        Objects.requireNonNull(OneFact.class.getResourceAsStream("/reconciliation/stored.sql"));
                Connection connection = store.open();
                Statement statement = connection.createStatement()) {
            statement.execute(new String(script.readAllBytes(), UTF_8).replace(":facts", Integer.toString(facts)));
        }
        store.settle(store.url());
    }

    private void send(String series, int many, long apart) throws IOException, InterruptedException, SQLException {
        for (int n = 0; n < many; n++) {
            int agent = n % year.agents();
            int customer = n / year.agents() % year.customers();
            telling.post("factory-mt1", "/api/v1/orders", List.of("""
                    {"orderNo":"ONE-%s-%d","orderedAt":"2025-05-02T08:00:00+08:00","customer":{"name":"%s","uscc":"%s","province":"辽宁省","city":"沈阳市"},"agent":"%s","currency":"CNY","lines":[{"lineNo":"1","productCode":"%s","productClass":"MACHINE_TOOL","qty":"1","unitPrice":"1000.00"}],"shipments":[{"shipmentNo":"A","shippedAt":"2025-05-12T10:00:00+08:00","lines":[{"lineNo":"1","qty":"1"}]}]}""".formatted(
                            series,
                            n,
                            year.name(agent, customer),
                            year.uscc(agent, customer),
                            Year.agent(agent),
                            Year.product(n % 40))));
            TimeUnit.MILLISECONDS.sleep(apart);
        }
        ReconciliationBench.await(hub.store());
    }

    private String metrics() throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + hub.port() + "/actuator/prometheus"))
                                .header("Authorization", Hub.basic("admin", "demo"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static double looks(String metrics) {
        Matcher found = LOOKS.matcher(metrics);
        return found.find() ? Double.parseDouble(found.group(1)) : 0;
    }

    private static Map<String, Double> times(String metrics) {
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
