package org.tongqu.hub.keeping;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.platform.Clauses;
import org.tongqu.hub.platform.Columns;
import org.tongqu.hub.platform.Window;

/** SQL of private notes; whose they are is the wall's business alone, and no statement here says it a second time. */
@Repository
class NoteStore {
    private static final String NOTE = "select id, customer_id, author, words, hand_over, written_at from keeping.note";

    private final JdbcClient jdbc;

    NoteStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Notes.Note note, Instant now) {
        jdbc.sql("""
                        insert into keeping.note (id, customer_id, author, holder, words, hand_over, written_at)
                        values (:id, :customer, :author, :author, :words, :handOver, :now)
                        """)
                .param("id", note.id())
                .param("customer", note.customerId())
                .param("author", note.author())
                .param("words", note.words())
                .param("handOver", note.handOver())
                .param("now", Columns.utc(now))
                .update();
    }

    /** @param term part of the words; absent for all */
    List<Notes.Note> list(@Nullable String term, Window window) {
        return new Clauses()
                .and("deleted_at is null")
                .and("id < :before", "before", window.beforeId())
                .andIf(term, "term", "position(lower(:term) in lower(words)) > 0")
                .on(jdbc, NOTE, "order by id desc limit " + window.oneMore())
                .query(NoteStore::note)
                .list();
    }

    List<Notes.Note> on(Collection<String> customers) {
        return jdbc.sql(
                        NOTE
                                + " where customer_id = any(:customers::text[]) and deleted_at is null order by id desc limit 100")
                .param("customers", customers.toArray(String[]::new))
                .query(NoteStore::note)
                .list();
    }

    Optional<Notes.Note> find(String id) {
        return jdbc.sql(NOTE + " where id = :id and deleted_at is null")
                .param("id", id)
                .query(NoteStore::note)
                .optional();
    }

    boolean mark(String id, boolean handOver) {
        return 1
                == jdbc.sql("update keeping.note set hand_over = :mark where id = :id and deleted_at is null")
                        .param("id", id)
                        .param("mark", handOver)
                        .update();
    }

    boolean delete(String id, Instant at) {
        return 1
                == jdbc.sql("update keeping.note set deleted_at = :at where id = :id and deleted_at is null")
                        .param("id", id)
                        .param("at", Columns.utc(at))
                        .update();
    }

    boolean restore(String id) {
        return 1
                == jdbc.sql("update keeping.note set deleted_at = null where id = :id and deleted_at is not null")
                        .param("id", id)
                        .update();
    }

    private static Notes.Note note(ResultSet row, int n) throws SQLException {
        return new Notes.Note(
                row.getString("id"),
                row.getString("customer_id"),
                row.getString("author"),
                row.getString("words"),
                row.getBoolean("hand_over"),
                Columns.time(row, "written_at"));
    }
}
