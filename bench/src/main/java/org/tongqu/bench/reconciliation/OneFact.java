package org.tongqu.bench.reconciliation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.tongqu.bench.measure.Figure;
import org.tongqu.bench.measure.Sample;
import org.tongqu.bench.stage.Hub;
import org.tongqu.bench.stage.Stage;
import org.tongqu.bench.stage.Store;

/** How long one arriving fact takes where very many are stored: its figures in the transaction that brings it, and its comparison after. */
final class OneFact {
    private static final int SOME = 200;
    private static final int FACTS = 500;
    private static final int ALONE = 1_000;
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
        double before = Spent.upToNow(hub).looks();
        send("F", facts, APART_MILLIS);
        Spent spent = Spent.upToNow(hub);
        stage.figure(
                Figure.of("reconciliation.look.facts", facts / (spent.looks() - before), "facts", "in one look, mean"));
        spent.ofLastMinute()
                .forEach((what, millis) -> stage.figure(Figure.of(
                        "reconciliation.look." + what,
                        millis,
                        "ms",
                        "of facts that come every 60 ms, those of half a second at once")));
    }

    /** The hub's percentiles forget what lies more than a minute back. */
    private void forget() throws InterruptedException {
        if (!stage.options().smoke()) {
            TimeUnit.SECONDS.sleep(FORGETS_SECONDS);
        }
    }

    /** One fact, all that it costs: by how much what the hub has spent grows around it. */
    private void alone() throws IOException, InterruptedException, SQLException {
        send("B", stage.options().smoke() ? 1 : WARM_UP, ALONE_MILLIS); // plans and compiled code of looks at one
        int facts = stage.options().smoke() ? 2 : ALONE;
        List<Double> derived = new ArrayList<>();
        List<Double> compared = new ArrayList<>();
        List<Double> both = new ArrayList<>();
        Spent before = Spent.upToNow(hub);
        for (int n = 0; n < facts; n++) {
            send("A", n);
            Spent after = looked(before);
            derived.add(after.derived() - before.derived());
            compared.add(after.compared() - before.compared());
            both.add(derived.getLast() + compared.getLast());
            before = after;
        }
        told("derived", new Sample(derived));
        told("compared", new Sample(compared));
        told("both", new Sample(both));
    }

    private Spent looked(Spent before) throws IOException, InterruptedException {
        Spent after = before;
        while (after.looks() == before.looks()) {
            TimeUnit.MILLISECONDS.sleep(ALONE_MILLIS);
            after = Spent.upToNow(hub);
        }
        return after;
    }

    private void told(String what, Sample sample) {
        String note = sample.size() + " facts, each alone in its look; aim p99 of both together <= 10";
        for (int percent : List.of(50, 95, 99)) {
            stage.figure(
                    Figure.of("reconciliation.fact." + what + ".p" + percent, sample.percentile(percent), "ms", note));
        }
        stage.figure(Figure.of("reconciliation.fact." + what + ".max", sample.percentile(100), "ms", note));
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
            send(series, n);
            TimeUnit.MILLISECONDS.sleep(apart);
        }
        ReconciliationBench.await(hub.store());
    }

    private void send(String series, int n) throws IOException, InterruptedException {
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
    }
}
