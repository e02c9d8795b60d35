package org.tongqu.bench.customers;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.tongqu.bench.measure.WrongResult;
import org.tongqu.bench.stage.Cpu;
import org.tongqu.bench.stage.Hub;
import org.tongqu.bench.stage.Machine;
import org.tongqu.bench.stage.Stage;
import org.tongqu.bench.stage.Store;

/** Fills a home by the road its users have: each agent drops a file, and the next when the receipt is there. */
final class Load {
    private static final long PATIENCE_SECONDS = 3_600;
    private static final String CUSTOMERS = "select count(*) from customers.customer where merged_into is null";
    private static final int LEAST = 200;
    private static final String WAITING = "select count(*) from customers.look";
    private static final List<String> REGIONS = List.of("NE", "N", "E", "CS", "SW", "NW");

    private final Stage stage;
    private final Hub hub;
    private final Store store;
    private final KeptHome kept;
    private final List<Turn> turns = new ArrayList<>();

    Load(Stage stage, Hub hub, KeptHome kept) throws IOException {
        this.stage = stage;
        this.hub = hub;
        this.store = hub.store();
        this.kept = kept;
    }

    /**
     * One file, from the moment it was taken up to its receipt.
     *
     * @param statements of the server, those of the records' second look among them
     */
    record Turn(int rows, double seconds, Cpu cpu, Statements statements, double load) {
        double rate() {
            return rows / seconds;
        }

        double programMicros() {
            return cpu.program().toNanos() / 1e3 / rows;
        }

        double serverMicros() {
            return cpu.server().toNanos() / 1e3 / rows;
        }

        double statementsAThousand() {
            return statements.calls() * 1e3 / rows;
        }

        String told() {
            return String.format(
                    Locale.ROOT,
                    "%,.0f records/s; CPU a record %.0f us program, %.0f us server; %.0f statements a 1,000 records, %.0f us in them a record; load average %.1f",
                    rate(),
                    programMicros(),
                    serverMicros(),
                    statementsAThousand(),
                    statements.millis() * 1e3 / rows,
                    load);
        }
    }

    static String agent(int file) {
        return "bench-agent-%03d".formatted(file);
    }

    /** All files loaded in this run. */
    List<Turn> turns() {
        return List.copyOf(turns);
    }

    void fill(Rows rows) throws IOException, InterruptedException, SQLException {
        int files = rows.firms().length;
        for (int file = kept.filesLoaded(); file < files && !kept.isEnough(); file++) {
            Turn turn = load(file, rows.firms()[file].length);
            stage.say(
                    "第 " + (file + 1) + "/" + files + " 份", "file " + (file + 1) + " of " + files + ": " + turn.told());
        }
    }

    /**
     * Goes on with firms of one record each until the store holds so many customers.
     *
     * @param first file of theirs
     */
    Singles fill(Singles begun, int first, int golden) throws IOException, InterruptedException, SQLException {
        Singles singles = begun;
        long customers = store.count(CUSTOMERS);
        while (customers < golden && !kept.isEnough()) {
            int file = kept.filesLoaded();
            if (file - first == singles.files()) {
                singles = singles.and(Math.clamp((golden - customers) * 11 / 10, LEAST, Rows.A_FILE));
                kept.singles(singles.sizes());
            }
            singles.write(Rows.file(kept.folder(), file), file - first, file);
            Turn turn = load(file, singles.sizes().get(file - first));
            customers = store.count(CUSTOMERS);
            stage.say("共 " + customers + " 个客户", customers + " customers: " + turn.told());
        }
        return singles;
    }

    private Turn load(int file, int rows) throws IOException, InterruptedException, SQLException {
        register(file);
        Turn turn = take(file, rows);
        kept.loaded(file + 1);
        turns.add(turn);
        return turn;
    }

    private void register(int file) throws IOException, InterruptedException {
        if (!Files.isDirectory(hub.dropFolder(agent(file)))) {
            String entered = hub.administer(
                    "POST",
                    "/api/v1/partners",
                    "{\"code\":\"%s\",\"kind\":\"AGENT\",\"name\":\"代理商 %d\",\"region\":\"%s\"}"
                            .formatted(agent(file), file, REGIONS.get(file % REGIONS.size())));
            kept.key(file, entered.replaceAll("(?s).*\"apiKey\"\\s*:\\s*\"([^\"]+)\".*", "$1"));
        }
    }

    /** What a broken run has dropped the hub goes on with by itself. */
    private Turn take(int file, int rows) throws IOException, InterruptedException, SQLException {
        Path from = Rows.file(kept.folder(), file);
        Path folder = hub.dropFolder(agent(file));
        await(() -> Files.isDirectory(folder.resolve("in")));
        Path dropped = folder.resolve("in").resolve(from.getFileName());
        Path receipt = folder.resolve("out").resolve(from.getFileName() + ".receipt.json");
        if (!isTaken(file, from.getFileName().toString())) {
            Path part = dropped.resolveSibling(from.getFileName() + ".part");
            Files.copy(from, part, REPLACE_EXISTING);
            Files.move(part, dropped, ATOMIC_MOVE);
        }
        await(() -> !Files.exists(dropped));
        Cpu cpu = Cpu.of(hub.pid(), store.postmaster());
        Statements before = Statements.of(store);
        long began = System.nanoTime();
        await(() -> Files.exists(receipt));
        awaitSecondLooks();
        double seconds = (System.nanoTime() - began) / 1e9;
        return new Turn(
                rows,
                seconds,
                Cpu.of(hub.pid(), store.postmaster()).since(cpu),
                Statements.of(store).since(before),
                Machine.load());
    }

    private boolean isTaken(int file, String name) throws SQLException {
        return store.count("select count(*) from journal.message where partner = '" + agent(file) + "' and name = '"
                        + name + "'")
                > 0;
    }

    private void awaitSecondLooks() throws SQLException, InterruptedException {
        while (store.count(WAITING) > 0) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private interface Sight {
        boolean seen();
    }

    private static void await(Sight sight) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!sight.seen()) {
            if (System.nanoTime() > end) {
                throw new WrongResult("等得太久了", "it took more than " + PATIENCE_SECONDS + " s");
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }
}
