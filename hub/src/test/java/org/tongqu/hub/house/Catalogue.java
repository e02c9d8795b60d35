package org.tongqu.hub.house;

/**
 * The house's questions to PostgreSQL's catalogue: each answers with the names of the offenders.
 *
 * @param app name of the application role
 */
record Catalogue(String app) {
    /** Tables of the rooms and their partitioned parents; partitions are nobody's but their parent's. */
    static final String ROOM_TABLES = """
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and not c.relispartition
              and n.nspname not in ('pg_catalog', 'information_schema', 'flyway') and n.nspname !~ '^pg_'
            """;

    static final String PARTITIONS = "from pg_class c where c.relispartition and c.relkind = 'r'";

    static final String FOREIGN_KEYS = """
            from pg_constraint k join pg_class a on a.oid = k.conrelid join pg_class b on b.oid = k.confrelid where k.contype = 'f'
            """;

    static final String DEFINERS = """
            from pg_proc p join pg_namespace n on n.oid = p.pronamespace
            where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema')
            """;

    String tablesWithoutAWall() {
        return "select n.nspname || '.' || c.relname " + ROOM_TABLES
                + " and not (c.relrowsecurity and c.relforcerowsecurity)";
    }

    String openTablesTheApplicationMayChange() {
        return "select n.nspname || '.' || c.relname " + ROOM_TABLES
                + " and not c.relrowsecurity and has_table_privilege('" + app
                + "', c.oid, 'insert, update, delete, truncate')";
    }

    String wallsWithOddPolicies() {
        return "select n.nspname || '.' || c.relname " + ROOM_TABLES + """
                 and c.relrowsecurity and array(select p.polname::text from pg_policy p where p.polrelid = c.oid order by 1)
                     <> array['app_scope', 'owner_all']""";
    }

    String foreignKeysAcrossRooms() {
        return "select k.conname::text " + FOREIGN_KEYS + " and a.relnamespace <> b.relnamespace";
    }

    String grantsOnPartitions() {
        return "select c.relname::text " + PARTITIONS + " and has_table_privilege('" + app
                + "', c.oid, 'select, insert, update, delete, truncate, references')";
    }

    String wideDefiners() {
        return "select p.proname::text " + DEFINERS + """
                 and (not exists (select 1 from unnest(p.proconfig) setting where setting like 'search_path=%pg_temp')
                      or exists (select 1 from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a where a.grantee = 0))""";
    }

    String whatTheApplicationOwns() {
        return """
                select 'relation ' || relname from pg_class where relowner = '%1$s'::regrole
                union all select 'schema ' || nspname from pg_namespace where nspowner = '%1$s'::regrole
                union all select 'function ' || proname from pg_proc where proowner = '%1$s'::regrole
                union all select 'database ' || datname from pg_database where datdba = '%1$s'::regrole
                union all select 'attribute of ' || rolname from pg_roles
                    where rolname = '%1$s' and (rolsuper or rolbypassrls or rolcreatedb or rolcreaterole or rolreplication)
                union all select 'member of ' || r.rolname from pg_auth_members m join pg_roles r on r.oid = m.roleid
                    where m.member = '%1$s'::regrole
                """.formatted(app);
    }
}
