package org.tongqu.hub.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongqu.connectors.canon.Delivery;
import org.tongqu.connectors.canon.Fault;
import org.tongqu.connectors.canon.Parcel;
import org.tongqu.connectors.canon.Wire;
import org.tongqu.connectors.rest.RecordJson;

/** SQL of the outbox. */
final class OutboxStore {
    private static final String LEASE = """
            update platform.outbox o
            set state = 'CLAIMED', owner = :owner, leased_until = :until, fence = o.fence + 1, attempts = o.attempts + 1,
                tries_left = o.tries_left - 1
            """;

    private static final String LEASED = " returning o.id, o.seq, o.partner, o.kind, o.load, o.attempts, o.fence";

    /** So is what was never tried and whose time lies up to a day ahead, as after a clock was set back. */
    private static final String HEADS = LEASE + """
            where o.id in (
                select c.id from platform.outbox c
                where c.partner = :partner
                  and ((c.state = 'WAITING' and (c.next_attempt_at <= :now or (c.attempts = 0 and c.next_attempt_at < :now::timestamptz + interval '1 day'))) or (c.state = 'CLAIMED' and c.leased_until < :now))
                  and not exists (
                      select 1 from platform.outbox e
                      where e.lane = c.lane and e.seq < c.seq and e.state in ('WAITING', 'CLAIMED', 'PARKED'))
                order by c.seq limit :max
                for update skip locked)
            """ + LEASED;

    /** A partner that fetches does not wait for the next time to try. */
    private static final String FETCHED = LEASE + """
            where o.id in (
                select c.id from platform.outbox c
                where c.partner = :partner and c.effect_key = any(:keys)
                  and (c.state = 'WAITING' or (c.state = 'CLAIMED' and c.leased_until < :now))
                order by c.seq
                for update)
            """ + LEASED;

    private final JdbcClient jdbc;
    private final Node node;
    private final Duration lease;

    OutboxStore(JdbcClient jdbc, Node node, Duration lease) {
        this.jdbc = jdbc;
        this.node = node;
        this.lease = lease;
    }

    boolean put(
            String id,
            String partner,
            String lane,
            String effectKey,
            Parcel.Load load,
            @Nullable String messageId,
            int tries,
            Instant now) {
        return jdbc.sql("""
                                insert into platform.outbox
                                    (id, partner, lane, effect_key, kind, load, message_id, tries_left, next_attempt_at, created_at)
                                values (:id, :partner, :lane, :effectKey, :kind, :load::jsonb, :messageId, :tries, :now, :now)
                                on conflict (effect_key) do nothing
                                """)
                        .param("id", id)
                        .param("partner", partner)
                        .param("lane", lane)
                        .param("effectKey", effectKey)
                        .param("kind", Kind.of(load).name())
                        .param("load", new String(RecordJson.write(load), UTF_8))
                        .param("messageId", messageId)
                        .param("tries", tries)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** At most {@code max} heads, oldest first. */
    List<Parcel> claim(String partner, int max, Instant now) {
        return parcels(lease(HEADS, partner, now).param("max", max));
    }

    /** Those that wait among the parcels put under these effect keys, oldest first. */
    List<Parcel> claim(String partner, Collection<String> effectKeys, Instant now) {
        return parcels(lease(FETCHED, partner, now).param("keys", effectKeys.toArray(String[]::new)));
    }

    private JdbcClient.StatementSpec lease(String sql, String partner, Instant now) {
        return jdbc.sql(sql)
                .param("owner", node.name())
                .param("until", now.plus(lease).atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("partner", partner);
    }

    /** Those that were sent among the parcels put under these effect keys, oldest first. */
    List<Parcel> sent(String partner, Collection<String> effectKeys) {
        return parcels(jdbc.sql("""
                        select o.id, o.seq, o.partner, o.kind, o.load, o.attempts, o.fence from platform.outbox o
                        where o.partner = :partner and o.effect_key = any(:keys) and o.state = 'SENT'
                        """).param("partner", partner).param("keys", effectKeys.toArray(String[]::new)));
    }

    private static List<Parcel> parcels(JdbcClient.StatementSpec query) {
        return query.query(OutboxStore::claimed).list().stream()
                .sorted(Comparator.comparingLong(Claimed::seq))
                .map(Claimed::parcel)
                .toList();
    }

    Set<String> due(Instant now) {
        return jdbc.sql("""
                        select distinct partner from platform.outbox
                        where state = 'WAITING' and (next_attempt_at <= :now or (attempts = 0 and next_attempt_at < :now::timestamptz + interval '1 day')) or state = 'CLAIMED' and leased_until < :now
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(String.class)
                .set();
    }

    /** Locks the row and says whether this lease is still the newest. */
    boolean holds(Parcel parcel) {
        return jdbc.sql(
                        "select 1 from platform.outbox where id = :id and fence = :fence and owner = :owner and state = 'CLAIMED' for update")
                .param("id", parcel.id())
                .param("fence", parcel.fence())
                .param("owner", node.name())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    int triesLeft(String id) {
        return jdbc.sql("select tries_left from platform.outbox where id = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    void attempt(Parcel parcel, Delivery delivery, Instant now) {
        jdbc.sql("""
                        insert into platform.outbox_attempt (outbox_id, n, at, node, outcome, duration_ms, reason)
                        select id, attempts, :now, :node, :outcome,
                               greatest(0, extract(epoch from (:now::timestamptz - leased_until)) * 1000 + :lease)::bigint, :reason
                        from platform.outbox where id = :id
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("node", node.name())
                .param("outcome", outcome(delivery))
                .param("lease", lease.toMillis())
                .param("reason", reason(delivery))
                .param("id", parcel.id())
                .update();
    }

    void sent(String id, boolean acknowledged, @Nullable Wire wire, Instant now) {
        settle(id, acknowledged ? ParcelState.ACKNOWLEDGED : ParcelState.SENT, null, null, wire, now);
    }

    void rejected(String id, String reason, @Nullable Wire wire, Instant now) {
        settle(id, ParcelState.REJECTED, reason, Fault.SENDER, wire, now);
    }

    void parked(String id, String reason, Fault fault, @Nullable Wire wire, Instant now) {
        settle(id, ParcelState.PARKED, reason, fault, wire, now);
    }

    private void settle(
            String id,
            ParcelState state,
            @Nullable String reason,
            @Nullable Fault fault,
            @Nullable Wire wire,
            Instant now) {
        int moved = jdbc.sql("""
                        update platform.outbox
                        set state = :state, reason = :reason, fault = :fault, settled_at = :now, owner = null, leased_until = null,
                            channel = :channel,
                            sent_at = case when :state in ('SENT', 'ACKNOWLEDGED') then :now::timestamptz else sent_at end
                        where id = :id and state = any(:from)
                        """)
                .param("state", state.name())
                .param("from", state.from())
                .param("reason", reason)
                .param("fault", fault == null ? null : fault.name())
                .param("channel", wire == null ? null : wire.name())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
        require(moved, id, state);
    }

    private static void require(int moved, String id, ParcelState state) {
        if (moved != 1) {
            throw new IllegalStateException("parcel " + id + " may not become " + state);
        }
    }

    /** Back in line after a failed try. */
    void waiting(String id, String reason, Fault fault, @Nullable Wire wire, Instant next) {
        int moved = jdbc.sql("""
                        update platform.outbox
                        set state = 'WAITING', reason = :reason, fault = :fault, next_attempt_at = :next, owner = null, leased_until = null,
                            channel = :channel
                        where id = :id and state = 'CLAIMED'
                        """)
                .param("reason", reason)
                .param("fault", fault.name())
                .param("channel", wire == null ? null : wire.name())
                .param("next", next.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
        require(moved, id, ParcelState.WAITING);
    }

    /** The partner of the parcel that waits again, or null where none was parked or rejected under this id. */
    @Nullable
    String resend(String id, int tries, Instant now) {
        return jdbc.sql("""
                        update platform.outbox
                        set state = 'WAITING', tries_left = :tries, next_attempt_at = :now, settled_at = null, reason = null, fault = null
                        where id = :id and state in ('PARKED', 'REJECTED')
                        returning partner
                        """)
                .param("id", id)
                .param("tries", tries)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(String.class)
                .optional()
                .orElse(null);
    }

    /** The partners whose parcels wait again; the tries that had brought them away brought them nowhere. */
    Set<String> lost(Collection<String> effectKeys, int tries, Instant now) {
        String[] keys = effectKeys.toArray(String[]::new);
        jdbc.sql("""
                        update platform.outbox_attempt set outcome = 'LOST'
                        where outcome = 'SENT' and outbox_id in
                            (select id from platform.outbox where effect_key = any(:keys) and state = 'SENT')
                        """).param("keys", keys).update();
        return jdbc.sql("""
                        update platform.outbox
                        set state = 'WAITING', tries_left = :tries, next_attempt_at = :now, settled_at = null, sent_at = null
                        where effect_key = any(:keys) and state = 'SENT'
                        returning partner
                        """)
                .param("keys", keys)
                .param("tries", tries)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(String.class)
                .set();
    }

    /** Ends leases of earlier lives of this home; its lock proves them over. */
    void freeOldLeases(Instant now) {
        jdbc.sql("""
                        update platform.outbox set leased_until = :now
                        where state = 'CLAIMED' and owner like :home || ':%' and owner <> :owner and leased_until > :now
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("home", node.home())
                .param("owner", node.name())
                .update();
    }

    private static Claimed claimed(ResultSet row, int n) throws SQLException {
        Parcel.Load load =
                RecordJson.read(row.getString("load").getBytes(UTF_8), Kind.valueOf(row.getString("kind")).type);
        return new Claimed(
                row.getLong("seq"),
                new Parcel(
                        row.getString("id"),
                        row.getString("partner"),
                        load,
                        row.getInt("attempts"),
                        row.getLong("fence")));
    }

    private static String outcome(Delivery delivery) {
        return switch (delivery) {
            case Delivery.Taken taken -> taken.reply() == null ? "SENT" : "ACKNOWLEDGED";
            case Delivery.Rejected rejected -> "REJECTED";
            case Delivery.Failed failed -> "FAILED";
        };
    }

    private static @Nullable String reason(Delivery delivery) {
        return switch (delivery) {
            case Delivery.Taken taken -> null;
            case Delivery.Rejected rejected -> rejected.reason();
            case Delivery.Failed failed -> failed.reason();
        };
    }

    private record Claimed(long seq, Parcel parcel) {}

    private enum Kind {
        DEMAND(Parcel.Load.Demand.class),
        FILE_DONE(Parcel.Load.FileDone.class);

        private final Class<? extends Parcel.Load> type;

        Kind(Class<? extends Parcel.Load> type) {
            this.type = type;
        }

        static Kind of(Parcel.Load load) {
            return switch (load) {
                case Parcel.Load.Demand demand -> DEMAND;
                case Parcel.Load.FileDone done -> FILE_DONE;
            };
        }
    }
}
