package org.tongqu.hub.journal;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.connectors.canon.FileReport;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.SalesSheet;

/** SQL of a file's rows: those that went back to the sender, those with a flag, and how the sender writes. */
@Repository
class FileRowStore {
    private final JdbcClient jdbc;

    FileRowStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void form(String messageId, SalesSheet.Form form) {
        jdbc.sql("""
                        insert into journal.file_form (message_id, kind, charset, bom, delimiter, heading, heading_row)
                        values (:id, :kind, :charset, :bom, :delimiter, :heading, :row) on conflict do nothing
                        """)
                .param("id", messageId)
                .param("kind", form.kind().name())
                .param("charset", form.charset())
                .param("bom", form.bom())
                .param("delimiter", String.valueOf(form.delimiter()))
                .param("heading", form.heading().toArray(String[]::new))
                .param("row", form.headingRow())
                .update();
    }

    Optional<SalesSheet.Form> form(String messageId) {
        return jdbc.sql("select * from journal.file_form where message_id = :id")
                .param("id", messageId)
                .query((row, n) -> form(row))
                .optional();
    }

    static SalesSheet.Form form(ResultSet row) throws SQLException {
        return new SalesSheet.Form(
                SalesSheet.Form.Kind.valueOf(row.getString("kind")),
                row.getString("charset"),
                row.getBoolean("bom"),
                row.getString("delimiter").charAt(0),
                texts(row, "heading"),
                row.getLong("heading_row"));
    }

    /** All of a chunk in one statement each, since every row of a large file may go back. */
    void refused(String messageId, List<FileReport.RefusedRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into journal.refused_row (message_id, row_no, raw)
                        select :id, r.row_no, r.raw from unnest(:rows::bigint[], :raws::bytea[]) as r(row_no, raw)
                        """)
                .param("id", messageId)
                .param("rows", rows.stream().map(FileReport.RefusedRow::rowNo).toArray(Long[]::new))
                .param("raws", rows.stream().map(FileReport.RefusedRow::raw).toArray(byte[][]::new))
                .update();
        ReasonStore.keep(jdbc, messageId, rows.stream().flatMap(Reason::of).toList());
    }

    void flagged(String messageId, List<FileReport.FlaggedRow> rows) {
        for (FileReport.FlaggedRow row : rows) {
            jdbc.sql("insert into journal.flagged_row (message_id, row_no, flags) values (:id, :row, :flags)")
                    .param("id", messageId)
                    .param("row", row.rowNo())
                    .param("flags", row.flags().toArray(String[]::new))
                    .update();
        }
    }

    List<FileReport.FlaggedRow> flagged(String messageId, int max) {
        return jdbc.sql(
                        "select row_no, flags from journal.flagged_row where message_id = :id order by row_no limit :max")
                .param("id", messageId)
                .param("max", max)
                .query((row, n) -> new FileReport.FlaggedRow(row.getLong("row_no"), texts(row, "flags")))
                .list();
    }

    /** A page of refused rows after a row number. */
    List<FileReport.RefusedRow> refusedAfter(String messageId, long after, int max) {
        List<FileReport.RefusedRow> page = new ArrayList<>();
        jdbc.sql(
                        "select row_no, raw from journal.refused_row where message_id = :id and row_no > :after order by row_no limit :max")
                .param("id", messageId)
                .param("after", after)
                .param("max", max)
                .query((row, n) -> new FileReport.RefusedRow(row.getLong("row_no"), row.getBytes("raw"), List.of()))
                .list()
                .forEach(row ->
                        page.add(new FileReport.RefusedRow(row.rowNo(), row.raw(), refusals(messageId, row.rowNo()))));
        return page;
    }

    List<Refusal> refusals(String messageId, long rowNo) {
        return jdbc.sql(
                        "select pointer, code, zh, en from journal.refusal where message_id = :id and row_no = :row order by n")
                .param("id", messageId)
                .param("row", rowNo)
                .query((row, n) -> new Refusal(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
                .list();
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return List.of((String[]) array.getArray());
    }
}
