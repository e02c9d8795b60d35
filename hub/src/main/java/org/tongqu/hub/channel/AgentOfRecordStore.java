package org.tongqu.hub.channel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.platform.Columns;

/** SQL of agents of record; a row is ended and another begun, never changed. */
@Repository
class AgentOfRecordStore {
    private static final String ROWS =
            "select id, customer_id, product_class, agent, move_id, after_id, since, until from channel.agent_of_record ";

    private final JdbcClient jdbc;

    AgentOfRecordStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Nobody else moves customers between agents until this transaction ends. */
    void hold() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('channel.agent_of_record'))")
                .query()
                .listOfRows();
    }

    /** Those that stand today under one of these ids, whoever came first first. */
    List<Row> today(Collection<String> customers) {
        return jdbc.sql(ROWS + " where customer_id = any(:ids::text[]) and until is null order by since, id")
                .param("ids", customers.toArray(String[]::new))
                .query(AgentOfRecordStore::row)
                .list();
    }

    /** All that ever stood under one of these ids, newest first; what was undone is shown as it was. */
    List<Row> ever(Collection<String> customers) {
        return jdbc.sql(ROWS + " where customer_id = any(:ids::text[]) order by since desc, id desc")
                .param("ids", customers.toArray(String[]::new))
                .query(AgentOfRecordStore::row)
                .list();
    }

    List<Row> of(String agent) {
        return jdbc.sql(ROWS + " where agent = :agent and until is null order by customer_id, product_class")
                .param("agent", agent)
                .query(AgentOfRecordStore::row)
                .list();
    }

    List<Row> byIds(Collection<String> ids) {
        return jdbc.sql(ROWS + " where id = any(:ids::text[])")
                .param("ids", ids.toArray(String[]::new))
                .query(AgentOfRecordStore::row)
                .list();
    }

    List<Row> ofMove(String move) {
        return jdbc.sql(ROWS + " where move_id = :move")
                .param("move", move)
                .query(AgentOfRecordStore::row)
                .list();
    }

    /** How many customers each agent has today, by the ids they are kept under. */
    List<Held> held() {
        return jdbc.sql(
                        "select agent, count(distinct customer_id) from channel.agent_of_record where until is null group by agent")
                .query((row, n) -> new Held(row.getString(1), row.getLong(2)))
                .list();
    }

    /** Who sees and who sees no more what is kept under these ids; what was undone leaves no trace in it. */
    List<Sight> sights(Collection<String> customers) {
        return jdbc.sql("""
                        select customer_id, agent, bool_or(until is null) as seen from channel.agent_of_record
                        where customer_id = any(:ids::text[]) and (until is null or ended_why = 'MOVED') group by customer_id, agent
                        """)
                .param("ids", customers.toArray(String[]::new))
                .query((row, n) -> new Sight(row.getString(1), row.getString(2), row.getBoolean(3)))
                .list();
    }

    void end(Collection<String> ids, String why, Instant now) {
        jdbc.sql(
                        "update channel.agent_of_record set until = :now, ended_why = :why where id = any(:ids::text[]) and until is null")
                .param("ids", ids.toArray(String[]::new))
                .param("why", why)
                .param("now", Columns.utc(now))
                .update();
    }

    /** @param rows ended ones too, as a part that is taken out of a customer takes its past along */
    void begin(Collection<Row> rows, String why) {
        jdbc.sql("""
                        insert into channel.agent_of_record (id, customer_id, product_class, agent, why, move_id, after_id, since, until, ended_why)
                        select w.id, w.customer_id, w.product_class, w.agent, :why, w.move_id, w.after_id, w.since::timestamptz,
                               w.until::timestamptz, case when w.until is null then null else 'MOVED' end
                        from unnest(:ids::text[], :customers::text[], :classes::text[], :agents::text[], :moves::text[], :afters::text[],
                                    :since::text[], :until::text[])
                            as w(id, customer_id, product_class, agent, move_id, after_id, since, until)
                        """)
                .param("why", why)
                .param("ids", rows.stream().map(Row::id).toArray(String[]::new))
                .param("customers", rows.stream().map(Row::customerId).toArray(String[]::new))
                .param("classes", rows.stream().map(Row::productClass).toArray(String[]::new))
                .param("agents", rows.stream().map(Row::agent).toArray(String[]::new))
                .param("moves", rows.stream().map(Row::moveId).toArray(String[]::new))
                .param("afters", rows.stream().map(Row::afterId).toArray(String[]::new))
                .param(
                        "since",
                        rows.stream().map(each -> each.since().toString()).toArray(String[]::new))
                .param("until", rows.stream().map(Row::untilSaid).toArray(String[]::new))
                .update();
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        java.time.OffsetDateTime until = Columns.timeOrNull(row, "until");
        return new Row(
                row.getString("id"),
                row.getString("customer_id"),
                row.getString("product_class"),
                row.getString("agent"),
                row.getString("move_id"),
                row.getString("after_id"),
                Columns.time(row, "since").toInstant(),
                until == null ? null : until.toInstant());
    }

    record Held(String agent, long customers) {}

    record Sight(String customerId, String agent, boolean seen) {}

    /** @param customerId as it was when it came to this agent; it may have been merged since */
    record Row(
            String id,
            String customerId,
            @Nullable String productClass,
            String agent,
            @Nullable String moveId,
            @Nullable String afterId,
            Instant since,
            @Nullable Instant until) {
        boolean stands() {
            return until == null;
        }

        @Nullable
        String untilSaid() {
            return until == null ? null : until.toString();
        }

        Row under(String newId, String customer) {
            return new Row(newId, customer, productClass, agent, null, null, since, until);
        }

        /** The same agent again, after another. */
        Row again(String newId, String after, Instant now) {
            return new Row(newId, customerId, productClass, agent, null, after, now, null);
        }
    }
}
