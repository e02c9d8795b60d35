package org.tongqu.hub.platform;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of what went out. */
@Repository
class ExportStore {
    private static final int LONGEST_QUERY = 1000;

    private final JdbcClient jdbc;

    ExportStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void note(String id, Instant at, String login, String list, String query, long rows) {
        jdbc.sql("""
                        insert into platform.export (id, at, login, list, query, rows) values (:id, :at, :login, :list, :query, :rows)
                        """)
                .param("id", id)
                .param("at", Columns.utc(at))
                .param("login", login)
                .param("list", list)
                .param("query", query.substring(0, Math.min(query.length(), LONGEST_QUERY)))
                .param("rows", rows)
                .update();
    }

    List<Exports.Export> of(String login, Instant since) {
        return jdbc.sql("""
                        select at, list, query, rows from platform.export
                        where login = :login and at >= :since order by at desc, id desc limit 200
                        """)
                .param("login", login)
                .param("since", Columns.utc(since))
                .query((row, n) -> new Exports.Export(
                        Columns.time(row, "at"), row.getString("list"), row.getString("query"), row.getLong("rows")))
                .list();
    }
}
