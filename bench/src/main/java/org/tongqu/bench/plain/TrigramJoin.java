package org.tongqu.bench.plain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** PostgreSQL's own way: names indexed by their trigrams and joined with one another by likeness, within a region. */
final class TrigramJoin implements Linker {
    private static final String TABLE = """
            create extension if not exists pg_trgm;
            drop table if exists firm;
            create table firm (id text primary key, name text not null, region text not null)
            """;
    private static final String INDEX = "create index on firm using gin (name gin_trgm_ops); analyze firm";
    private static final String JOIN = """
            select a.id, b.id, similarity(a.name, b.name)
            from firm a join firm b on b.name % a.name and b.region = a.region and b.id > a.id
            """;
    private static final int BATCH = 1_000;

    private final String url;
    private final String password;
    private final Map<String, Long> told = new HashMap<>();

    TrigramJoin(String url, String password) {
        this.url = url;
        this.password = password;
    }

    @Override
    public Map<String, Long> told() {
        return told;
    }

    @Override
    public List<Link> links(List<Firm> firms, double atLeast) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection(url, "postgres", password);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(TABLE);
            fill(connection, firms);
            statement.execute(INDEX);
            statement.execute("set local pg_trgm.similarity_threshold = " + atLeast);
            List<Link> links = joined(statement);
            told.put("server_kb", peakOfServer(statement));
            connection.commit();
            return links;
        }
    }

    private static void fill(Connection connection, List<Firm> firms) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into firm values (?, ?, ?)")) {
            int waiting = 0;
            for (Firm firm : firms) {
                insert.setString(1, firm.id());
                insert.setString(2, firm.value("name"));
                insert.setString(3, firm.value("region"));
                insert.addBatch();
                if (++waiting % BATCH == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
    }

    private static List<Link> joined(Statement statement) throws SQLException {
        List<Link> links = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(JOIN)) {
            while (rows.next()) {
                links.add(new Link(rows.getString(1), rows.getString(2), rows.getDouble(3)));
            }
        }
        return links;
    }

    /** Of the process that served us, on this same machine. */
    private static long peakOfServer(Statement statement) throws SQLException, IOException {
        try (ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            return Files.readAllLines(Path.of("/proc", row.getString(1), "status"), UTF_8).stream()
                    .filter(line -> line.startsWith("VmHWM"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        }
    }
}
