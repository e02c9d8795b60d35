package org.tongqu.hub.platform;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Properties;

/**
 * What a PostgreSQL must be before the hub trusts it with the one truth: 15 or newer, UTF-8, flushing what it commits, and an
 * application role that cannot step around row-level security. The embedded one is held to the same.
 */
public final class OutsidePostgres {
    private static final String FACTS = """
            select current_setting('server_version_num')::int as version,
                   current_setting('server_encoding') as encoding,
                   current_database() as database,
                   pg_is_in_recovery() as standby,
                   current_setting('transaction_read_only') = 'on' as read_only,
                   current_setting('fsync') = 'off' as forgets_files,
                   current_setting('full_page_writes') = 'off' as forgets_pages,
                   current_setting('synchronous_commit') = 'off' as forgets_commits,
                   (select source from pg_settings where name = 'synchronous_commit') as commits_set_by,
                   exists (select 1 from pg_roles r
                            where (r.rolsuper or r.rolbypassrls or r.rolcreaterole)
                              and pg_has_role(current_user, r.oid, 'member')) as above_the_wall,
                   exists (select 1 from pg_roles r
                            where r.rolname = ? and pg_has_role(current_user, r.oid, 'member')) as acts_as_owner,
                   exists (select 1 from pg_shdepend d join pg_roles r on r.oid = d.refobjid
                            where d.refclassid = 'pg_authid'::regclass and d.deptype = 'o'
                              and pg_has_role(current_user, r.oid, 'member')
                              and (d.dbid = (select oid from pg_database where datname = current_database())
                                   or (d.classid = 'pg_database'::regclass
                                       and d.objid = (select oid from pg_database where datname = current_database()))))
                       as owns_something
            """;
    private static final String OWNER_FACTS =
            "select has_database_privilege(current_user, current_database(), 'create') as may_create";

    private OutsidePostgres() {}

    /**
     * Signs in as both roles and looks.
     *
     * @throws StartRefused with what is wrong and what to do
     */
    public static void check(Database database) {
        try (Connection owner = connect(database, database.ownerUser(), database.ownerPassword());
                Connection app = connect(database, database.appUser(), database.appPassword())) {
            checkOwner(owner, database);
            checkApp(app, database);
        } catch (SQLException e) {
            throw new StartRefused(
                    "无法查看数据库 " + database.url() + " 的设置:" + e.getMessage(),
                    "The settings of the database " + database.url() + " could not be read: " + e.getMessage(),
                    e);
        }
    }

    private static Connection connect(Database database, String user, String password) {
        Properties how = new Properties();
        how.setProperty("user", user);
        how.setProperty("password", password);
        how.setProperty("connectTimeout", "10");
        how.setProperty("socketTimeout", "30");
        try {
            return DriverManager.getConnection(database.url(), how);
        } catch (SQLException e) {
            throw new StartRefused(
                    "用户 " + user + " 连不上数据库 " + database.url() + ":请检查地址、用户、密码,以及数据库是否在运行。(" + e.getMessage() + ")",
                    "User " + user + " cannot reach the database " + database.url()
                            + ": check address, user, password, and that it runs. (" + e.getMessage() + ")",
                    e);
        }
    }

    private static void checkOwner(Connection connection, Database database) throws SQLException {
        try (ResultSet facts = connection.createStatement().executeQuery(OWNER_FACTS)) {
            facts.next();
            refuseIf(
                    !facts.getBoolean("may_create"),
                    "属主角色 " + database.ownerUser() + " 不能在此库中建模式。请执行:GRANT CREATE ON DATABASE … TO "
                            + database.ownerUser() + "。",
                    "The owner role " + database.ownerUser()
                            + " may not create schemas here. Run: GRANT CREATE ON DATABASE … TO " + database.ownerUser()
                            + ".");
        }
    }

    private static void checkApp(Connection connection, Database database) throws SQLException {
        try (var statement = connection.prepareStatement(FACTS)) {
            statement.setString(1, database.ownerUser());
            try (ResultSet facts = statement.executeQuery()) {
                facts.next();
                checkServer(facts);
                checkCommits(facts, database);
                checkRole(facts, database.appUser(), database.ownerUser());
            }
        }
    }

    private static void checkServer(ResultSet facts) throws SQLException {
        int version = facts.getInt("version") / 10_000;
        refuseIf(
                version < 15,
                "需要 PostgreSQL 15 或更新,这里是 " + version + "。",
                "PostgreSQL 15 or newer is needed; this is " + version + ".");
        String encoding = facts.getString("encoding");
        refuseIf(
                !"UTF8".equals(encoding),
                "数据库的编码必须是 UTF8,这里是 " + encoding + "。",
                "The database's encoding must be UTF8; this is " + encoding + ".");
        refuseIf(facts.getBoolean("standby"), "这是只读的备库,请指向主库。", "This is a read-only standby; point to the primary.");
        refuseUnflushed(facts.getBoolean("forgets_files"), "fsync");
        refuseUnflushed(facts.getBoolean("forgets_pages"), "full_page_writes");
    }

    /** As a new connection of the application role has it, whether server, database, role or our own address said so. */
    private static void checkCommits(ResultSet facts, Database database) throws SQLException {
        String app = database.appUser();
        if (facts.getBoolean("forgets_commits")) {
            throw UnflushedCommits.refusal(facts.getString("commits_set_by"), app, facts.getString("database"));
        }
        refuseIf(
                facts.getBoolean("read_only"),
                "应用角色 " + app + " 在这里只能读不能写。请去掉它的 default_transaction_read_only。",
                "The application role " + app + " may only read here. Reset its default_transaction_read_only.");
    }

    private static void checkRole(ResultSet facts, String app, String owner) throws SQLException {
        refuseIf(
                facts.getBoolean("above_the_wall"),
                "应用角色 " + app + " 是(或属于)超级用户、BYPASSRLS 或 CREATEROLE 角色,行级安全对它无效。请换一个普通角色。",
                "The application role " + app
                        + " is, or is a member of, a role with SUPERUSER, BYPASSRLS or CREATEROLE, so row-level security cannot hold it. Use a plain role.");
        refuseIf(
                facts.getBoolean("acts_as_owner"),
                "应用角色 " + app + " 是属主角色 " + owner + " 本身或其成员。请用两个互不隶属的角色。",
                "The application role " + app + " is, or is a member of, the owner role " + owner
                        + ". Use two unrelated roles.");
        refuseIf(
                facts.getBoolean("owns_something"),
                "应用角色 " + app + " 在此库中拥有对象。请执行:REASSIGN OWNED BY " + app + " TO " + owner + "。",
                "The application role " + app + " owns objects in this database. Run: REASSIGN OWNED BY " + app + " TO "
                        + owner + ".");
    }

    private static void refuseUnflushed(boolean off, String setting) {
        refuseIf(
                off,
                "数据库的 " + setting + " 是 off:断电会丢失已确认的数据。请在服务器的配置里设为 on,再启动通衢。",
                "The database runs with " + setting
                        + " = off: a power cut would lose what was acknowledged. Set it to on in the server's configuration, then start again.");
    }

    private static void refuseIf(boolean wrong, String zh, String en) {
        if (wrong) {
            throw new StartRefused(zh, en);
        }
    }
}
