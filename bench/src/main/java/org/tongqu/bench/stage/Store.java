package org.tongqu.bench.stage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;

/**
 * The PostgreSQL server that all contenders share, so that binaries, settings and disk are the same for all.
 *
 * @param url of the hub's own database
 * @param postmaster process id of the server
 */
public record Store(String url, String password, long postmaster) {
    private static final String USER = "postgres";

    /** That of the hub that runs on this home. */
    public static Store of(Path home) throws IOException {
        Properties facts = new Properties();
        try (InputStream note = Files.newInputStream(home.resolve("run/hub.properties"))) {
            facts.load(note);
        }
        String password = Files.readString(home.resolve("secrets/db-superuser")).strip();
        List<String> postmaster = Files.readAllLines(home.resolve("pg/data/postmaster.pid"));
        return new Store(
                facts.getProperty("url", ""),
                password,
                Long.parseLong(postmaster.getFirst().strip()));
    }

    public String user() {
        return USER;
    }

    /** A new database for a rival; its URL. */
    public String database(String name) throws SQLException {
        try (Connection connection = open();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return url.substring(0, url.lastIndexOf('/') + 1) + name;
    }

    public Connection open() throws SQLException {
        return open(url);
    }

    public Connection open(String database) throws SQLException {
        return DriverManager.getConnection(database, USER, password);
    }

    /** One number, past every wall: for counting what is really there. */
    public long count(String sql) throws SQLException {
        try (Connection connection = open()) {
            return count(connection, sql);
        }
    }

    public static long count(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Leaves the next contender a quiet server: no dirty pages and no fresh tables of the last one. */
    public void settle(String database) throws SQLException {
        try (Connection connection = open(database);
                Statement statement = connection.createStatement()) {
            statement.execute("vacuum analyze");
            statement.execute("checkpoint");
        }
    }
}
