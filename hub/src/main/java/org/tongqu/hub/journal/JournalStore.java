package org.tongqu.hub.journal;

import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.connectors.canon.MessageKind;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.connectors.canon.Sender;
import org.tongqu.hub.platform.Columns;
import org.tongqu.hub.platform.Wall;

/** SQL of what arrived: headers, bytes, claims, keys, refusals. */
@Repository
class JournalStore {

    private final JdbcClient jdbc;
    private final Wall wall;

    JournalStore(JdbcClient jdbc, Wall wall) {
        this.jdbc = jdbc;
        this.wall = wall;
    }

    /** A day is the group's own day, so that a partition is what people mean by it. */
    static LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, Columns.HOUSE_ZONE);
    }

    /** A new header; {@code outcome} REFUSED keeps what was refused at the door. */
    void keep(NewMessage message) {
        jdbc.sql("""
                        insert into journal.message
                            (id, kind, channel, format, login, role, partner, region, name, received_at, received_day, sha256, size,
                             progress, outcome, repeats, tries_left, next_attempt_at, fault)
                        values (:id, :kind, :channel, :format, :login, :role, :partner, :region, :name, :at, :day, :sha256, :size,
                             :progress, :outcome, :repeats, :tries, :at, :fault)
                        """)
                .param("id", message.id())
                .param("kind", message.kind().name())
                .param("channel", message.channel())
                .param("format", message.format())
                .param("login", message.sender().login())
                .param("role", message.sender().role().name())
                .param("partner", message.sender().partner())
                .param("region", message.sender().region())
                .param("name", message.name())
                .param("at", Columns.utc(message.receivedAt()))
                .param("day", dayOf(message.receivedAt()))
                .param("sha256", message.sha256())
                .param("size", message.size())
                .param("progress", message.understood() ? "UNDERSTOOD" : "RECEIVED")
                .param("outcome", message.refused() ? "REFUSED" : null)
                .param("repeats", message.repeats())
                .param("tries", message.tries())
                .param("fault", message.refused() ? "SENDER" : null)
                .update();
    }

    void keepBytes(LocalDate day, String messageId, int seq, byte[] bytes) {
        jdbc.sql("insert into journal.payload (received_day, message_id, seq, bytes) values (:day, :id, :seq, :bytes)")
                .param("day", day)
                .param("id", messageId)
                .param("seq", seq)
                .param("bytes", bytes)
                .update();
    }

    byte[] bytes(LocalDate day, String messageId) {
        return piece(day, messageId, 0).orElse(new byte[0]);
    }

    Optional<byte[]> piece(LocalDate day, String messageId, int seq) {
        return jdbc.sql(
                        "select bytes from journal.payload where received_day = :day and message_id = :id and seq = :seq")
                .param("day", day)
                .param("id", messageId)
                .param("seq", seq)
                .query((row, n) -> row.getBytes(1))
                .optional();
    }

    /** The kept bytes as one stream; each piece is read in a transaction of its own. */
    InputStream stream(LocalDate day, String messageId) {
        return new PiecesStream(
                seq -> wall.read(org.tongqu.hub.platform.Scope.WORKER, () -> piece(day, messageId, seq)));
    }

    /** Takes a claim; empty means it is this message's now, else the one that stands. */
    Optional<Standing> claim(Claim claim, String messageId, Sender sender) {
        int taken = jdbc.sql("""
                        insert into journal.claim (key, content_hash, message_id, partner, region)
                        values (:key, :hash, :id, :partner, :region) on conflict (key) do nothing
                        """)
                .param("key", claim.key())
                .param("hash", claim.contentHash())
                .param("id", messageId)
                .param("partner", sender.partner())
                .param("region", sender.region())
                .update();
        return taken == 1 ? Optional.empty() : Optional.of(standing(claim.key()));
    }

    private Standing standing(String key) {
        return jdbc.sql("select content_hash, message_id from journal.claim where key = :key")
                .param("key", key)
                .query((row, n) -> new Standing(row.getString(1), row.getString(2)))
                .single();
    }

    /** Whether the claim's key stands with other content. */
    boolean clashes(Claim claim) {
        return jdbc.sql("select 1 from journal.claim where key = :key and content_hash <> :hash")
                .param("key", claim.key())
                .param("hash", claim.contentHash())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    void keys(String messageId, List<BusinessKey> keys) {
        if (keys.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into journal.business_key (name, value, message_id)
                        select distinct k.name, k.value, :id from unnest(:names::text[], :values::text[]) as k(name, value)
                        on conflict do nothing
                        """)
                .param("id", messageId)
                .param("names", keys.stream().map(BusinessKey::name).toArray(String[]::new))
                .param("values", keys.stream().map(BusinessKey::value).toArray(String[]::new))
                .update();
    }

    void refusals(String messageId, List<Refusal> refusals) {
        ReasonStore.keep(jdbc, messageId, Reason.ofAll(refusals));
    }

    Optional<String> firstWithBytes(String partner, String sha256) {
        return jdbc.sql("""
                        select id from journal.message
                        where channel = 'FILE' and partner = :partner and sha256 = :sha256 and repeats is null order by id limit 1
                        """)
                .param("partner", partner)
                .param("sha256", sha256)
                .query(String.class)
                .optional();
    }

    void openDay(LocalDate day) {
        jdbc.sql("select journal.open_day(:day)").param("day", day).query().singleRow();
    }

    static Kept kept(ResultSet row, int n) throws SQLException {
        Sender sender = new Sender(
                row.getString("login"),
                Sender.Role.valueOf(row.getString("role")),
                row.getString("region"),
                row.getString("partner"));
        return new Kept(
                row.getString("id"),
                MessageKind.valueOf(row.getString("kind")),
                row.getString("format"),
                sender,
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getObject("received_day", LocalDate.class),
                row.getString("name"),
                row.getString("sha256"),
                row.getLong("size"),
                row.getString("repeats"),
                row.getInt("attempts"),
                row.getInt("tries_left"),
                row.getLong("fence"),
                new Kept.Counts(
                        row.getLong("checkpoint"),
                        row.getLong("rows_accepted"),
                        row.getLong("rows_refused"),
                        row.getLong("rows_duplicate"),
                        row.getLong("rows_ignored")));
    }

    record Standing(String contentHash, String messageId) {}

    record NewMessage(
            String id,
            MessageKind kind,
            String channel,
            String format,
            Sender sender,
            @Nullable String name,
            Instant receivedAt,
            String sha256,
            long size,
            boolean understood,
            boolean refused,
            @Nullable String repeats,
            int tries) {}
}
