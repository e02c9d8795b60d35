package org.tongqu.hub.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tongqu.hub.HubTest;

@DisplayName("The tables, as the running catalogue shows them")
class TablesTest extends HubTest {
    /** Tables of the rooms and their partitioned parents; partitions are nobody's but their parent's. */
    private static final String ROOM_TABLES = """
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and not c.relispartition
              and n.nspname not in ('pg_catalog', 'information_schema', 'flyway') and n.nspname !~ '^pg_'
            """;

    @Test
    @DisplayName("row-level security is on, and forced, on every table but the listed reference tables")
    void rowLevelSecurityIsForced() {
        assertThat(names("select n.nspname || '.' || c.relname " + ROOM_TABLES
                        + " and not (c.relrowsecurity and c.relforcerowsecurity)"))
                .containsExactlyInAnyOrderElementsOf(Exceptions.OPEN_TABLES.keySet());
        assertThat(names("select n.nspname || '.' || c.relname " + ROOM_TABLES)).hasSizeGreaterThan(30);
    }

    @Test
    @DisplayName("the application may only read the reference tables")
    void referenceTablesAreReadOnly() {
        assertThat(
                        names(
                                "select n.nspname || '.' || c.relname " + ROOM_TABLES
                                        + " and not c.relrowsecurity and has_table_privilege(c.oid, 'insert, update, delete, truncate')"))
                .isEmpty();
    }

    @Test
    @DisplayName("every wall has a policy for the owner and one for the application, and no other")
    void everyWallHasTwoPolicies() {
        assertThat(names("select n.nspname || '.' || c.relname " + ROOM_TABLES + """
                         and c.relrowsecurity and array(select p.polname::text from pg_policy p where p.polrelid = c.oid order by 1)
                             <> array['app_scope', 'owner_all']"""))
                .isEmpty();
    }

    @Test
    @DisplayName("foreign keys never cross rooms")
    void foreignKeysNeverCrossRooms() {
        String keys = """
                from pg_constraint k join pg_class a on a.oid = k.conrelid join pg_class b on b.oid = k.confrelid where k.contype = 'f'
                """;
        assertThat(names("select k.conname " + keys + " and a.relnamespace <> b.relnamespace"))
                .isEmpty();
        assertThat(names("select k.conname " + keys)).isNotEmpty();
    }

    @Test
    @DisplayName("a room has a schema of its own name, and no schema is nobody's")
    void aRoomHasASchemaOfItsOwnName() {
        assertThat(Rooms.all()).containsAll(names("select distinct n.nspname " + ROOM_TABLES));
    }

    @Test
    @DisplayName("the application role owns nothing and stands above no wall")
    void theApplicationOwnsNothing() {
        assertThat(names("""
                select 'relation ' || relname from pg_class where relowner = current_user::regrole
                union all select 'schema ' || nspname from pg_namespace where nspowner = current_user::regrole
                union all select 'function ' || proname from pg_proc where proowner = current_user::regrole
                union all select 'database ' || datname from pg_database where datdba = current_user::regrole
                union all select 'attribute of ' || rolname from pg_roles
                    where rolname = current_user and (rolsuper or rolbypassrls or rolcreatedb or rolcreaterole or rolreplication)
                union all select 'member of ' || r.rolname from pg_auth_members m join pg_roles r on r.oid = m.roleid
                    where m.member = current_user::regrole
                """)).isEmpty();
    }

    @Test
    @DisplayName("nobody has a grant on a partition")
    void noGrantsOnPartitions() {
        String partitions = "from pg_class c where c.relispartition and c.relkind = 'r'";
        assertThat(names("select c.relname::text " + partitions)).isNotEmpty();
        assertThat(names("select c.relname::text " + partitions
                        + " and has_table_privilege(c.oid, 'select, insert, update, delete, truncate, references')"))
                .isEmpty();
    }

    @Test
    @DisplayName("a function with its owner's rights has a fixed search path and is not for everybody")
    void definerFunctionsAreNarrow() {
        String definers = """
                from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema')
                """;
        assertThat(names("select p.proname::text " + definers)).isNotEmpty();
        assertThat(names("select p.proname::text " + definers + """
                         and (not exists (select 1 from unnest(p.proconfig) setting where setting like 'search_path=%pg_temp')
                              or exists (select 1 from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a where a.grantee = 0))""")).isEmpty();
    }

    private List<String> names(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }
}
