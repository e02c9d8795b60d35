package org.tongqu.bench.files;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tongqu.bench.measure.WrongResult;
import org.tongqu.bench.stage.Cpu;
import org.tongqu.bench.stage.Hub;
import org.tongqu.bench.stage.Store;

/** The hub's own road: into the partner's drop folder, out as a receipt; the store is counted besides, as receipts may be wrong. */
record FileRoad(Hub hub, Store store, Path folder) implements Contender {
    private static final long PATIENCE_SECONDS = 1_800;
    private static final String CUSTOMERS = "select count(*) from customers.customer where merged_into is null";
    private static final String LINES = "select count(*) from sales.report_line";

    @Override
    public String name() {
        return "hub";
    }

    @Override
    public String zh() {
        return "通衢的文件路";
    }

    @Override
    public String en() {
        return "the hub's file road";
    }

    @Override
    public int share() {
        return 1;
    }

    /** The clock runs from the moment the file leaves {@code in/}: before that it must lie still for two seconds, whatever the work. */
    @Override
    public Turn take(SalesFile file) throws IOException, InterruptedException, SQLException {
        String name = file.path().getFileName() + ".csv";
        Path dropped = folder.resolve("in").resolve(name);
        Path receipt = folder.resolve("out").resolve(name + ".receipt.json");
        Files.copy(file.path(), folder.resolve("in").resolve(name + ".part"));
        long customers = store.count(CUSTOMERS);
        long lines = store.count(LINES);
        Cpu before = Cpu.of(hub.pid(), store.postmaster());
        long put = System.nanoTime();
        Files.move(folder.resolve("in").resolve(name + ".part"), dropped, ATOMIC_MOVE);
        await(() -> !Files.exists(dropped));
        long began = System.nanoTime();
        await(() -> Files.exists(receipt));
        double seconds = (System.nanoTime() - began) / 1e9;
        Cpu cpu = Cpu.of(hub.pid(), store.postmaster()).since(before);
        store.settle(store.url());
        Counts said = counts(Files.readString(receipt));
        WrongResult.unlessEqual("lines in the store", said.accepted(), store.count(LINES) - lines);
        return new Turn(seconds, (began - put) / 1e9, cpu, said, store.count(CUSTOMERS) - customers);
    }

    private interface Sight {
        boolean seen();
    }

    private static void await(Sight sight) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!sight.seen()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("no receipt within " + PATIENCE_SECONDS + " s");
            }
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    static Counts counts(String receipt) {
        return new Counts(
                number(receipt, "rows"),
                number(receipt, "accepted"),
                number(receipt, "refused"),
                number(receipt, "duplicate"));
    }

    private static long number(String receipt, String field) {
        Matcher found = Pattern.compile("\"" + field + "\"\\s*:\\s*(\\d+)").matcher(receipt);
        if (!found.find()) {
            throw new WrongResult("回执没有 " + field + ":" + receipt, "the receipt has no " + field + ": " + receipt);
        }
        return Long.parseLong(found.group(1));
    }
}
