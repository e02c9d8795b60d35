package org.tongqu.bench.stage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.tongqu.bench.plain.BareMain;

/** The bare Spring Boot application, running with a database of its own on the hub's server. */
public record Bare(Process process, int port, String database, BufferedReader said) {

    /** @param factory whom its chain calls */
    public static Bare start(Stage stage, Store store, URI factory) throws IOException, SQLException {
        int port = Ports.free();
        String database = store.database("bare");
        Process process = stage.program(
                BareMain.class,
                List.of(Integer.toString(port), database, factory.toString()),
                Map.of("BENCH_DB_PASSWORD", store.password()));
        Bare bare = new Bare(process, port, database, process.inputReader(UTF_8));
        String heard = bare.said.readLine();
        if (!"ready".equals(heard)) {
            throw new IllegalStateException("the bare application said " + heard);
        }
        return bare;
    }

    public long pid() {
        return process.pid();
    }
}
