package org.tongqu.bench.reconciliation;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.tongqu.bench.measure.Bench;
import org.tongqu.bench.measure.Figure;
import org.tongqu.bench.measure.WrongResult;
import org.tongqu.bench.stage.Hub;
import org.tongqu.bench.stage.Stage;
import org.tongqu.bench.stage.Store;

/** A year of sixty agents told by file, order and visit, with differences planted: each must be found, and no other. */
public final class ReconciliationBench implements Bench<Stage> {
    private static final long SEED = 20_261_123;
    private static final String BUSY = """
            select (select count(*) from journal.message where outcome is null) + (select count(*) from reconciliation.touched)
                + (select count(*) from customers.look)
            """;
    private static final String FIGURES = "select count(*) from reconciliation.figure";

    @Override
    public String name() {
        return "reconciliation";
    }

    @Override
    public String zh() {
        return "六十家代理商一年的申报:埋下的差异找出几条、漏几条、误报几条,一条事实要多久";
    }

    @Override
    public String en() {
        return "a year of sixty agents: planted differences found, missed, false, and how long one fact takes";
    }

    @Override
    public boolean isLong() {
        return true;
    }

    @Override
    public void run(Stage stage) throws Exception {
        long seed = stage.options().seed() == 0 ? SEED : stage.options().seed();
        Year year = Year.of(seed, stage.options().rows());
        Hub hub = stage.hub();
        Store store = hub.store();
        long began = System.nanoTime();
        long lines = new Telling(hub, year).all();
        await(store);
        double seconds = (System.nanoTime() - began) / 1e9;
        stage.figure(
                Figure.of("reconciliation.lines", (double) lines, "lines", year.agents() + " agents, seed " + seed));
        stage.figure(Figure.of(
                "reconciliation.facts_a_second",
                store.count(FIGURES) / seconds,
                "facts/s",
                "orders and visits among them, from the first file to the last case"));
        judge(stage, Verdict.of(store, year));
        new OneFact(stage, hub, year).measure();
    }

    static void await(Store store) throws SQLException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.HOURS.toNanos(1);
        int quiet = 0;
        while (quiet < 3) {
            if (System.nanoTime() > end) {
                throw new WrongResult("一小时还没有做完", "not done after an hour");
            }
            quiet = store.count(BUSY) == 0 ? quiet + 1 : 0;
            TimeUnit.MILLISECONDS.sleep(500);
        }
    }

    private static void judge(Stage stage, Verdict verdict) {
        stage.figure(Figure.of("reconciliation.planted", verdict.planted(), "differences", "of ten kinds"));
        stage.figure(Figure.of("reconciliation.found", verdict.found(), "differences", ""));
        stage.figure(Figure.of("reconciliation.missed", verdict.missed().size(), "differences", "aim 0"));
        stage.figure(Figure.of("reconciliation.false", verdict.wrong().size(), "cases", "of " + verdict.cases()));
        first(verdict.missed().stream().map(Object::toString).toList())
                .forEach(missed -> stage.show("missed " + missed));
        first(verdict.wrong()).forEach(wrong -> stage.show("false " + wrong));
        if (!verdict.missed().isEmpty() || !verdict.wrong().isEmpty()) {
            throw new WrongResult(
                    "漏 " + verdict.missed().size() + " 条,误报 " + verdict.wrong().size() + " 条",
                    verdict.missed().size() + " missed, " + verdict.wrong().size() + " false");
        }
    }

    private static List<String> first(List<String> all) {
        return all.subList(0, Math.min(10, all.size()));
    }
}
