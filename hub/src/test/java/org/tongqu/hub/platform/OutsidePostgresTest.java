package org.tongqu.hub.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A database that could lose what was acknowledged, or that does not hold the application role back, is not trusted. */
class OutsidePostgresTest {
    @TempDir
    static Path folder;

    private static Home home;
    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() {
        home = Home.open(folder, new SecureRandom());
        postgres = EmbeddedPostgres.start(home);
    }

    @AfterAll
    static void stop() {
        postgres.close();
        home.close();
    }

    @Test
    void two_plain_roles_on_a_flushing_server_are_trusted() {
        assertThatCode(() -> OutsidePostgres.check(postgres.database())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            alter role tongqu_app superuser                | alter role tongqu_app nosuperuser        | row-level security
            alter role tongqu_app bypassrls                | alter role tongqu_app nobypassrls        | row-level security
            alter role tongqu_app createrole               | alter role tongqu_app nocreaterole       | row-level security
            create role strong bypassrls role tongqu_app   | drop role strong                         | row-level security
            grant tongqu_owner to tongqu_app               | revoke tongqu_owner from tongqu_app      | unrelated roles
            create schema s authorization tongqu_app       | drop schema s                            | owns objects
            alter role tongqu_app set synchronous_commit to off | alter role tongqu_app reset synchronous_commit | Run: ALTER ROLE tongqu_app RESET synchronous_commit.
            alter database tongqu set synchronous_commit to off | alter database tongqu reset synchronous_commit | Run: ALTER DATABASE tongqu RESET synchronous_commit.
            alter role tongqu_app in database tongqu set synchronous_commit to off | alter role tongqu_app in database tongqu reset synchronous_commit | Run: ALTER ROLE tongqu_app IN DATABASE tongqu RESET synchronous_commit.
            alter role all set synchronous_commit to off   | alter role all reset synchronous_commit  | Run: ALTER ROLE ALL RESET synchronous_commit.
            alter role tongqu_app set default_transaction_read_only to on | alter role tongqu_app reset default_transaction_read_only | may only read here
            revoke create on database tongqu from tongqu_owner | grant create on database tongqu to tongqu_owner | create schemas
            alter role tongqu_app password 'other'         | reset all                                | cannot reach
            """)
    void what_would_let_the_application_around_the_wall_is_refused(String wrong, String right, String told)
            throws SQLException {
        asSuperuser(wrong);
        try {
            assertThatThrownBy(() -> OutsidePostgres.check(postgres.database()))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining(told);
        } finally {
            asSuperuser(right);
            asSuperuser("alter role tongqu_app password '" + postgres.database().appPassword() + "'");
        }
    }

    @Test
    void an_address_that_asks_for_unflushed_commits_is_refused_and_standbys_that_wait_for_less_are_not() {
        Database good = postgres.database();

        assertThatThrownBy(() -> OutsidePostgres.check(asking(good, "off")))
                .isInstanceOfSatisfying(
                        StartRefused.class, no -> assertThat(no.zh()).contains("请从 TONGQU_DB_URL 里去掉"))
                .hasMessageContaining("Take that option out of TONGQU_DB_URL");
        assertThatCode(() -> OutsidePostgres.check(asking(good, "local"))).doesNotThrowAnyException();
    }

    private static Database asking(Database good, String commits) {
        return new Database(
                good.url() + "?options=-c%20synchronous_commit%3D" + commits,
                good.ownerUser(),
                good.ownerPassword(),
                good.appUser(),
                good.appPassword());
    }

    @Test
    void the_owner_as_application_role_is_refused() {
        Database good = postgres.database();
        Database sameRole = new Database(
                good.url(), good.ownerUser(), good.ownerPassword(), good.ownerUser(), good.ownerPassword());

        assertThatThrownBy(() -> OutsidePostgres.check(sameRole))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("unrelated roles");
    }

    @ParameterizedTest
    @CsvSource({"fsync", "full_page_writes", "synchronous_commit"})
    void a_server_that_does_not_flush_is_refused(String setting, @TempDir Path other) throws Exception {
        try (Home careless = Home.open(other, new SecureRandom())) {
            Database database;
            try (EmbeddedPostgres once = EmbeddedPostgres.start(careless)) {
                database = once.database();
            }
            Path program = PostgresPrograms.unpackedIn(careless.postgres()).resolve("bin/postgres");
            String port = database.url().replaceAll(".*:(\\d+)/.*", "$1");
            Process server = new ProcessBuilder(Wrapping.here()
                            .around(
                                    List.of(
                                            program.toString(),
                                            "-D",
                                            careless.postgres() + "/data",
                                            "-p",
                                            port,
                                            "-c",
                                            setting + "=off",
                                            "-c",
                                            "unix_socket_directories="),
                                    "INT"))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try {
                await().atMost(Duration.ofSeconds(20))
                        .untilAsserted(() -> assertThatThrownBy(() -> OutsidePostgres.check(database))
                                .isInstanceOf(StartRefused.class)
                                .hasMessageContaining(setting + " = off"));
            } finally {
                server.destroyForcibly().waitFor();
                LeftOvers.endIn(careless.postgres());
            }
        }
    }

    private static void asSuperuser(String sql) throws SQLException {
        try (Connection connection =
                DriverManager.getConnection(postgres.database().url(), "postgres", home.password("db-superuser"))) {
            connection.createStatement().execute(sql);
        }
    }
}
