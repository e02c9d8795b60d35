package org.tongqu.hub.platform;

import java.io.IOException;
import java.sql.SQLException;

/**
 * PostgreSQL as a child process of the hub: on loopback with passwords, everything flushed, gone within seconds of the
 * hub's death, back on the same port within seconds of its own.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private final Database database;
    private final PostgresKeeper keeper;

    private EmbeddedPostgres(Database database, PostgresKeeper keeper) {
        this.database = database;
        this.keeper = keeper;
    }

    /**
     * Unpacks, makes the database files and the roles where they are missing, ends what an earlier run left, and starts.
     *
     * @throws StartRefused when this machine cannot run it, or it does not come up within about 20 seconds
     */
    public static EmbeddedPostgres start(Home home) {
        try {
            LeftOvers.endIn(home.postgres());
            PostgresFolder files =
                    new PostgresFolder(home.postgres(), PostgresPrograms.unpackedIn(home.postgres()), Wrapping.here());
            files.makeOnce(home.password("db-superuser"));
            files.turnLog();
            return started(home, PostgresKeeper.start(files, home.password("db-superuser")));
        } catch (IOException | SQLException e) {
            throw new StartRefused(
                    "内嵌的 PostgreSQL 没能启动:" + e.getMessage(),
                    "The embedded PostgreSQL did not start: " + e.getMessage(),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartRefused("启动被中断。", "The start was interrupted.", e);
        }
    }

    private static EmbeddedPostgres started(Home home, PostgresKeeper keeper) throws SQLException {
        Database database = new Database(
                "jdbc:postgresql://127.0.0.1:" + keeper.port() + "/tongqu",
                "tongqu_owner",
                home.password("db-owner"),
                "tongqu_app",
                home.password("db-app"));
        EmbeddedPostgres postgres = new EmbeddedPostgres(database, keeper);
        try {
            DatabaseRoles.prepare(database, home.password("db-superuser"));
            OutsidePostgres.check(database);
            return postgres;
        } catch (SQLException | RuntimeException e) {
            postgres.close();
            throw e;
        }
    }

    public Database database() {
        return database;
    }

    /** Process id of the postmaster that runs now; it changes when the server was started again. */
    public long pid() {
        return keeper.pid();
    }

    /** Stops it: clients cut off, everything written, at most 15 seconds; after that by force, which loses nothing committed. */
    @Override
    public void close() {
        keeper.close();
    }
}
