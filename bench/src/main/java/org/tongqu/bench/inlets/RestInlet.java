package org.tongqu.bench.inlets;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.tongqu.bench.stage.Hub;
import org.tongqu.bench.stage.Line;
import org.tongqu.bench.stage.Store;

/** {@code POST /api/v1/orders} of the hub, by a factory with a key. */
record RestInlet(Hub hub, Store store, String key) implements Inlet {
    private static final String OPEN = "select count(*) from journal.message where outcome is null";
    private static final String ORDERS = "select count(*) from sales.sales_order";
    private static final long PATIENCE_SECONDS = 300;

    @Override
    public String name() {
        return "rest";
    }

    @Override
    public String zh() {
        return "通衢 REST";
    }

    @Override
    public String en() {
        return "the hub's REST";
    }

    @Override
    public Line line() {
        return new Line(hub.port(), "/api/v1/orders", "application/json", "Bearer " + key);
    }

    @Override
    public byte[] order(String orderNo) {
        return OrderText.json(orderNo).getBytes(UTF_8);
    }

    @Override
    public boolean isTaken(Line.Answer answer) {
        return answer.status() == 202 && answer.body().contains("\"RECEIVED\"");
    }

    @Override
    public long kept() throws SQLException {
        return store.count(ORDERS);
    }

    /** What was acknowledged is worked on behind; it must come to its end before it is counted. */
    @Override
    public void finish() throws SQLException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (store.count(OPEN) > 0 && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    @Override
    public long pid() {
        return hub.pid();
    }
}
