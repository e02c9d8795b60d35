package org.tongqu.regions.outbox;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tongqu.connectors.canon.Receipt;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Uplink;
import org.tongqu.connectors.rest.RecordJson;

/** SQL of the node's file. */
final class OutboxStore implements AutoCloseable {
    private static final String TABLES = """
            create table if not exists line (
                n            integer primary key,
                id           text not null unique,
                continues    text,
                continues_at integer,
                base         integer not null,
                settled      integer not null,
                opened_at    text not null
            );
            create table if not exists visit (
                n            integer primary key,
                id           text not null unique,
                visit_no     text not null,
                content_hash text not null,
                raw          blob not null,
                taken_at     text not null,
                line         text not null references line (id),
                seq          integer not null,
                hash         text not null,
                state        text not null check (state in ('WAITING', 'SENT', 'KEPT', 'REFUSED')),
                message_id   text,
                errors       text,
                unique (line, seq)
            );
            create unique index if not exists visit_once on visit (visit_no) where state <> 'REFUSED';
            create index if not exists visit_open on visit (state) where state in ('WAITING', 'SENT');
            create table if not exists refused (
                n        integer primary key autoincrement,
                id       text not null,
                visit_no text,
                raw      blob not null,
                errors   text not null,
                at       text not null
            );
            create table if not exists given_up (
                line      text not null,
                at        integer not null,
                found_at  text not null,
                next_line text not null primary key
            );
            """;

    private static final String VISIT =
            "select visit_no, id, state, line, seq, taken_at, message_id, errors from visit";
    private static final String LINE = """
            select id, continues, continues_at, base, settled, n = (select max(n) from line) as current,
                   coalesce((select max(seq) from visit v where v.line = line.id), base) as last
            from line
            """;
    private static final int REFUSED_KEPT = 10_000;

    private final Sqlite file;

    private OutboxStore(Sqlite file) {
        this.file = file;
    }

    static OutboxStore open(Path path) {
        Sqlite file = Sqlite.open(path);
        file.committed(() -> {
            file.script(TABLES);
            return true;
        });
        return new OutboxStore(file);
    }

    <T> T committed(Supplier<T> work) {
        return file.committed(work);
    }

    List<Line> lines() {
        return file.query(OutboxStore::line, LINE + " order by n");
    }

    Line line(String id) {
        return file.first(OutboxStore::line, LINE + " where id = ?", id).orElseThrow();
    }

    Optional<Line> current() {
        return file.first(OutboxStore::line, LINE + " order by n desc limit 1");
    }

    private static Line line(ResultSet row) throws SQLException {
        String former = row.getString("continues");
        long base = row.getLong("base");
        return new Line(
                row.getString("id"),
                former == null ? null : new Uplink.Continued(former, row.getLong("continues_at"), base),
                base,
                row.getLong("last"),
                row.getLong("settled"),
                row.getBoolean("current"));
    }

    void open(String id, Uplink.@Nullable Continued former, String now) {
        long base = former == null ? 0 : former.base();
        file.update(
                "insert into line (id, continues, continues_at, base, settled, opened_at) values (?, ?, ?, ?, ?, ?)",
                id,
                former == null ? null : former.line(),
                former == null ? null : former.at(),
                base,
                base,
                now);
    }

    void gaveUp(Uplink.Continued former, String nextLine, String now) {
        file.update(
                "insert into given_up (line, at, found_at, next_line) values (?, ?, ?, ?)",
                former.line(),
                former.at() + 1,
                now,
                nextLine);
    }

    Optional<LineState.GivenUp> lastGivenUp() {
        return file.first(
                row -> new LineState.GivenUp(row.getString(1), row.getLong(2), row.getString(3), row.getString(4)),
                "select line, at, found_at, next_line from given_up order by found_at desc, rowid desc limit 1");
    }

    void settled(String line, long through) {
        file.update("update line set settled = ? where id = ?", through, line);
    }

    /** The visit that stands under this number of the branch; one the hub refused leaves its number free. */
    Optional<Standing> standing(String visitNo) {
        return file.first(
                row -> new Standing(row.getString(1), row.getString(2)),
                "select id, content_hash from visit where visit_no = ? and state <> 'REFUSED'",
                visitNo);
    }

    void add(NewVisit visit) {
        file.update(
                """
                insert into visit (id, visit_no, content_hash, raw, taken_at, line, seq, hash, state)
                values (?, ?, ?, ?, ?, ?, ?, ?, 'WAITING')
                """,
                visit.id(),
                visit.visitNo(),
                visit.contentHash(),
                visit.raw(),
                visit.takenAt(),
                visit.line(),
                visit.seq(),
                visit.hash());
    }

    void refused(String id, @Nullable String visitNo, byte[] raw, List<Refusal> errors, String now) {
        file.update(
                "insert into refused (id, visit_no, raw, errors, at) values (?, ?, ?, ?, ?)",
                id,
                visitNo,
                raw,
                json(errors),
                now);
        file.update("delete from refused where n <= (select max(n) from refused) - ?", REFUSED_KEPT);
    }

    Optional<KeptVisit> newest(String visitNo) {
        return file.first(OutboxStore::visit, VISIT + " where visit_no = ? order by n desc limit 1", visitNo);
    }

    private static KeptVisit visit(ResultSet row) throws SQLException {
        String errors = row.getString("errors");
        return new KeptVisit(
                row.getString("visit_no"),
                row.getString("id"),
                KeptVisit.State.valueOf(row.getString("state")),
                row.getString("line"),
                row.getLong("seq"),
                row.getString("taken_at"),
                row.getString("message_id"),
                errors == null
                        ? List.of()
                        : List.of(RecordJson.read(
                                errors.getBytes(java.nio.charset.StandardCharsets.UTF_8), Refusal[].class)));
    }

    Optional<String> hash(String line, long seq) {
        return file.first(row -> row.getString(1), "select hash from visit where line = ? and seq = ?", line, seq);
    }

    List<Numbered> from(String line, long seq, int limit) {
        return file.query(
                row -> new Numbered(row.getLong(1), row.getString(2), row.getBytes(3)),
                "select seq, hash, raw from visit where line = ? and seq >= ? order by seq limit ?",
                line,
                seq,
                limit);
    }

    void sent(String line, long from, long to) {
        file.update(
                "update visit set state = 'SENT' where line = ? and seq between ? and ? and state = 'WAITING'",
                line,
                from,
                to);
    }

    void answered(String line, Uplink.Standing answer) {
        boolean refused = answer.status() == Receipt.Status.REFUSED;
        file.update(
                """
                update visit set state = ?, message_id = ?, errors = ?
                where line = ? and seq = ? and state in ('WAITING', 'SENT')
                """,
                refused ? "REFUSED" : "KEPT",
                answer.messageId(),
                refused ? json(answer.errors()) : null,
                line,
                answer.seq());
    }

    /** The hub no longer has what it once had from here on. */
    void waitAgain(String line, long after) {
        file.update(
                "update visit set state = 'WAITING' where line = ? and seq > ? and state <> 'REFUSED'", line, after);
    }

    /** What must go under other numbers, oldest first. */
    List<Moved> beyond(String line, long seq) {
        return file.query(
                row -> new Moved(row.getLong(1), row.getBytes(2)),
                "select n, raw from visit where line = ? and seq > ? and state <> 'REFUSED' order by seq",
                line,
                seq);
    }

    void move(long n, String line, long seq, String hash) {
        file.update("update visit set line = ?, seq = ?, hash = ?, state = 'WAITING' where n = ?", line, seq, hash, n);
    }

    long count(String where) {
        return file.first(row -> row.getLong(1), "select count(*) from visit where " + where)
                .orElseThrow();
    }

    private static String json(List<Refusal> errors) {
        return new String(RecordJson.write(errors), java.nio.charset.StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        file.close();
    }

    record Standing(String id, String contentHash) {}

    record NewVisit(
            String id,
            String visitNo,
            String contentHash,
            byte[] raw,
            String takenAt,
            String line,
            long seq,
            String hash) {}

    record Numbered(long seq, String hash, byte[] raw) {}

    record Moved(long n, byte[] raw) {}
}
