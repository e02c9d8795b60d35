package org.tongqu.hub.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.platform.Clauses;
import org.tongqu.hub.platform.Columns;
import org.tongqu.hub.platform.Window;

/** SQL of what is shown of messages; whose they are is the policies' business. */
@Repository
class JournalPagesStore {
    private static final int LISTED = 200;
    private static final int KEYS_IN_A_LINE = 5;

    private static final String HEADER = """
            select m.*, case when parked_at is not null then 'PARKED' else coalesce(outcome, progress) end as state,
                   case when outcome is null and parked_at is null then next_attempt_at end as waits_until
            from journal.message m
            """;

    private final JdbcClient jdbc;

    JournalPagesStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<JournalPages.Message> message(String id) {
        return jdbc.sql(HEADER + " where id = :id")
                .param("id", id)
                .query((row, n) -> message(row))
                .optional();
    }

    private JournalPages.Message message(ResultSet row) throws SQLException {
        String id = row.getString("id");
        List<JournalPages.RowRefusal> refusals = refusals(id);
        return new JournalPages.Message(
                id,
                "IN",
                row.getString("kind"),
                row.getString("channel"),
                row.getString("partner"),
                row.getString("login"),
                Columns.time(row, "received_at"),
                row.getString("state"),
                row.getString("progress"),
                row.getString("outcome"),
                row.getString("name"),
                row.getString("repeats"),
                row.getString("parked_at") != null,
                row.getString("fault"),
                keys(List.of(id)).getOrDefault(id, List.of()),
                reason(row, refusals),
                refusals,
                effects(id),
                attempts(id, row.getObject("received_day", LocalDate.class)),
                counts(row),
                null,
                Columns.timeOrNull(row, "waits_until"));
    }

    List<JournalPages.MessageLine> lines(JournalPages.Sought sought, Window window) {
        Clauses clauses = new Clauses()
                .and("id < :before", "before", window.beforeId())
                .andIf(
                        sought.key(),
                        "key",
                        "id in (select message_id from journal.business_key where value = :key union select :key)")
                .andIf(sought.partner(), "partner", "partner = :partner")
                .andIf(sought.kind(), "kind", "kind = :kind");
        if (sought.state() != null) {
            clauses.and(inState(sought.state()));
        }
        List<JournalPages.MessageLine> bare = clauses.on(jdbc, HEADER, "order by id desc limit " + window.oneMore())
                .query((row, n) -> line(row))
                .list();
        return withKeys(bare);
    }

    Map<String, JournalPages.Heard> heardSince(LocalDate day) {
        Map<String, JournalPages.Heard> heard = new HashMap<>();
        jdbc.sql("""
                        select partner, max(received_at) as last, count(*) as messages,
                               count(*) filter (where outcome = 'REFUSED') as turned_away,
                               sum(rows_accepted + rows_refused + rows_duplicate) as rows, sum(rows_refused) as refused
                        from journal.message where partner is not null and received_day >= :day group by partner
                        """).param("day", day).query(row -> {
            heard.put(
                    row.getString("partner"),
                    new JournalPages.Heard(
                            Columns.time(row, "last"),
                            row.getLong("messages"),
                            row.getLong("turned_away"),
                            row.getLong("rows"),
                            row.getLong("refused")));
        });
        return heard;
    }

    /** Constant clauses, so that each can use its own index. */
    private static String inState(String state) {
        return switch (state) {
            case "PARKED" -> "parked_at is not null";
            case "RECEIVED" -> "progress = 'RECEIVED' and outcome is null and parked_at is null";
            case "UNDERSTOOD" -> "progress = 'UNDERSTOOD' and outcome is null and parked_at is null";
            case "APPLIED" -> "progress = 'APPLIED'";
            case "TAKEN" -> "outcome = 'TAKEN'";
            case "PARTLY" -> "outcome = 'PARTLY'";
            case "REFUSED" -> "outcome = 'REFUSED'";
            case "DUPLICATE" -> "outcome = 'DUPLICATE'";
            default -> throw new IllegalArgumentException("no such state: " + state);
        };
    }

    private static JournalPages.MessageLine line(ResultSet row) throws SQLException {
        return new JournalPages.MessageLine(
                row.getString("id"),
                "IN",
                row.getString("kind"),
                row.getString("channel"),
                row.getString("partner"),
                row.getString("login"),
                Columns.time(row, "received_at"),
                row.getString("state"),
                row.getString("progress"),
                row.getString("outcome"),
                row.getString("name"),
                row.getString("parked_at") != null,
                row.getString("fault"),
                List.of(),
                reason(row, List.of()),
                row.getInt("attempts"),
                counts(row),
                Columns.timeOrNull(row, "waits_until"));
    }

    private List<JournalPages.MessageLine> withKeys(List<JournalPages.MessageLine> lines) {
        Map<String, List<JournalPages.Key>> keys =
                keys(lines.stream().map(JournalPages.MessageLine::id).toList());
        return lines.stream()
                .map(line -> line.with(keys.getOrDefault(line.id(), List.of()).stream()
                        .limit(KEYS_IN_A_LINE)
                        .toList()))
                .toList();
    }

    Map<String, List<JournalPages.Key>> keys(List<String> messageIds) {
        Map<String, List<JournalPages.Key>> keys = new HashMap<>();
        jdbc.sql("""
                        select wanted.id, few.name, few.value from unnest(:ids::text[]) as wanted(id)
                        cross join lateral (
                            select k.name, k.value from journal.business_key k where k.message_id = wanted.id
                            order by k.name, k.value limit :most) few
                        order by wanted.id, few.name, few.value
                        """)
                .param("ids", messageIds.toArray(String[]::new))
                .param("most", LISTED)
                .query((row, n) -> keys.computeIfAbsent(row.getString(1), id -> new ArrayList<>())
                        .add(new JournalPages.Key(row.getString(2), row.getString(3))))
                .list();
        return keys;
    }

    private List<JournalPages.RowRefusal> refusals(String id) {
        return jdbc.sql("""
                        select row_no, pointer, code, zh, en from journal.refusal
                        where message_id = :id order by row_no, n limit :most
                        """)
                .param("id", id)
                .param("most", LISTED)
                .query((row, n) -> new JournalPages.RowRefusal(
                        row.getLong(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5)))
                .list();
    }

    private List<JournalPages.Effect> effects(String id) {
        return jdbc.sql(
                        "select room, what, ref, at from journal.effect where message_id = :id order by at, key limit :most")
                .param("id", id)
                .param("most", LISTED)
                .query((row, n) -> new JournalPages.Effect(
                        row.getString(1), row.getString(2), row.getString(3), Columns.time(row, "at")))
                .list();
    }

    private List<JournalPages.Attempt> attempts(String id, LocalDate day) {
        return jdbc.sql("""
                        select n, at, node, outcome, duration_ms, reason from journal.attempt
                        where received_day = :day and message_id = :id order by n desc limit :most
                        """)
                .param("day", day)
                .param("id", id)
                .param("most", LISTED)
                .query((row, n) -> new JournalPages.Attempt(
                        row.getInt("n"),
                        Columns.time(row, "at"),
                        row.getString("node"),
                        row.getString("outcome"),
                        row.getLong("duration_ms"),
                        row.getString("reason")))
                .list();
    }

    /** What was refused at the door has its words among the refusals alone. */
    private static JournalPages.@Nullable Reason reason(ResultSet row, List<JournalPages.RowRefusal> refusals)
            throws SQLException {
        String code = row.getString("reason_code");
        if (code != null) {
            return new JournalPages.Reason(code, row.getString("reason_zh"), row.getString("reason_en"));
        }
        return refusals.stream()
                .filter(refusal -> refusal.rowNo() == 0)
                .findFirst()
                .map(refusal -> new JournalPages.Reason(refusal.code(), refusal.zh(), refusal.en()))
                .orElse(null);
    }

    private static JournalPages.@Nullable Counts counts(ResultSet row) throws SQLException {
        if (!row.getString("channel").equals("FILE")) {
            return null;
        }
        long accepted = row.getLong("rows_accepted");
        long refused = row.getLong("rows_refused");
        long duplicate = row.getLong("rows_duplicate");
        return new JournalPages.Counts(
                accepted + refused + duplicate,
                accepted,
                refused,
                duplicate,
                row.getLong("rows_ignored"),
                row.getString("outcome") == null ? row.getDouble("read_share") : 1);
    }

    Set<String> visible(Collection<String> ids) {
        return Set.copyOf(jdbc.sql("select id from journal.message where id = any(:ids::text[])")
                .param("ids", ids.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    long parked() {
        return jdbc.sql("select count(*) from journal.message where parked_at is not null")
                .query(Long.class)
                .single();
    }

    Optional<KeptBytes> kept(String id) {
        return jdbc.sql("""
                        select id, received_day, format, size, name from journal.message m
                        where id = :id and exists (
                            select 1 from journal.payload p where p.received_day = m.received_day and p.message_id = m.id)
                        """)
                .param("id", id)
                .query((row, n) -> new KeptBytes(
                        row.getString("id"),
                        row.getObject("received_day", LocalDate.class),
                        row.getString("format"),
                        row.getLong("size"),
                        row.getString("name")))
                .optional();
    }

    Optional<byte[]> piece(KeptBytes kept, int seq) {
        return jdbc.sql(
                        "select bytes from journal.payload where received_day = :day and message_id = :id and seq = :seq")
                .param("day", kept.day())
                .param("id", kept.id())
                .param("seq", seq)
                .query((row, n) -> row.getBytes(1))
                .optional();
    }

    /** Where a message's bytes lie. */
    record KeptBytes(
            String id,
            LocalDate day,
            String format,
            long size,
            @Nullable String name) {}
}
