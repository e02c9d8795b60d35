package org.tongqu.hub.console;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.platform.Columns;

/** SQL of saved views. Headquarters sees through every wall, so that a view is one's own is asked here again. */
@Repository
class SavedViewStore {
    private static final String VIEW = """
            select v.id, v.path, v.name, v.query, v.login = :login as own, v.shared,
                   exists (select 1 from console.default_view d where d.login = :login and d.path = v.path and d.view_id = v.id) as by_default
            from console.saved_view v
            where v.deleted_at is null and (v.login = :login or v.shared)
            """;

    private final JdbcClient jdbc;

    SavedViewStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<SavedView> of(String login, String path) {
        return jdbc.sql(VIEW + " and v.path = :path order by own desc, v.name, v.id")
                .param("login", login)
                .param("path", path)
                .query((row, n) -> view(row))
                .list();
    }

    Optional<SavedView> find(String login, String id) {
        return jdbc.sql(VIEW + " and v.id = :id")
                .param("login", login)
                .param("id", id)
                .query((row, n) -> view(row))
                .optional();
    }

    private static SavedView view(ResultSet row) throws SQLException {
        return new SavedView(
                row.getString("id"),
                row.getString("path"),
                row.getString("name"),
                row.getString("query"),
                row.getBoolean("own"),
                row.getBoolean("shared"),
                row.getBoolean("by_default"));
    }

    /** @param but the view that may have the name */
    boolean taken(String login, String path, String name, String but) {
        return jdbc.sql("""
                        select exists (select 1 from console.saved_view
                        where login = :login and path = :path and name = :name and id <> :but and deleted_at is null)
                        """)
                .param("login", login)
                .param("path", path)
                .param("name", name)
                .param("but", but)
                .query(Boolean.class)
                .single();
    }

    boolean nameOfDeletedIsTaken(String login, String id) {
        return jdbc.sql("""
                        select exists (select 1 from console.saved_view gone join console.saved_view now using (login, path, name)
                        where gone.id = :id and gone.login = :login and gone.deleted_at is not null and now.deleted_at is null)
                        """)
                .param("login", login)
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /** Whether it is there now: a view of this name stands in its way. */
    boolean insert(String id, String login, SavedViews.Wanted wanted, Instant at) {
        return 1
                == jdbc.sql("""
                                insert into console.saved_view (id, login, path, name, query, shared, created_at)
                                values (:id, :login, :path, :name, :query, :shared, :at) on conflict do nothing
                                """)
                        .param("id", id)
                        .param("login", login)
                        .param("path", wanted.path())
                        .param("name", wanted.name())
                        .param("query", wanted.query())
                        .param("shared", wanted.shared())
                        .param("at", Columns.utc(at))
                        .update();
    }

    void change(String login, String id, String name, boolean shared) {
        jdbc.sql("update console.saved_view set name = :name, shared = :shared where id = :id and login = :login")
                .param("id", id)
                .param("login", login)
                .param("name", name)
                .param("shared", shared)
                .update();
    }

    boolean delete(String login, String id, Instant at) {
        return 1
                == jdbc.sql("""
                                update console.saved_view set deleted_at = :at
                                where id = :id and login = :login and deleted_at is null
                                """)
                        .param("id", id)
                        .param("login", login)
                        .param("at", Columns.utc(at))
                        .update();
    }

    boolean restore(String login, String id) {
        return 1
                == jdbc.sql("update console.saved_view set deleted_at = null where id = :id and login = :login")
                        .param("id", id)
                        .param("login", login)
                        .update();
    }

    /** @param id absent for none */
    void openListWith(String login, String path, @Nullable String id) {
        jdbc.sql("""
                        insert into console.default_view (login, path, view_id) values (:login, :path, :id)
                        on conflict (login, path) do update set view_id = excluded.view_id
                        """).param("login", login).param("path", path).param("id", id).update();
    }
}
