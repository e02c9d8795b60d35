package org.tongqu.bench.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.tongqu.bench.plain.LoaderMain;
import org.tongqu.bench.stage.Cpu;
import org.tongqu.bench.stage.Stage;
import org.tongqu.bench.stage.Store;

/** A plain loader in a process of its own, with a database of its own on the hub's server. */
record Rival(
        String name,
        String zh,
        String en,
        int share,
        Store store,
        String database,
        Process process,
        BufferedReader said,
        Writer orders)
        implements Contender {

    static Rival start(Stage stage, Store store, String kind, String name, String zh, String en, int share)
            throws IOException, SQLException {
        String database = store.database(name);
        Process process =
                stage.program(LoaderMain.class, List.of(kind, database), Map.of("BENCH_DB_PASSWORD", store.password()));
        Rival rival = new Rival(
                name,
                zh,
                en,
                share,
                store,
                database,
                process,
                process.inputReader(UTF_8),
                new OutputStreamWriter(process.getOutputStream(), UTF_8));
        rival.hear("ready");
        return rival;
    }

    private void hear(String word) throws IOException {
        String heard = said.readLine();
        if (!word.equals(heard)) {
            throw new IllegalStateException(name + " said " + heard + " instead of " + word + "; see its log");
        }
    }

    @Override
    public Turn take(SalesFile file) throws IOException, SQLException {
        Path rejects = Files.createTempFile(file.path().resolveSibling(""), "rejects", ".csv");
        try (Connection connection = store.open(database)) {
            long lines = lines(connection);
            long customers = customers(connection);
            Cpu before = Cpu.of(process.pid(), store.postmaster());
            long began = System.nanoTime();
            orders.write(file.path() + "\t" + rejects + "\n");
            orders.flush();
            hear("done");
            double seconds = (System.nanoTime() - began) / 1e9;
            Cpu cpu = Cpu.of(process.pid(), store.postmaster()).since(before);
            store.settle(database);
            long accepted = lines(connection) - lines;
            long refused = Files.readAllLines(rejects).size();
            Counts counts = new Counts(file.rows(), accepted, refused, file.rows() - accepted - refused);
            return new Turn(seconds, 0, cpu, counts, customers(connection) - customers);
        } finally {
            Files.delete(rejects);
        }
    }

    private static long lines(Connection connection) throws SQLException {
        return Store.count(connection, "select count(*) from sales_line");
    }

    private static long customers(Connection connection) throws SQLException {
        return Store.count(connection, "select count(*) from customer");
    }
}
