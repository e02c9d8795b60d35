package org.tongqu.bench.customers;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tongqu.bench.stage.Store;

/**
 * What the server did since it last forgot.
 *
 * @param millis in statements, by the server's own clock
 */
record Statements(long calls, double millis) {
    private static final String OURS =
            "from pg_stat_statements s join pg_database d on d.oid = s.dbid and d.datname = current_database() where s.query not like '%pg_stat%' and s.userid <> current_user::regrole";

    /** From the next start on the server counts. */
    static void count(Store store) throws SQLException {
        run(store, "alter system set shared_preload_libraries = 'pg_stat_statements'");
    }

    static void forget(Store store) throws SQLException {
        run(store, "create extension if not exists pg_stat_statements");
        run(store, "select pg_stat_statements_reset()");
    }

    static void run(Store store, String sql) throws SQLException {
        try (Connection connection = store.open();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static Statements of(Store store) throws SQLException {
        try (Connection connection = store.open();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select coalesce(sum(calls), 0), coalesce(sum(total_exec_time), 0) " + OURS)) {
            rows.next();
            return new Statements(rows.getLong(1), rows.getDouble(2));
        }
    }

    Statements since(Statements before) {
        return new Statements(calls - before.calls, millis - before.millis);
    }

    /** The dearest, a line each: milliseconds, calls, rows, words. */
    static List<String> dearest(Store store, int most) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Connection connection = store.open();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select total_exec_time, calls, rows, query " + OURS
                        + " order by total_exec_time desc limit " + most)) {
            while (rows.next()) {
                String query = rows.getString(4).replaceAll("\\s+", " ").strip();
                lines.add(String.format(
                        Locale.ROOT,
                        "%10.0f ms %9d x %9d rows  %s",
                        rows.getDouble(1),
                        rows.getLong(2),
                        rows.getLong(3),
                        query.substring(0, Math.min(110, query.length()))));
            }
        }
        return lines;
    }
}
