package org.tongqu.hub.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.connectors.canon.SalesSheet.Form;
import org.tongqu.connectors.files.SentCells;
import org.tongqu.hub.journal.JournalPages.RefusedRow;
import org.tongqu.hub.journal.JournalPages.RowPlace;
import org.tongqu.hub.journal.JournalPages.RowRefusal;
import org.tongqu.hub.journal.JournalPages.RowsSought;
import org.tongqu.hub.platform.Clauses;
import org.tongqu.hub.platform.Columns;
import org.tongqu.hub.platform.Slice;
import org.tongqu.hub.platform.Window;

/** SQL of the queue of refused rows; whose they are is the policies' business. */
@Repository
class RefusedRowsStore {
    private static final String ROWS = """
            select r.message_id, r.row_no, r.raw, m.partner, m.name, m.received_at,
                   f.kind, f.charset, f.bom, f.delimiter, f.heading, f.heading_row
            from journal.refused_row r join journal.message m on m.id = r.message_id
                 join journal.file_form f on f.message_id = r.message_id
            """;

    private final JdbcClient jdbc;

    RefusedRowsStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Slice<RefusedRow> page(RowsSought sought, int limit) {
        Clauses clauses = new Clauses()
                .andIf(sought.partner(), "partner", "m.partner = :partner")
                .andIf(sought.code(), "code", """
                        exists (select 1 from journal.refusal c
                                where c.message_id = r.message_id and c.row_no = r.row_no and c.code = :code)
                        """);
        RowPlace after = sought.after();
        if (after != null) {
            clauses.and("r.message_id <= :message", "message", after.messageId())
                    .and("(r.message_id < :message or r.row_no > :row)", "row", after.rowNo());
        }
        List<RefusedRow> rows = clauses.on(jdbc, ROWS, "order by r.message_id desc, r.row_no limit " + (limit + 1))
                .query((row, n) -> row(row))
                .list();
        return Slice.of(
                withReasons(rows), Window.first(limit), row -> place(row).toString());
    }

    private static RowPlace place(RefusedRow row) {
        return new RowPlace(row.messageId(), row.rowNo());
    }

    private static RefusedRow row(ResultSet row) throws SQLException {
        Form form = FileRowStore.form(row);
        return new RefusedRow(
                row.getString("message_id"),
                row.getLong("row_no"),
                row.getString("partner"),
                row.getString("name"),
                Columns.time(row, "received_at"),
                form.heading(),
                SentCells.of(form, row.getBytes("raw")),
                List.of());
    }

    private List<RefusedRow> withReasons(List<RefusedRow> rows) {
        Set<String> messages = rows.stream().map(RefusedRow::messageId).collect(Collectors.toSet());
        Map<RowPlace, List<RowRefusal>> reasons = reasons(messages, rows);
        return rows.stream()
                .map(row -> new RefusedRow(
                        row.messageId(),
                        row.rowNo(),
                        row.partner(),
                        row.name(),
                        row.receivedAt(),
                        row.heading(),
                        row.cells(),
                        reasons.getOrDefault(place(row), List.of())))
                .toList();
    }

    private Map<RowPlace, List<RowRefusal>> reasons(Set<String> messages, List<RefusedRow> rows) {
        Map<RowPlace, List<RowRefusal>> reasons = new HashMap<>();
        jdbc.sql("""
                        select message_id, row_no, pointer, code, zh, en from journal.refusal
                        where message_id = any(:messages::text[]) and row_no = any(:rows::bigint[]) order by message_id, row_no, n
                        """)
                .param("messages", messages.toArray(String[]::new))
                .param("rows", rows.stream().map(RefusedRow::rowNo).toArray(Long[]::new))
                .query((row, n) -> reasons.computeIfAbsent(
                                new RowPlace(row.getString(1), row.getLong(2)), place -> new ArrayList<>())
                        .add(new RowRefusal(
                                row.getLong(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6))))
                .list();
        return reasons;
    }
}
