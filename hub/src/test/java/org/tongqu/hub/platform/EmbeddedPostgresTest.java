package org.tongqu.hub.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The store under the hub: what was committed stays, whoever is killed. */
class EmbeddedPostgresTest {
    @TempDir
    Path folder;

    @Test
    void rows_committed_before_the_hub_was_killed_in_the_middle_of_queries_are_there_at_the_next_start()
            throws Exception {
        long told;
        try (HubOfItsOwn hub = new HubOfItsOwn(folder, "write")) {
            while (Long.parseLong(hub.says()) < 50) {
                // until it has committed fifty rows
            }
            hub.kill9();
            told = Long.parseLong(hub.lastWords());
        }
        await().atMost(Duration.ofSeconds(5))
                .until(() -> LeftOvers.workingIn(pg(folder)).isEmpty());

        long start = System.nanoTime();
        try (Home home = open(folder);
                EmbeddedPostgres postgres = EmbeddedPostgres.start(home)) {
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
            assertThat(number(postgres, "select count(*) from public.kept")).isGreaterThanOrEqualTo(told);
        }
        assertThat(LeftOvers.workingIn(pg(folder))).isEmpty();
    }

    @Test
    void backends_that_outlive_their_killed_server_are_ended_before_the_next_start() throws Exception {
        try (HubOfItsOwn hub = new HubOfItsOwn(folder, "write")) {
            while (Long.parseLong(hub.says()) < 20) {
                // until the long queries have had time to start
            }
            long postmaster = Long.parseLong(Files.readAllLines(pg(folder).resolve("data/postmaster.pid"))
                    .getFirst());
            hub.kill9();
            ProcessHandle.of(postmaster).ifPresent(ProcessHandle::destroyForcibly);
        }
        try (Home home = open(folder);
                EmbeddedPostgres postgres = EmbeddedPostgres.start(home)) {
            assertThat(number(postgres, "select count(*) from public.kept")).isGreaterThanOrEqualTo(20);
        }
    }

    @Test
    void a_killed_postmaster_is_back_on_the_same_port_within_ten_seconds() throws Exception {
        try (Home home = open(folder);
                EmbeddedPostgres postgres = EmbeddedPostgres.start(home)) {
            long first = postgres.pid();
            ProcessHandle.of(first).orElseThrow().destroyForcibly();

            await().atMost(Duration.ofSeconds(10))
                    .ignoreExceptions()
                    .until(() -> postgres.pid() != first && number(postgres, "select 1") == 1);
        }
        assertThat(LeftOvers.workingIn(pg(folder))).isEmpty();
    }

    @Test
    void a_first_start_that_was_killed_half_way_through_making_the_database_is_done_again() throws Exception {
        Files.createDirectories(folder.resolve("pg/data.tmp/base"));
        Files.writeString(folder.resolve("pg/data.tmp/PG_VERSION"), "17");
        try (Home home = open(folder);
                EmbeddedPostgres postgres = EmbeddedPostgres.start(home)) {
            assertThat(number(postgres, "select 1")).isEqualTo(1);
        }
    }

    @Test
    void two_homes_run_side_by_side(@TempDir Path other) throws Exception {
        try (Home here = open(folder);
                Home there = open(other);
                EmbeddedPostgres one = EmbeddedPostgres.start(here);
                EmbeddedPostgres two = EmbeddedPostgres.start(there)) {
            assertThat(one.database().url()).isNotEqualTo(two.database().url());
            assertThatThrownBy(() -> DriverManager.getConnection(
                            one.database().url(), "tongqu_app", two.database().appPassword()))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void what_is_committed_is_flushed_and_searching_knows_chinese_letters() throws Exception {
        try (Home home = open(folder);
                EmbeddedPostgres postgres = EmbeddedPostgres.start(home)) {
            assertThat(text(postgres, "show fsync")).isEqualTo("on");
            assertThat(text(postgres, "show synchronous_commit")).isEqualTo("on");
            assertThat(text(postgres, "show full_page_writes")).isEqualTo("on");
            assertThat(text(postgres, "show data_checksums")).isEqualTo("on");
            assertThat(text(postgres, "select lower('ＣＫ６１５０')")).isEqualTo("ｃｋ６１５０");
        }
    }

    private static Home open(Path folder) {
        return Home.open(folder, new SecureRandom());
    }

    private static Path pg(Path folder) throws java.io.IOException {
        return folder.resolve("pg").toRealPath();
    }

    private static long number(EmbeddedPostgres postgres, String query) throws SQLException {
        return Long.parseLong(text(postgres, query));
    }

    private static String text(EmbeddedPostgres postgres, String query) throws SQLException {
        try (Connection connection = HubOfItsOwn.asOwner(postgres.database());
                ResultSet result = connection.createStatement().executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }
}
