package org.tongqu.hub.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.tongqu.hub.HubTest;

@DisplayName("The tables, as the running catalogue shows them")
class TablesTest extends HubTest {
    @Value("${spring.datasource.url}")
    private String url;

    @Value("${spring.datasource.username}")
    private String app;

    @Value("${tongqu.owner.username}")
    private String owner;

    @Value("${tongqu.owner.password}")
    private String ownerPassword;

    @Test
    @DisplayName("row-level security is on, and forced, on every table but the listed reference tables")
    void rowLevelSecurityIsForced() {
        assertThat(names(catalogue().tablesWithoutAWall()))
                .containsExactlyInAnyOrderElementsOf(Exceptions.OPEN_TABLES.keySet());
        assertThat(names("select c.relname::text " + Catalogue.ROOM_TABLES)).hasSizeGreaterThan(30);
    }

    @Test
    @DisplayName("the application may only read the reference tables")
    void referenceTablesAreReadOnly() {
        assertThat(names(catalogue().openTablesTheApplicationMayChange())).isEmpty();
    }

    @Test
    @DisplayName("every wall has a policy for the owner and one for the application, and no other")
    void everyWallHasTwoPolicies() {
        assertThat(names(catalogue().wallsWithOddPolicies())).isEmpty();
    }

    @Test
    @DisplayName("foreign keys never cross rooms")
    void foreignKeysNeverCrossRooms() {
        assertThat(names(catalogue().foreignKeysAcrossRooms())).isEmpty();
        assertThat(names("select k.conname::text " + Catalogue.FOREIGN_KEYS)).isNotEmpty();
    }

    @Test
    @DisplayName("a room has a schema of its own name, and no schema is nobody's")
    void aRoomHasASchemaOfItsOwnName() {
        assertThat(Rooms.all()).containsAll(names("select distinct n.nspname::text " + Catalogue.ROOM_TABLES));
    }

    @Test
    @DisplayName("the application role owns nothing and stands above no wall")
    void theApplicationOwnsNothing() {
        assertThat(names(catalogue().whatTheApplicationOwns())).isEmpty();
        assertThat(names(new Catalogue(owner).whatTheApplicationOwns())).isNotEmpty();
    }

    @Test
    @DisplayName("nobody has a grant on a partition")
    void noGrantsOnPartitions() {
        assertThat(names("select c.relname::text " + Catalogue.PARTITIONS)).isNotEmpty();
        assertThat(names(catalogue().grantsOnPartitions())).isEmpty();
    }

    @Test
    @DisplayName("a function with its owner's rights has a fixed search path and is not for everybody")
    void definerFunctionsAreNarrow() {
        assertThat(names("select p.proname::text " + Catalogue.DEFINERS)).isNotEmpty();
        assertThat(names(catalogue().wideDefiners())).isEmpty();
    }

    @Test
    @DisplayName("each of these turns red on an offender, planted by the owner and taken back")
    void eachTurnsRedOnAnOffender() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, owner, ownerPassword)) {
            connection.setAutoCommit(false);
            JdbcClient planted = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            plant(planted);
            assertThat(names(planted, catalogue().tablesWithoutAWall())).contains("people.planted");
            assertThat(names(planted, catalogue().openTablesTheApplicationMayChange()))
                    .containsExactly("people.planted");
            assertThat(names(planted, catalogue().wallsWithOddPolicies())).containsExactly("people.planted_wall");
            assertThat(names(planted, catalogue().foreignKeysAcrossRooms())).containsExactly("planted_key");
            assertThat(names(planted, catalogue().grantsOnPartitions())).containsExactly("planted_day");
            assertThat(names(planted, catalogue().wideDefiners())).containsExactly("planted_function");
            connection.rollback();
        }
    }

    private void plant(JdbcClient planted) {
        List.of(
                        "create table people.planted (class text constraint planted_key references partners.product_class)",
                        "grant insert on people.planted to " + app,
                        "create table people.planted_wall (id text)",
                        "alter table people.planted_wall enable row level security",
                        "alter table people.planted_wall force row level security",
                        "create table people.planted_days (day date) partition by range (day)",
                        "create table people.planted_day partition of people.planted_days default",
                        "grant select on people.planted_day to " + app,
                        "create function people.planted_function() returns int language sql security definer return 1")
                .forEach(sql -> planted.sql(sql).update());
    }

    private Catalogue catalogue() {
        return new Catalogue(app);
    }

    private List<String> names(String sql) {
        return names(jdbc, sql);
    }

    private static List<String> names(JdbcClient client, String sql) {
        return client.sql(sql).query(String.class).list();
    }
}
