package org.tongqu.hub.demand;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.platform.Columns;
import org.tongqu.hub.platform.Window;

/** SQL of the agents that demands run through, part by part, and of what they said. */
@Repository
class ServedStore {
    private static final String SEEN = """
            select demand_id, agent, min(agent_name) as agent_name, array_agg(part_id order by part_id) as parts, min(since) as since
            from demand.served where until is null and\s""";

    private final JdbcClient jdbc;

    ServedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Row> standing(Collection<String> demandIds) {
        return jdbc.sql("""
                        select id, demand_id, part_id, agent, agent_name, record_id from demand.served
                        where demand_id = any(:demands::text[]) and until is null
                        """)
                .param("demands", demandIds.toArray(String[]::new))
                .query(Row.class)
                .list();
    }

    void end(Collection<Row> rows, Instant now) {
        jdbc.sql("update demand.served set until = :now where id = any(:ids::text[]) and until is null")
                .param("now", Columns.utc(now))
                .param("ids", column(rows, Row::id))
                .update();
    }

    void begin(Collection<Row> rows, Instant now) {
        jdbc.sql("""
                        insert into demand.served (id, demand_id, part_id, agent, agent_name, record_id, since)
                        select w.*, :now
                        from unnest(:ids::text[], :demands::text[], :parts::text[], :agents::text[], :names::text[], :records::text[]) as w
                        """)
                .param("now", Columns.utc(now))
                .param("ids", column(rows, Row::id))
                .param("demands", column(rows, Row::demandId))
                .param("parts", column(rows, Row::partId))
                .param("agents", column(rows, Row::agent))
                .param("names", column(rows, Row::agentName))
                .param("records", column(rows, Row::recordId))
                .update();
    }

    private static String[] column(Collection<Row> rows, Function<Row, String> of) {
        return rows.stream().map(of).toArray(String[]::new);
    }

    /** Through whom these demands run today, with what each said. */
    Map<String, List<DemandPages.Served>> agents(Collection<String> demandIds) {
        List<Seen> seen = jdbc.sql(SEEN + "demand_id = any(:demands::text[]) group by demand_id, agent order by agent")
                .param("demands", demandIds.toArray(String[]::new))
                .query(ServedStore::seen)
                .list();
        Map<String, List<DemandPages.AgentWord>> words = seen.isEmpty() ? Map.of() : words(demandIds);
        return seen.stream()
                .collect(Collectors.groupingBy(
                        Seen::demandId,
                        Collectors.mapping(
                                one -> one.served(words.getOrDefault(one.demandId(), List.of())),
                                Collectors.toList())));
    }

    /** What an agent serves, within the scope at hand, newest first. */
    List<Seen> of(String agent, Window window) {
        return jdbc.sql(
                        SEEN
                                + "agent = :agent and demand_id < :before group by demand_id, agent order by demand_id desc limit :most")
                .param("agent", agent)
                .param("before", window.beforeId())
                .param("most", window.oneMore())
                .query(ServedStore::seen)
                .list();
    }

    List<Seen> one(String agent, String demandId) {
        return jdbc.sql(SEEN + "agent = :agent and demand_id = :demand group by demand_id, agent")
                .param("agent", agent)
                .param("demand", demandId)
                .query(ServedStore::seen)
                .list();
    }

    /** Said again in the same words it is said once. */
    void say(String id, Said said, Instant now) {
        jdbc.sql("""
                        insert into demand.agent_word (id, demand_id, agent, by_login, words, at)
                        values (:id, :demand, :agent, :login, :words, :now) on conflict (demand_id, agent, md5(words)) do nothing
                        """)
                .param("id", id)
                .param("demand", said.demandId())
                .param("agent", said.agent())
                .param("login", said.login())
                .param("words", said.words())
                .param("now", Columns.utc(now))
                .update();
    }

    Map<String, List<DemandPages.AgentWord>> words(Collection<String> demandIds) {
        return jdbc
                .sql(
                        "select demand_id, agent, by_login, words, at from demand.agent_word where demand_id = any(:demands::text[]) order by at, id")
                .param("demands", demandIds.toArray(String[]::new))
                .query((row, n) -> Map.entry(
                        row.getString("demand_id"),
                        new DemandPages.AgentWord(
                                row.getString("agent"),
                                row.getString("by_login"),
                                row.getString("words"),
                                Columns.time(row, "at"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static Seen seen(ResultSet row, int n) throws SQLException {
        return new Seen(
                row.getString("demand_id"),
                row.getString("agent"),
                row.getString("agent_name"),
                List.of((String[]) row.getArray("parts").getArray()),
                Columns.time(row, "since"));
    }

    /** Needs whose factories were asked before agents were told; what is taken is not there again. */
    List<String> takeUntold(int most) {
        return jdbc.sql("""
                        delete from demand.untold where need_id in (select need_id from demand.untold order by need_id limit :most)
                        returning need_id
                        """).param("most", most).query(String.class).list();
    }

    record Said(String demandId, String agent, String login, String words) {}

    /** One agent on one demand. */
    record Seen(String demandId, String agent, String name, List<String> parts, OffsetDateTime since) {
        DemandPages.Served served(List<DemandPages.AgentWord> words) {
            return new DemandPages.Served(
                    agent,
                    name,
                    parts,
                    words.stream().filter(word -> word.agent().equals(agent)).toList());
        }
    }

    /** @param recordId the agent of record by which it serves */
    record Row(String id, String demandId, String partId, String agent, String agentName, String recordId) {
        /** What it says, whatever its id and name. */
        List<String> fact() {
            return List.of(demandId, partId, agent, recordId);
        }
    }
}
