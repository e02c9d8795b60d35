package org.tongqu.hub.demand;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.connectors.canon.DemandWord;
import org.tongqu.hub.journal.Arrival;
import org.tongqu.hub.platform.Columns;

/** SQL of demands, the words said on them and the hops they made. */
@Repository
class DemandStore {
    private final JdbcClient jdbc;

    DemandStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void ask(String id, Asking.Ask ask, Instant now, Instant due) {
        jdbc.sql("""
                        insert into demand.demand (id, need_id, factory, region, branch, state, asked_at, due_at, after, asked_by, copy_to)
                        values (:id, :need, :factory, :region, :branch, 'WAITING', :now, :due, :after, :login, :copyTo)
                        """)
                .param("id", id)
                .param("need", ask.need().needId())
                .param("factory", ask.factory())
                .param("region", ask.need().region())
                .param("branch", ask.need().branch())
                .param("now", Columns.utc(now))
                .param("due", Columns.utc(due))
                .param("after", ask.after())
                .param("login", ask.byLogin())
                .param("copyTo", ask.copyTo())
                .update();
    }

    Optional<String> needOf(String id) {
        return jdbc.sql("select need_id from demand.demand where id = :id")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    /** The demands of a need whose last word is a quote, the oldest first. */
    List<String> quotedOf(String needId) {
        return jdbc.sql(
                        "select id from demand.demand where need_id = :need and state = 'QUOTED' order by answered_at, id")
                .param("need", needId)
                .query(String.class)
                .list();
    }

    void hop(String id, Station station, Instant at, @Nullable String messageId) {
        jdbc.sql(
                        "insert into demand.hop (demand_id, station, at, message_id) values (:id, :station, :at, :message) on conflict do nothing")
                .param("id", id)
                .param("station", station.name())
                .param("at", Columns.utc(at))
                .param("message", messageId)
                .update();
    }

    /** Whose demand it is, locked; empty where there is none in the scope at hand. */
    Optional<String> lockFactoryOf(String id) {
        return jdbc.sql("select factory from demand.demand where id = :id for update")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    /** What factories still owe an answer to on a need, locked. */
    List<Owed> owed(String needId) {
        return jdbc.sql("""
                        select id, asked_at, due_at from demand.demand
                        where need_id = :need and state in ('WAITING', 'SENT', 'ACKNOWLEDGED') order by id for update
                        """)
                .param("need", needId)
                .query((row, n) -> new Owed(
                        row.getString("id"),
                        Columns.time(row, "asked_at").toInstant(),
                        Columns.time(row, "due_at").toInstant()))
                .list();
    }

    void redate(String id, Instant due) {
        jdbc.sql("update demand.demand set due_at = :due, version = version + 1 where id = :id")
                .param("due", Columns.utc(due))
                .param("id", id)
                .update();
    }

    /** What a factory was asked and has not said a word on, oldest first; at most so many. */
    List<String> open(String factory, int max) {
        return jdbc.sql("""
                        select id from demand.demand where factory = :factory and state in ('WAITING', 'SENT')
                        order by asked_at, id limit :max
                        """)
                .param("factory", factory)
                .param("max", max)
                .query(String.class)
                .list();
    }

    boolean isFactorys(String id, @Nullable String factory) {
        return jdbc.sql("select 1 from demand.demand where id = :id and factory = :factory")
                .param("id", id)
                .param("factory", factory)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    void sent(String id, Instant now) {
        jdbc.sql("""
                        update demand.demand
                        set sent_at = coalesce(sent_at, :now), version = version + 1,
                            state = case when state = 'WAITING' then 'SENT' else state end
                        where id = :id
                        """).param("now", Columns.utc(now)).param("id", id).update();
    }

    List<String> sentAndUnacknowledged(List<String> factories) {
        return jdbc.sql("select id from demand.demand where state = 'SENT' and factory = any(:factories)")
                .param("factories", factories.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    void acknowledged(DemandWord.Acknowledged word, Instant now) {
        jdbc.sql("""
                        update demand.demand
                        set acknowledged_at = coalesce(acknowledged_at, :now), factory_ref = coalesce(:ref, factory_ref),
                            version = version + 1, state = case when state in ('WAITING', 'SENT') then 'ACKNOWLEDGED' else state end
                        where id = :id
                        """)
                .param("now", Columns.utc(now))
                .param("ref", word.factoryRef())
                .param("id", word.demandId())
                .update();
    }

    /** Whether an answer said later than this one already speaks. */
    boolean answeredSince(String id, OffsetDateTime at) {
        return jdbc.sql(
                        "select 1 from demand.word where demand_id = :id and kind in ('QUOTED', 'REFUSED') and took and said_at > :at limit 1")
                .param("id", id)
                .param("at", at)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    void quoted(DemandWord.Quoted word, Instant now) {
        jdbc.sql("""
                        update demand.demand
                        set price = :price, currency = :currency, lead_time_days = :days, valid_until = :until, note = :note,
                            refusal_reason = null, answered_at = :now, acknowledged_at = coalesce(acknowledged_at, :now),
                            version = version + 1, state = case when state = 'ORDERED' then state else 'QUOTED' end
                        where id = :id
                        """)
                .param("price", word.price().amount())
                .param("currency", word.price().currency())
                .param("days", word.leadTimeDays())
                .param("until", word.validUntil())
                .param("note", word.note())
                .param("now", Columns.utc(now))
                .param("id", word.demandId())
                .update();
    }

    void refused(DemandWord.Refused word, Instant now) {
        jdbc.sql("""
                        update demand.demand
                        set refusal_reason = :reason, answered_at = :now, acknowledged_at = coalesce(acknowledged_at, :now),
                            version = version + 1, state = case when state = 'ORDERED' then state else 'REFUSED' end
                        where id = :id
                        """)
                .param("reason", word.reason())
                .param("now", Columns.utc(now))
                .param("id", word.demandId())
                .update();
    }

    void ordered(String id, String orderNo, Instant now) {
        jdbc.sql("""
                        update demand.demand
                        set state = 'ORDERED', order_no = :orderNo, ordered_at = coalesce(ordered_at, :now), version = version + 1
                        where id = :id
                        """)
                .param("orderNo", orderNo)
                .param("now", Columns.utc(now))
                .param("id", id)
                .update();
    }

    void word(DemandWord word, String kind, OffsetDateTime saidAt, boolean took, Arrival arrival) {
        jdbc.sql("""
                        insert into demand.word (demand_id, message_id, kind, said_at, took, received_at)
                        values (:id, :message, :kind, :saidAt, :took, :receivedAt)
                        """)
                .param("id", word.demandId())
                .param("message", arrival.messageId())
                .param("kind", kind)
                .param("saidAt", saidAt)
                .param("took", took)
                .param("receivedAt", Columns.utc(arrival.receivedAt()))
                .update();
    }

    /** An answer that has not come yet. */
    record Owed(String id, Instant askedAt, Instant dueAt) {}
}
