package org.tongqu.hub.journal;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tongqu.connectors.canon.FileReport;
import org.tongqu.connectors.canon.FileReports;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.hub.platform.Scope;
import org.tongqu.hub.platform.Wall;

/** What became of a file, made from what is stored, so that a receipt lost in a crash can be written again. */
@Service
class ReportStore implements FileReports {
    private static final int PAGE = 500;
    private static final int FLAGS_LISTED = 1_000;

    private final JdbcClient jdbc;
    private final FileRowStore rows;
    private final Wall wall;

    ReportStore(JdbcClient jdbc, FileRowStore rows, Wall wall) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.wall = wall;
    }

    @Override
    public FileReport report(String messageId) {
        return wall.read(
                Scope.WORKER,
                () -> jdbc.sql("select * from journal.message where id = :id")
                        .param("id", messageId)
                        .query((row, n) ->
                                report(messageId, JournalStore.kept(row, n), row.getString("outcome"), reason(row)))
                        .single());
    }

    private FileReport report(
            String id, Kept message, String outcome, @org.jspecify.annotations.Nullable Refusal reason) {
        Kept.Counts counts = message.counts();
        return new FileReport(
                id,
                Objects.requireNonNull(message.sender().partner()),
                Objects.requireNonNull(message.name()),
                outcome,
                counts.rows(),
                counts.accepted(),
                counts.refused(),
                counts.duplicate(),
                counts.ignored(),
                message.sha256(),
                message.repeats(),
                reason,
                rows.flagged(id, FLAGS_LISTED),
                rows.form(id).orElse(null));
    }

    private static @org.jspecify.annotations.Nullable Refusal reason(java.sql.ResultSet row)
            throws java.sql.SQLException {
        String code = row.getString("reason_code");
        return code == null ? null : new Refusal("", code, row.getString("reason_zh"), row.getString("reason_en"));
    }

    @Override
    public void refusedRows(String messageId, Consumer<FileReport.RefusedRow> each) {
        long after = -1;
        List<FileReport.RefusedRow> page;
        do {
            long from = after;
            page = wall.read(Scope.WORKER, () -> rows.refusedAfter(messageId, from, PAGE));
            page.forEach(each);
            after = page.isEmpty() ? after : page.getLast().rowNo();
        } while (page.size() == PAGE);
    }
}
