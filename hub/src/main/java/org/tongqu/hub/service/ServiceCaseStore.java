package org.tongqu.hub.service;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.dispatch.Lending;
import org.tongqu.hub.platform.Clauses;
import org.tongqu.hub.platform.Columns;
import org.tongqu.hub.platform.Window;

/** SQL of service cases and their steps. */
@Repository
class ServiceCaseStore {
    private static final String ROWS = "select * from service.service_case";

    private final JdbcClient jdbc;

    ServiceCaseStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void open(
            String id,
            ServiceCases.Subject about,
            ServiceCases.Wanted wanted,
            @Nullable String branch,
            String by,
            Instant now) {
        jdbc.sql("""
                        insert into service.service_case (id, customer_id, customer_name, region, branch, serial, visit_id, trouble,
                            wants_technician, state, opened_by, opened_at)
                        values (:id, :customer, :name, :region, :branch, :serial, :visit, :trouble, :wants, 'OPEN', :by, :now)
                        """)
                .param("id", id)
                .param("customer", about.customerId())
                .param("name", about.name())
                .param("region", about.region())
                .param("branch", branch)
                .param("serial", about.serial())
                .param("visit", wanted.visitId())
                .param("trouble", wanted.trouble().strip())
                .param("wants", wanted.technician())
                .param("by", by)
                .param("now", Columns.utc(now))
                .update();
    }

    void step(String id, String caseId, String kind, String words, String who, Instant now) {
        jdbc.sql("""
                        insert into service.case_step (id, case_id, kind, words, who, at) values (:id, :case, :kind, :words, :who, :now)
                        """)
                .param("id", id)
                .param("case", caseId)
                .param("kind", kind)
                .param("words", words)
                .param("who", who)
                .param("now", Columns.utc(now))
                .update();
    }

    /** The case as nobody else can change it until this transaction ends. */
    Optional<Head> lock(String id) {
        return jdbc.sql(ROWS + " where id = :id for update")
                .param("id", id)
                .query((row, n) -> new Head(
                        id,
                        row.getLong("number"),
                        CaseState.valueOf(row.getString("state")),
                        row.getString("region"),
                        lent(row)))
                .optional();
    }

    private static Lending.@Nullable Lent lent(ResultSet row) throws SQLException {
        String lent = row.getString("lent_id");
        return lent == null
                ? null
                : new Lending.Lent(
                        lent,
                        row.getString("technician_id"),
                        row.getString("technician_name"),
                        row.getString("technician_login"));
    }

    void sendTechnician(String id, Lending.Lent lent, LocalDate from, LocalDate until, Instant now) {
        jdbc.sql("""
                        update service.service_case set state = 'SENT', agent = null, technician_id = :technician, technician_name = :name,
                            technician_login = :login, lent_id = :lent, from_day = :from, until_day = :until, sent_at = :now,
                            arrived_at = null where id = :id
                        """)
                .param("technician", lent.technician())
                .param("name", lent.name())
                .param("login", lent.login())
                .param("lent", lent.id())
                .param("from", from)
                .param("until", until)
                .param("now", Columns.utc(now))
                .param("id", id)
                .update();
    }

    void sendAgent(String id, String agent, Instant now) {
        jdbc.sql("""
                        update service.service_case set state = 'SENT', agent = :agent, technician_id = null, technician_name = null,
                            technician_login = null, lent_id = null, from_day = null, until_day = null, sent_at = :now, arrived_at = null
                        where id = :id
                        """)
                .param("agent", agent)
                .param("now", Columns.utc(now))
                .param("id", id)
                .update();
    }

    void arrived(String id, Instant at) {
        jdbc.sql("update service.service_case set state = 'ARRIVED', arrived_at = :at where id = :id")
                .param("at", Columns.utc(at))
                .param("id", id)
                .update();
    }

    void solved(String id, String outcome, Instant at) {
        jdbc.sql("update service.service_case set state = 'SOLVED', outcome = :outcome, solved_at = :at where id = :id")
                .param("outcome", outcome)
                .param("at", Columns.utc(at))
                .param("id", id)
                .update();
    }

    void closed(String id, Instant at) {
        jdbc.sql("update service.service_case set state = 'CLOSED', closed_at = :at, lent_id = null where id = :id")
                .param("at", Columns.utc(at))
                .param("id", id)
                .update();
    }

    /** Whoever was sent stays in the steps. */
    void reopened(String id) {
        jdbc.sql("""
                        update service.service_case set state = 'OPEN', reopened = reopened + 1, agent = null, technician_id = null,
                            technician_name = null, technician_login = null, lent_id = null, from_day = null, until_day = null,
                            sent_at = null, arrived_at = null, solved_at = null, closed_at = null, outcome = null
                        where id = :id
                        """).param("id", id).update();
    }

    /** Newest first; absent state means all. */
    List<ServicePages.CaseLine> list(@Nullable String state, @Nullable String region, Window window) {
        return new Clauses()
                .and("number < :before", "before", window.beforeNumber())
                .andIf(state, "state", "state = :state")
                .andIf(region, "region", "region = :region")
                .on(jdbc, ROWS, "order by number desc limit " + window.oneMore())
                .query(ServiceCaseStore::line)
                .list();
    }

    Optional<ServicePages.CaseLine> find(String id) {
        return jdbc.sql(ROWS + " where id = :id")
                .param("id", id)
                .query(ServiceCaseStore::line)
                .optional();
    }

    /** Those of these customers, newest first. */
    List<ServicePages.CaseLine> of(Collection<String> customers) {
        return jdbc.sql(ROWS + " where customer_id = any(:ids::text[]) order by number desc limit 50")
                .param("ids", customers.toArray(String[]::new))
                .query(ServiceCaseStore::line)
                .list();
    }

    /** Those nobody was sent for yet, opened before a moment. */
    List<ServicePages.CaseLine> waiting(Collection<String> customers, Instant before) {
        return jdbc.sql(ROWS + """
                         where customer_id = any(:ids::text[]) and state = 'OPEN' and opened_at < :before order by number
                        """)
                .param("ids", customers.toArray(String[]::new))
                .param("before", Columns.utc(before))
                .query(ServiceCaseStore::line)
                .list();
    }

    ServicePages.CaseFigures figures() {
        return jdbc.sql("""
                        select count(*) filter (where state = 'OPEN') as open,
                            count(*) filter (where state = 'OPEN' and wants_technician) as asking,
                            count(*) filter (where state in ('SENT', 'ARRIVED')) as under_way,
                            count(*) filter (where state = 'SOLVED') as solved
                        from service.service_case
                        """)
                .query((row, n) -> new ServicePages.CaseFigures(
                        row.getLong("open"), row.getLong("asking"), row.getLong("under_way"), row.getLong("solved")))
                .single();
    }

    List<ServicePages.Step> steps(String id) {
        return jdbc.sql("select kind, words, who, at from service.case_step where case_id = :id order by id")
                .param("id", id)
                .query((row, n) -> new ServicePages.Step(
                        row.getString("kind"), row.getString("words"), row.getString("who"), Columns.time(row, "at")))
                .list();
    }

    private static ServicePages.CaseLine line(ResultSet row, int n) throws SQLException {
        return new ServicePages.CaseLine(
                row.getString("id"),
                "S-" + row.getLong("number"),
                row.getString("customer_id"),
                row.getString("customer_name"),
                row.getString("region"),
                row.getString("serial"),
                row.getString("visit_id"),
                row.getString("trouble"),
                row.getBoolean("wants_technician"),
                row.getString("state"),
                row.getString("opened_by"),
                Columns.time(row, "opened_at"),
                row.getString("agent"),
                row.getString("technician_name"),
                Columns.dateOrNull(row, "from_day"),
                Columns.dateOrNull(row, "until_day"),
                Columns.timeOrNull(row, "sent_at"),
                Columns.timeOrNull(row, "arrived_at"),
                Columns.timeOrNull(row, "solved_at"),
                Columns.timeOrNull(row, "closed_at"),
                row.getString("outcome"),
                row.getInt("reopened"));
    }

    /** What an act on a case rests on. */
    record Head(
            String id,
            long number,
            CaseState state,
            @Nullable String region,
            Lending.@Nullable Lent lent) {}
}
