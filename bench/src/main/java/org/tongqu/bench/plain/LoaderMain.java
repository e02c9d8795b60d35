package org.tongqu.bench.plain;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import javax.sql.DataSource;

/**
 * A loader as a process of its own: {@code LoaderMain copy|batch|camel URL}, a file and a reject file (a tab between) on each line of
 * standard input, {@code done} for each on standard output; it ends with its input.
 */
public final class LoaderMain {
    private LoaderMain() {}

    public static void main(String[] arguments) throws Exception {
        PrintStream out = System.out;
        String password = System.getenv().getOrDefault("BENCH_DB_PASSWORD", "");
        try (HikariDataSource pool = LikeSchema.pool(arguments[1], "postgres", password)) {
            Loader loader = loader(arguments[0], pool);
            try (Connection connection = pool.getConnection()) {
                LikeSchema.create(connection);
            }
            out.println("ready");
            BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, UTF_8));
            for (String order = orders.readLine(); order != null; order = orders.readLine()) {
                int tab = order.indexOf('\t');
                loader.load(Path.of(order.substring(0, tab)), Path.of(order.substring(tab + 1)));
                out.println("done");
            }
        }
        System.exit(0);
    }

    private static Loader loader(String kind, DataSource pool) throws Exception {
        return switch (kind) {
            case "copy" -> new CopyMerge(pool);
            case "batch" -> new BatchChunks(pool);
            case "camel" -> new CamelRows(pool);
            default -> throw new IllegalArgumentException(kind);
        };
    }
}
