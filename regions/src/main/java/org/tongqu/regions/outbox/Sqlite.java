package org.tongqu.regions.outbox;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/** One SQLite file with one connection; a commit returns when the disk has it (write-ahead log, {@code synchronous=FULL}). */
final class Sqlite implements AutoCloseable {
    private static final int WAITS_MS = 10_000;

    private final Connection connection;

    private Sqlite(Connection connection) {
        this.connection = connection;
    }

    static Sqlite open(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(WAITS_MS);
        config.enforceForeignKeys(true);
        try {
            Connection connection = config.createConnection("jdbc:sqlite:" + file);
            connection.setAutoCommit(false);
            return new Sqlite(connection);
        } catch (SQLException e) {
            throw new StoreAway(e);
        }
    }

    /** All of it or nothing, one caller after the other. */
    synchronized <T> T committed(Supplier<T> work) {
        try {
            T done = work.get();
            connection.commit();
            return done;
        } catch (SQLException e) {
            throw undone(new StoreAway(e));
        } catch (RuntimeException e) {
            throw undone(e);
        }
    }

    private RuntimeException undone(RuntimeException cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
        return cause;
    }

    void script(String statements) {
        try (Statement statement = connection.createStatement()) {
            for (String each : statements.split(";\\s*\n", -1)) {
                if (!each.isBlank()) {
                    statement.execute(each);
                }
            }
        } catch (SQLException e) {
            throw new StoreAway(e);
        }
    }

    int update(String sql, @Nullable Object... values) {
        try (PreparedStatement statement = prepared(sql, values)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new StoreAway(e);
        }
    }

    <T> List<T> query(Row<T> reader, String sql, @Nullable Object... values) {
        try (PreparedStatement statement = prepared(sql, values);
                ResultSet rows = statement.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(reader.read(rows));
            }
            return found;
        } catch (SQLException e) {
            throw new StoreAway(e);
        }
    }

    <T> Optional<T> first(Row<T> reader, String sql, @Nullable Object... values) {
        return query(reader, sql, values).stream().findFirst();
    }

    private PreparedStatement prepared(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int n = 0; n < values.length; n++) {
            statement.setObject(n + 1, values[n]);
        }
        return statement;
    }

    @Override
    public synchronized void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new StoreAway(e);
        }
    }

    /** How a row is read. */
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }
}
