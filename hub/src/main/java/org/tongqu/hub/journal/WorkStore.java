package org.tongqu.hub.journal;

import static org.tongqu.hub.platform.Columns.utc;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.connectors.canon.Fault;
import org.tongqu.connectors.canon.Refusal;
import org.tongqu.hub.platform.Node;

/** SQL of the work on what arrived: leases with a fencing number, attempts, outcomes, parking. */
@Repository
class WorkStore {
    static final Duration LEASE = Duration.ofSeconds(60);
    /** By how much somebody may set a clock back, and what came meanwhile does not wait for it to come round again. */
    private static final Duration SET_BACK = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Node node;

    WorkStore(JdbcClient jdbc, Node node) {
        this.jdbc = jdbc;
        this.node = node;
    }

    /** Leases up to {@code max} messages that are due. So is one that was never tried and whose time lies ahead, as after a clock was set back. */
    List<Kept> claim(int max, Instant now) {
        return jdbc.sql("""
                        update journal.message m
                        set owner = :owner, leased_until = :until, fence = m.fence + 1, attempts = m.attempts + 1,
                            tries_left = m.tries_left - 1
                        where m.id in (
                            select c.id from journal.message c
                            where c.outcome is null and c.parked_at is null and c.next_attempt_at < :soon and (c.next_attempt_at <= :now or c.attempts = 0)
                              and (c.leased_until is null or c.leased_until < :now)
                            order by c.next_attempt_at limit :max
                            for update skip locked)
                        returning m.*
                        """)
                .param("owner", node.name())
                .param("until", utc(now.plus(LEASE)))
                .param("now", utc(now))
                .param("soon", utc(now.plus(SET_BACK)))
                .param("max", max)
                .query(JournalStore::kept)
                .list();
    }

    /** Ends a lease that is still the newest, as if it had not been a try. */
    void giveBack(Kept message, Instant next) {
        jdbc.sql("""
                        update journal.message
                        set leased_until = null, owner = null, tries_left = tries_left + 1, next_attempt_at = :next
                        where id = :id and owner = :owner and fence = :fence and outcome is null and parked_at is null
                        """)
                .param("id", message.id())
                .param("owner", node.name())
                .param("fence", message.fence())
                .param("next", utc(next))
                .update();
    }

    /** Locks the message and says whether this lease is still the newest; every effect's transaction asks first. */
    boolean holds(Kept message) {
        return jdbc.sql("""
                        select 1 from journal.message
                        where id = :id and owner = :owner and fence = :fence and outcome is null and parked_at is null for update
                        """)
                .param("id", message.id())
                .param("owner", node.name())
                .param("fence", message.fence())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /**
     * Whether a file has come no further than this hand knows. A store that dies forgets leases it had just given, and gives their numbers
     * again: two hands of one hub may then hold the same number, and only the one that stands where the file stands goes on.
     */
    boolean standsAt(Kept message, long checkpoint) {
        return jdbc.sql("select 1 from journal.message where id = :id and checkpoint = :checkpoint")
                .param("id", message.id())
                .param("checkpoint", checkpoint)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** @throws IllegalStateException where the tables of {@link Outcome} and {@link Progress} know no such end */
    void finish(Kept message, Outcome outcome, @Nullable Refusal reason, @Nullable Fault fault, Instant now) {
        int ended = jdbc.sql("""
                        update journal.message
                        set progress = 'APPLIED', outcome = :outcome, reason_code = :code, reason_zh = :zh, reason_en = :en, fault = :fault,
                            applied_at = :now, owner = null, leased_until = null
                        where id = :id and outcome is null and progress = any(:from)
                        """)
                .param("outcome", outcome.name())
                .param("from", outcome.from())
                .param("code", reason == null ? null : reason.code())
                .param("zh", reason == null ? null : reason.zh())
                .param("en", reason == null ? null : reason.en())
                .param("fault", fault == null ? null : fault.name())
                .param("now", utc(now))
                .param("id", message.id())
                .update();
        if (ended != 1) {
            throw new IllegalStateException("message " + message.id() + " may not end " + outcome);
        }
    }

    /** Changes nothing where it was understood before, as on the second run of a file. */
    void understood(Kept message) {
        jdbc.sql("""
                        update journal.message set progress = 'UNDERSTOOD'
                        where id = :id and outcome is null and progress = any(:from)
                        """)
                .param("from", Progress.UNDERSTOOD.from())
                .param("id", message.id())
                .update();
    }

    /** Moves a file's checkpoint and renews the lease with it. */
    void advance(Kept message, Kept.Counts counts, double read, Instant now) {
        jdbc.sql("""
                        update journal.message
                        set checkpoint = :checkpoint, rows_accepted = :accepted, rows_refused = :refused, rows_duplicate = :duplicate,
                            rows_ignored = :ignored, read_share = :read, leased_until = :until
                        where id = :id
                        """)
                .param("checkpoint", counts.checkpoint())
                .param("accepted", counts.accepted())
                .param("refused", counts.refused())
                .param("duplicate", counts.duplicate())
                .param("ignored", counts.ignored())
                .param("read", read)
                .param("until", utc(now.plus(LEASE)))
                .param("id", message.id())
                .update();
    }

    /** A large file takes long to open; a lease that ends meanwhile would send another hand after it. */
    void extend(Kept message, Instant until) {
        jdbc.sql("update journal.message set leased_until = :until where id = :id")
                .param("until", utc(until))
                .param("id", message.id())
                .update();
    }

    void again(Kept message, Refusal reason, Fault fault, Instant next) {
        jdbc.sql("""
                        update journal.message
                        set next_attempt_at = :next, owner = null, leased_until = null, reason_code = :code, reason_zh = :zh,
                            reason_en = :en, fault = :fault
                        where id = :id
                        """)
                .param("next", utc(next))
                .param("code", reason.code())
                .param("zh", reason.zh())
                .param("en", reason.en())
                .param("fault", fault.name())
                .param("id", message.id())
                .update();
    }

    void park(Kept message, Refusal reason, Fault fault, Instant now) {
        again(message, reason, fault, now);
        jdbc.sql("update journal.message set parked_at = :now where id = :id")
                .param("now", utc(now))
                .param("id", message.id())
                .update();
    }

    /** Gives a parked message its tries back; says whether it was parked. */
    boolean unpark(String id, int tries, Instant now) {
        return jdbc.sql("""
                                update journal.message
                                set parked_at = null, tries_left = :tries, next_attempt_at = :now, reason_code = null, reason_zh = null,
                                    reason_en = null, fault = null
                                where id = :id and parked_at is not null
                                """)
                        .param("tries", tries)
                        .param("now", utc(now))
                        .param("id", id)
                        .update()
                == 1;
    }

    void attempt(Kept message, String outcome, @Nullable String reason, Instant began, Instant now) {
        jdbc.sql("""
                        insert into journal.attempt (received_day, message_id, n, at, node, outcome, duration_ms, reason)
                        values (:day, :id, :n, :at, :node, :outcome, :duration, :reason) on conflict do nothing
                        """)
                .param("day", message.receivedDay())
                .param("id", message.id())
                .param("n", message.attempts())
                .param("at", utc(began))
                .param("node", node.name())
                .param("outcome", outcome)
                .param("duration", Duration.between(began, now).toMillis())
                .param("reason", reason)
                .update();
    }

    /** Ends leases of earlier lives of this home; its lock proves them over. */
    void freeOldLeases(Instant now) {
        jdbc.sql("""
                        update journal.message set leased_until = :now
                        where outcome is null and owner like :home || ':%' and owner <> :owner and leased_until > :now
                        """)
                .param("now", utc(now))
                .param("home", node.home())
                .param("owner", node.name())
                .update();
    }
}
