package org.tongqu.hub.keeping;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.people.People;
import org.tongqu.hub.platform.Columns;
import org.tongqu.hub.platform.Window;

/** SQL of handovers. Marked notes are moved by functions of the owner: whoever hands over cannot read them. */
@Repository
class HandoverStore {
    private static final String HEAD =
            "select id, number, leaver, made_by, made_at, undone_by, undone_at from keeping.handover ";
    private static final String PART = "select handover_id, receiver, signed_as, signed_at from keeping.handover_part ";

    private final JdbcClient jdbc;

    HandoverStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Which customer each note is about that its holder marked to be handed over. */
    Map<String, String> markedNotes(String person) {
        Map<String, String> notes = new LinkedHashMap<>();
        jdbc.sql("select note_id, customer_id from keeping.marked_notes(:person) order by 1")
                .param("person", person)
                .query((row, n) -> notes.put(row.getString(1), row.getString(2)))
                .list();
        return notes;
    }

    /** How many came to each receiver. */
    Map<String, Long> passNotes(String id) {
        Map<String, Long> passed = new HashMap<>();
        jdbc.sql("select receiver, passed from keeping.pass_notes(:id)")
                .param("id", id)
                .query((row, n) -> passed.put(row.getString(1), row.getLong(2)))
                .list();
        return passed;
    }

    void returnNotes(String id) {
        jdbc.sql("select keeping.return_notes(:id)")
                .param("id", id)
                .query(Long.class)
                .single();
    }

    void begin(String id, People.User leaver, String by, Instant now) {
        jdbc.sql("""
                        insert into keeping.handover (id, leaver, branch, made_by, made_at) values (:id, :leaver, :branch, :by, :now)
                        """)
                .param("id", id)
                .param("leaver", leaver.login())
                .param("branch", leaver.region())
                .param("by", by)
                .param("now", Columns.utc(now))
                .update();
    }

    void add(String id, Shares.Share share) {
        String receiver = share.receiver().login();
        jdbc.sql("insert into keeping.handover_part (handover_id, receiver) values (:id, :receiver)")
                .param("id", id)
                .param("receiver", receiver)
                .update();
        jdbc.sql("""
                        insert into keeping.handover_item (handover_id, kind, object_id, receiver)
                        select :id, w.kind, w.object_id, :receiver from unnest(:kinds::text[], :ids::text[]) as w(kind, object_id)
                        """)
                .param("id", id)
                .param("receiver", receiver)
                .param("kinds", share.pieces().stream().map(Shares.Piece::kind).toArray(String[]::new))
                .param("ids", share.pieces().stream().map(Shares.Piece::id).toArray(String[]::new))
                .update();
    }

    void count(String id, String receiver, Holdings.Counts was, Holdings.Counts became) {
        jdbc.sql("""
                        insert into keeping.handover_count (handover_id, receiver, kind, was, became)
                        select :id, :receiver, w.kind, w.was, w.became
                        from unnest(array['CUSTOMERS', 'CONTACTS', 'NEEDS', 'PLANS', 'NOTES'], :was::bigint[], :became::bigint[])
                            as w(kind, was, became)
                        """)
                .param("id", id)
                .param("receiver", receiver)
                .param("was", figures(was))
                .param("became", figures(became))
                .update();
    }

    private static Long[] figures(Holdings.Counts counts) {
        return new Long[] {counts.customers(), counts.contacts(), counts.needs(), counts.plans(), counts.notes()};
    }

    void sign(String id, String receiver, String name, Instant now) {
        jdbc.sql("""
                        update keeping.handover_part set signed_as = :name, signed_at = :now
                        where handover_id = :id and receiver = :receiver and signed_at is null
                        """)
                .param("id", id)
                .param("receiver", receiver)
                .param("name", name)
                .param("now", Columns.utc(now))
                .update();
    }

    void undo(String id, String by, Instant now) {
        jdbc.sql("update keeping.handover set undone_by = :by, undone_at = :now where id = :id and undone_at is null")
                .param("id", id)
                .param("by", by)
                .param("now", Columns.utc(now))
                .update();
    }

    Optional<Head> find(String id) {
        return jdbc.sql(HEAD + " where id = :id")
                .param("id", id)
                .query(HandoverStore::head)
                .optional();
    }

    Optional<Head> lock(String id) {
        return jdbc.sql(HEAD + " where id = :id for update")
                .param("id", id)
                .query(HandoverStore::head)
                .optional();
    }

    List<Head> list(Window window) {
        return jdbc.sql(HEAD + " where number < :before order by number desc limit " + window.oneMore())
                .param("before", window.beforeNumber())
                .query(HandoverStore::head)
                .list();
    }

    Optional<Part> part(String id, String receiver) {
        return parts(id).stream()
                .filter(part -> part.receiver().equals(receiver))
                .findFirst();
    }

    List<Part> parts(String id) {
        return jdbc.sql(PART + " where handover_id = :id order by receiver")
                .param("id", id)
                .query((row, n) -> new Part(
                        row.getString("receiver"), row.getString("signed_as"), Columns.timeOrNull(row, "signed_at")))
                .list();
    }

    List<String> items(String id, String receiver, String kind) {
        return jdbc.sql("""
                        select object_id from keeping.handover_item
                        where handover_id = :id and receiver = :receiver and kind = :kind order by object_id
                        """)
                .param("id", id)
                .param("receiver", receiver)
                .param("kind", kind)
                .query(String.class)
                .list();
    }

    List<KeepingPages.Count> counts(String id, String receiver) {
        return jdbc.sql("""
                        select kind, was, became from keeping.handover_count where handover_id = :id and receiver = :receiver
                        order by array_position(array['CUSTOMERS', 'CONTACTS', 'NEEDS', 'PLANS', 'NOTES'], kind)
                        """)
                .param("id", id)
                .param("receiver", receiver)
                .query((row, n) ->
                        new KeepingPages.Count(row.getString("kind"), row.getLong("was"), row.getLong("became")))
                .list();
    }

    private static Head head(ResultSet row, int n) throws SQLException {
        return new Head(
                row.getString("id"),
                row.getLong("number"),
                row.getString("leaver"),
                row.getString("made_by"),
                Columns.time(row, "made_at"),
                row.getString("undone_by"),
                Columns.timeOrNull(row, "undone_at"));
    }

    /** An act. */
    record Head(
            String id,
            long number,
            String leaver,
            String madeBy,
            OffsetDateTime madeAt,
            @Nullable String undoneBy,
            @Nullable OffsetDateTime undoneAt) {}

    /** What went to one receiver, and its signature. */
    record Part(
            String receiver,
            @Nullable String signedAs,
            @Nullable OffsetDateTime signedAt) {
        boolean signed() {
            return signedAt != null;
        }
    }
}
