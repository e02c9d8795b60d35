package org.tongqu.bench.inlets;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.tongqu.bench.measure.Bench;
import org.tongqu.bench.measure.Figure;
import org.tongqu.bench.measure.WrongResult;
import org.tongqu.bench.stage.Hub;
import org.tongqu.bench.stage.Line;
import org.tongqu.bench.stage.Stage;
import org.tongqu.bench.stage.Store;

/** How fast orders that wait are worked off, from the first tenth to the last, and how much memory that takes; each must take effect once. */
public final class DrainBench implements Bench<Stage> {
    private static final String FIRST = "DRAIN-0000000";
    private static final String WAITING = "select count(*) from journal.message where outcome is null";
    private static final int TENTHS = 10;
    private static final long GIVES_UP_SECONDS = 120;
    private static final long PATIENCE_SECONDS = 60;

    @Override
    public String name() {
        return "drain";
    }

    @Override
    public String zh() {
        return "积压的订单多久做完";
    }

    @Override
    public String en() {
        return "orders that wait, worked off";
    }

    /** A million of them takes the best part of an hour. */
    @Override
    public boolean isLong() {
        return true;
    }

    @Override
    public void run(Stage stage) throws Exception {
        Hub hub = stage.hub();
        Store store = hub.store();
        sayOne(hub, store);
        int many = stage.options().rows();
        WaitingOrders.layDown(store, FIRST, many);
        stage.say(many + " 份订单在等", many + " orders wait");
        List<Double> tenths = drained(stage, store, many);
        WrongResult.unlessEqual(
                "orders in the store",
                (long) many,
                store.count("select count(*) from sales.sales_order where order_no like 'DRAIN-%'") - 1);
        tell(stage, hub, many, tenths);
    }

    /** What the others are like. */
    private static void sayOne(Hub hub, Store store) throws IOException, SQLException, InterruptedException {
        try (Line line = new Line(hub.port(), "/api/v1/orders", "application/json", Hub.basic("factory-mt1", "demo"))) {
            int status = line.post(OrderText.json(FIRST).getBytes(UTF_8)).status();
            if (status != 202) {
                throw new IllegalStateException("the first order was answered " + status);
            }
        }
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (store.count(WAITING) > 0 && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    /** Orders a second in each tenth. */
    private static List<Double> drained(Stage stage, Store store, int many)
            throws SQLException, InterruptedException, WrongResult {
        List<Double> tenths = new ArrayList<>();
        long began = System.nanoTime();
        long before = many;
        for (int tenth = 1; tenth <= TENTHS; tenth++) {
            long left = awaitLeft(store, (long) many * (TENTHS - tenth) / TENTHS);
            double seconds = (System.nanoTime() - began) / 1e9;
            double rate = (before - left) / seconds;
            stage.say("还有 " + left + " 份", String.format(Locale.ROOT, "%d left, %.0f a second", left, rate));
            tenths.add(rate);
            began = System.nanoTime();
            before = left;
        }
        return tenths;
    }

    private static long awaitLeft(Store store, long atMost) throws SQLException, InterruptedException, WrongResult {
        long left = store.count(WAITING);
        long moved = System.nanoTime();
        while (left > atMost) {
            TimeUnit.SECONDS.sleep(1);
            long now = store.count(WAITING);
            moved = now < left ? System.nanoTime() : moved;
            left = now;
            if (System.nanoTime() - moved > TimeUnit.SECONDS.toNanos(GIVES_UP_SECONDS)) {
                throw new WrongResult("还有 " + left + " 份,不再减少", left + " are left and get no fewer");
            }
        }
        return left;
    }

    private static void tell(Stage stage, Hub hub, int many, List<Double> tenths) throws IOException {
        stage.figure(Figure.of("drain.orders", many, "orders", "each took effect once"));
        stage.figure(Figure.of("drain.first_tenth", tenths.getFirst(), "orders/s", ""));
        stage.figure(Figure.of("drain.last_tenth", tenths.getLast(), "orders/s", ""));
        stage.figure(Figure.of("drain.seconds", seconds(many, tenths), "s", ""));
        stage.figure(Figure.of(
                "drain.memory", mostMegabytes(hub.pid()), "MB", "the most the process ever held; heap of 768 MB"));
    }

    private static double seconds(int many, List<Double> tenths) {
        return tenths.stream()
                .mapToDouble(rate -> (double) many / TENTHS / rate)
                .sum();
    }

    /** What Linux saw the process hold at its highest, heap and everything else. */
    private static double mostMegabytes(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                        .filter(line -> line.startsWith("VmHWM:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .findFirst()
                        .orElse(0)
                / 1024.0;
    }
}
