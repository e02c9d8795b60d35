package org.tongqu.hub.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.platform.Columns;

/** SQL of acts that put many back. */
@Repository
class ManyResentStore {
    private static final int LISTED = 50;

    private final JdbcClient jdbc;

    ManyResentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void begin(String id, Sender asker, List<String> refs, Instant now) {
        jdbc.sql("""
                        insert into journal.many_resent (id, login, role, region, partner, begun_at)
                        values (:id, :login, :role, :region, :partner, :now)
                        """)
                .param("id", id)
                .param("login", asker.login())
                .param("role", asker.role().name())
                .param("region", asker.region())
                .param("partner", asker.partner())
                .param("now", Columns.utc(now))
                .update();
        jdbc.sql("""
                        insert into journal.many_resent_piece (many_id, n, ref)
                        select :id, n, ref from unnest(:refs::text[]) with ordinality as piece (ref, n)
                        """).param("id", id).param("refs", refs.toArray(String[]::new)).update();
    }

    List<Open> open() {
        return jdbc.sql("""
                        select id, login, role, region, partner from journal.many_resent where finished_at is null order by begun_at
                        """)
                .query((row, n) -> new Open(
                        row.getString("id"),
                        new Sender(
                                row.getString("login"),
                                Sender.Role.valueOf(row.getString("role")),
                                row.getString("region"),
                                row.getString("partner"))))
                .list();
    }

    Optional<Piece> next(String act) {
        return jdbc.sql("""
                        select n, ref from journal.many_resent_piece where many_id = :act and answer is null order by n limit 1
                        """)
                .param("act", act)
                .query((row, n) -> new Piece(row.getInt("n"), row.getString("ref")))
                .optional();
    }

    /** Locks a piece and says whether it still waits; another hub may have settled it a moment ago. */
    boolean hold(String act, int piece) {
        return jdbc.sql("""
                        select 1 from journal.many_resent_piece where many_id = :act and n = :n and answer is null for update
                        """)
                .param("act", act)
                .param("n", piece)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    void settle(String act, int piece, String answer) {
        jdbc.sql("""
                        update journal.many_resent_piece set answer = :answer where many_id = :act and n = :n and answer is null
                        """)
                .param("act", act)
                .param("n", piece)
                .param("answer", answer)
                .update();
    }

    /** Changes nothing while a piece waits. */
    void finish(String act, Instant now) {
        jdbc.sql("""
                        update journal.many_resent set finished_at = :now
                        where id = :act and finished_at is null and not exists
                            (select 1 from journal.many_resent_piece where many_id = :act and answer is null)
                        """).param("act", act).param("now", Columns.utc(now)).update();
    }

    Optional<ManyParked.Work> find(String id) {
        return jdbc.sql("select id, login, begun_at, finished_at from journal.many_resent where id = :id")
                .param("id", id)
                .query((row, n) -> work(row))
                .optional();
    }

    List<ManyParked.Work> newest(int most) {
        return jdbc.sql("select id, login, begun_at, finished_at from journal.many_resent order by id desc limit :most")
                .param("most", most)
                .query((row, n) -> work(row))
                .list();
    }

    private ManyParked.Work work(ResultSet row) throws SQLException {
        String id = row.getString("id");
        Map<String, Long> answers = answers(id);
        long waiting = answers.getOrDefault("", 0L);
        long all = answers.values().stream().mapToLong(Long::longValue).sum();
        answers.remove("");
        return new ManyParked.Work(
                id,
                row.getString("login"),
                Columns.time(row, "begun_at"),
                Columns.timeOrNull(row, "finished_at"),
                all,
                Map.copyOf(answers),
                all == waiting ? List.of() : left(id));
    }

    /** What still waits stands under the empty word. */
    private Map<String, Long> answers(String act) {
        Map<String, Long> answers = new HashMap<>();
        jdbc.sql("""
                        select coalesce(answer, '') as answer, count(*) as pieces from journal.many_resent_piece
                        where many_id = :act group by 1
                        """).param("act", act).query(row -> {
            answers.put(row.getString("answer"), row.getLong("pieces"));
        });
        return answers;
    }

    private List<ManyParked.Left> left(String act) {
        return jdbc.sql("""
                        select ref, answer from journal.many_resent_piece
                        where many_id = :act and answer <> 'WAITS_AGAIN' order by n limit :most
                        """)
                .param("act", act)
                .param("most", LISTED)
                .query((row, n) -> new ManyParked.Left(row.getString("ref"), row.getString("answer")))
                .list();
    }

    /** An act that is not finished, and who asked for it. */
    record Open(String id, Sender asker) {}

    record Piece(int n, String ref) {}
}
