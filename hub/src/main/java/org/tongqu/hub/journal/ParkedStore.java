package org.tongqu.hub.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.platform.Clauses;
import org.tongqu.hub.platform.Columns;
import org.tongqu.hub.platform.Window;

/** SQL of what arrived and stands parked. */
@Repository
class ParkedStore {
    private final JdbcClient jdbc;

    ParkedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<ParkedBook.Standing> standing(ParkedBook.Sought sought, Window window) {
        return clauses(sought)
                .and("id < :before", "before", window.beforeId())
                .on(jdbc, """
                        select id, kind, partner, login, name, parked_at, fault, reason_code, reason_zh, reason_en, attempts
                        from journal.message
                        """, "order by id desc limit " + window.oneMore())
                .query((row, n) -> standing(row))
                .list();
    }

    List<String> ids(ParkedBook.Sought sought, int most) {
        return clauses(sought)
                .on(jdbc, "select id from journal.message", "order by id limit " + most)
                .query(String.class)
                .list();
    }

    private static Clauses clauses(ParkedBook.Sought sought) {
        return new Clauses()
                .and("parked_at is not null")
                .andIf(
                        sought.key(),
                        "key",
                        "id in (select message_id from journal.business_key where value = :key union select :key)")
                .andIf(sought.fault(), "fault", "fault = :fault")
                .andIf(sought.kind(), "kind", "kind = :kind")
                .andIf(sought.partner(), "partner", "partner = :partner");
    }

    private static ParkedBook.Standing standing(ResultSet row) throws SQLException {
        return new ParkedBook.Standing(
                row.getString("id"),
                "IN",
                row.getString("kind"),
                row.getString("partner"),
                row.getString("login"),
                row.getString("name"),
                "PARKED",
                Columns.time(row, "parked_at"),
                row.getString("fault"),
                reason(row),
                row.getInt("attempts"),
                List.of());
    }

    private static JournalPages.@Nullable Reason reason(ResultSet row) throws SQLException {
        String code = row.getString("reason_code");
        return code == null
                ? null
                : new JournalPages.Reason(code, row.getString("reason_zh"), row.getString("reason_en"));
    }
}
