package org.tongqu.hub.partners;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.connectors.canon.SheetColumns;
import org.tongqu.hub.platform.Columns;

/** SQL of partners' own columns. */
@Repository
class SheetColumnsStore {
    private final JdbcClient jdbc;

    SheetColumnsStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<SheetColumns> at(String partner, Instant time) {
        return jdbc.sql("""
                        select headings, columns from partners.sheet_columns
                        where partner = :partner and changed_at <= :time order by version desc limit 1
                        """)
                .param("partner", partner)
                .param("time", Columns.utc(time))
                .query((row, n) -> new SheetColumns(columns(row)))
                .optional();
    }

    Optional<OwnColumns.Standing> standing(String partner) {
        return jdbc.sql("select * from partners.sheet_columns where partner = :partner order by version desc limit 1")
                .param("partner", partner)
                .query((row, n) -> new OwnColumns.Standing(
                        partner,
                        row.getInt("version"),
                        columns(row),
                        Columns.time(row, "changed_at"),
                        row.getString("changed_by")))
                .optional();
    }

    /** Two changes at once would take the same number; the primary key lets one of them through. */
    void add(String partner, SheetColumns columns, Instant now, String login) {
        Map<String, String> inOrder = new LinkedHashMap<>(columns.ours());
        jdbc.sql("""
                        insert into partners.sheet_columns (partner, version, headings, columns, changed_at, changed_by)
                        select :partner, coalesce(max(version), 0) + 1, :headings, :columns, :now, :login
                        from partners.sheet_columns where partner = :partner
                        """)
                .param("partner", partner)
                .param("headings", inOrder.keySet().toArray(String[]::new))
                .param("columns", inOrder.values().toArray(String[]::new))
                .param("now", Columns.utc(now))
                .param("login", login)
                .update();
    }

    private static Map<String, String> columns(ResultSet row) throws SQLException {
        String[] headings = (String[]) row.getArray("headings").getArray();
        String[] columns = (String[]) row.getArray("columns").getArray();
        Map<String, String> ours = new LinkedHashMap<>();
        for (int at = 0; at < headings.length; at++) {
            ours.put(headings[at], columns[at]);
        }
        return ours;
    }
}
