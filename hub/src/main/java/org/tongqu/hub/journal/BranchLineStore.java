package org.tongqu.hub.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.connectors.canon.LineChain;
import org.tongqu.connectors.canon.Receipt;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.connectors.canon.Uplink;
import org.tongqu.hub.platform.Columns;

/** SQL of branches' lines, their entries and where two ends disagreed. */
@Repository
class BranchLineStore {
    private final JdbcClient jdbc;

    BranchLineStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the line was new; one of another branch stays that branch's. */
    boolean open(Uplink.Call<?> call, Sender sender, Instant now) {
        Uplink.Continued former = call.continues();
        return jdbc.sql("""
                        insert into journal.branch_line
                            (line, branch, region, continues, continues_at, base, complete_through, head, opened_at, heard_at)
                        values (:line, :branch, :region, :continues, :at, :base, :base, :head, :now, :now)
                        on conflict (line) do nothing
                        """)
                        .param("line", call.line())
                        .param("branch", sender.partner())
                        .param("region", sender.region())
                        .param("continues", former == null ? null : former.line())
                        .param("at", former == null ? null : former.at())
                        .param("base", former == null ? 0 : former.base())
                        .param("head", LineChain.start(call.line()))
                        .param("now", Columns.utc(now))
                        .update()
                == 1;
    }

    Optional<BranchLine> locked(String line) {
        return jdbc.sql("select * from journal.branch_line where line = :line for update")
                .param("line", line)
                .query((row, n) -> line(row))
                .optional();
    }

    private static BranchLine line(ResultSet row) throws SQLException {
        return new BranchLine(
                row.getString("line"),
                row.getString("branch"),
                row.getLong("base"),
                row.getLong("complete_through"),
                row.getString("head"));
    }

    /** Chain hashes by number, from one number to before another. */
    Map<Long, String> hashes(String line, long from, long before) {
        Map<Long, String> hashes = new HashMap<>();
        jdbc.sql("select seq, hash from journal.branch_entry where line = :line and seq >= :from and seq < :before")
                .param("line", line)
                .param("from", from)
                .param("before", before)
                .query(row -> {
                    hashes.put(row.getLong("seq"), row.getString("hash"));
                });
        return hashes;
    }

    <T> void add(String line, List<Uplink.Entry<T>> entries, List<Receipt> receipts) {
        jdbc.sql("""
                        insert into journal.branch_entry (line, seq, hash, message_id, status)
                        select :line, e.seq, e.hash, e.message, e.status
                        from unnest(:seqs::bigint[], :hashes::text[], :messages::text[], :states::text[]) as e(seq, hash, message, status)
                        """)
                .param("line", line)
                .param("seqs", entries.stream().map(Uplink.Entry::seq).toArray(Long[]::new))
                .param("hashes", entries.stream().map(Uplink.Entry::hash).toArray(String[]::new))
                .param("messages", receipts.stream().map(Receipt::messageId).toArray(String[]::new))
                .param(
                        "states",
                        receipts.stream()
                                .map(receipt -> receipt.status().name())
                                .toArray(String[]::new))
                .update();
    }

    void heard(BranchLine line, long waiting, Instant now) {
        jdbc.sql("""
                        update journal.branch_line
                        set complete_through = :through, head = :head, waiting = :waiting, heard_at = :now where line = :line
                        """)
                .param("line", line.line())
                .param("through", line.completeThrough())
                .param("head", line.head())
                .param("waiting", waiting)
                .param("now", Columns.utc(now))
                .update();
    }

    /** Told again it is the same conflict. */
    void conflict(BranchLine line, BranchLine.Found found, @Nullable String nextLine, Instant now) {
        jdbc.sql("""
                        insert into journal.branch_conflict (line, at, kind, complete_through, next_line, found_at)
                        values (:line, :at, :kind, :through, :next, :now) on conflict (line, at, kind) do nothing
                        """)
                .param("line", line.line())
                .param("at", found.at())
                .param("kind", found.kind().name())
                .param("through", line.completeThrough())
                .param("next", nextLine)
                .param("now", Columns.utc(now))
                .update();
    }

    /** Whether a conflict of this line was waiting for the line that came after it. */
    boolean wentOn(String line, String nextLine) {
        return jdbc.sql("update journal.branch_conflict set next_line = :next where line = :line and next_line is null")
                        .param("line", line)
                        .param("next", nextLine)
                        .update()
                > 0;
    }

    /** What was said of the entries, from one number to before another, now or when they came first. */
    List<Uplink.Standing> standing(String line, long from, long before) {
        Map<String, List<Refusal>> refusals = refusals(line, from, before);
        return jdbc.sql("""
                        select seq, message_id, status from journal.branch_entry
                        where line = :line and seq >= :from and seq < :before order by seq
                        """)
                .param("line", line)
                .param("from", from)
                .param("before", before)
                .query((row, n) -> new Uplink.Standing(
                        row.getLong("seq"),
                        row.getString("message_id"),
                        Receipt.Status.valueOf(row.getString("status")),
                        refusals.getOrDefault(row.getString("message_id"), List.of())))
                .list();
    }

    private Map<String, List<Refusal>> refusals(String line, long from, long before) {
        Map<String, List<Refusal>> refusals = new HashMap<>();
        jdbc.sql("""
                        select r.* from journal.refusal r join journal.branch_entry e on e.message_id = r.message_id
                        where e.line = :line and e.seq >= :from and e.seq < :before and e.status = 'REFUSED' and r.row_no = 0
                        order by r.message_id, r.n
                        """)
                .param("line", line)
                .param("from", from)
                .param("before", before)
                .query(row -> {
                    refusals.computeIfAbsent(row.getString("message_id"), id -> new java.util.ArrayList<>())
                            .add(new Refusal(
                                    row.getString("pointer"),
                                    row.getString("code"),
                                    row.getString("zh"),
                                    row.getString("en")));
                });
        return refusals;
    }
}
