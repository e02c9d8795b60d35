package org.tongqu.hub.platform;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** The two roles and the database of the embedded server; done again at each start, so that a kill in between mends itself. */
final class DatabaseRoles {
    private DatabaseRoles() {}

    static void prepare(Database wanted, String superuserPassword) throws SQLException {
        String server = wanted.url().substring(0, wanted.url().lastIndexOf('/')) + "/postgres";
        try (Connection connection = DriverManager.getConnection(server, "postgres", superuserPassword)) {
            role(connection, wanted.ownerUser(), wanted.ownerPassword());
            role(connection, wanted.appUser(), wanted.appPassword());
            if (!exists(connection, "select 1 from pg_database where datname = ?", "tongqu")) {
                run(connection, "create database tongqu owner " + wanted.ownerUser());
            }
            run(connection, "revoke all on database tongqu from public");
            run(connection, "grant connect, temporary on database tongqu to " + wanted.appUser());
        }
    }

    private static void role(Connection connection, String name, String password) throws SQLException {
        if (!exists(connection, "select 1 from pg_roles where rolname = ?", name)) {
            run(connection, "create role " + name);
        }
        // Names are our own constants and passwords base64url, so neither can break out of the statement.
        run(
                connection,
                "alter role " + name + " login nosuperuser nobypassrls nocreatedb nocreaterole noreplication password '"
                        + password + "'");
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
