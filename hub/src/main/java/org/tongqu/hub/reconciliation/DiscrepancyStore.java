package org.tongqu.hub.reconciliation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.platform.Clauses;
import org.tongqu.hub.platform.Columns;
import org.tongqu.hub.platform.Window;

/** SQL of differences as people see and decide them. */
@Repository
class DiscrepancyStore {
    /** Its own, and those of another who reported what was shipped through it. */
    private static final String OF_AGENT = """
            (agent = :agent or (reading = 'OTHER_AGENT'
                and id in (select h.case_id from reconciliation.case_cell h where h.agent = :agent)))
            """;

    private final JdbcClient jdbc;

    DiscrepancyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Discrepancies.Line> list(Discrepancies.Sought sought, Window window) {
        Discrepancies.State state = sought.state();
        Reading reading = sought.reading();
        return new Clauses()
                .and("number < :before", "before", window.beforeNumber())
                .andIf(state == null ? null : state.name(), "state", "state = :state")
                .andIf(sought.agent(), "agent", OF_AGENT)
                .andIf(reading == null ? null : reading.name(), "reading", "reading = :reading")
                .andIf(sought.owner(), "owner", "owner = :owner")
                .on(jdbc, "select * from reconciliation.discrepancy", "order by number desc limit " + window.oneMore())
                .query(DiscrepancyStore::line)
                .list();
    }

    Discrepancies.Counts counts(LocalDate today) {
        return jdbc.sql("""
                        select count(*) filter (where state = 'OPEN') as open,
                            count(*) filter (where state = 'OPEN' and due < :today) as late,
                            count(*) filter (where state = 'DECIDED') as decided,
                            count(*) filter (where state = 'SETTLED') as settled from reconciliation.discrepancy
                        """)
                .param("today", today)
                .query(Discrepancies.Counts.class)
                .single();
    }

    List<String> agents() {
        return jdbc.sql("select distinct agent from reconciliation.discrepancy order by agent limit 500")
                .query(String.class)
                .list();
    }

    /** Open ones over any of these customers, newest first, 50 at most. */
    List<Discrepancies.Line> openOf(Collection<String> customers) {
        return jdbc.sql("""
                        select * from reconciliation.discrepancy where state = 'OPEN' and id in (
                            select case_id from reconciliation.case_cell where customer_id = any(:customers::text[]))
                        order by number desc limit 50
                        """)
                .param("customers", customers.toArray(String[]::new))
                .query(DiscrepancyStore::line)
                .list();
    }

    Optional<Discrepancies.Line> find(String id) {
        return jdbc.sql("select * from reconciliation.discrepancy where id = :id")
                .param("id", id)
                .query(DiscrepancyStore::line)
                .optional();
    }

    /** As it stands, and neither the worker nor anybody else changes it until the transaction at hand is over. */
    Optional<Discrepancies.Line> lock(String id) {
        return jdbc.sql("select * from reconciliation.discrepancy where id = :id for update")
                .param("id", id)
                .query(DiscrepancyStore::line)
                .optional();
    }

    Optional<String> nextOpen(long number) {
        return jdbc.sql("""
                        select id from reconciliation.discrepancy where state = 'OPEN' and number <> :number
                        order by (number > :number), number desc limit 1
                        """).param("number", number).query(String.class).optional();
    }

    List<Discrepancies.Place> cells(String id) {
        return jdbc.sql("""
                        select * from reconciliation.case_cell where case_id = :id order by net desc, month, product, customer_id
                        """)
                .param("id", id)
                .query((row, n) -> new Discrepancies.Place(
                        row.getString("agent"),
                        row.getString("product"),
                        month(row),
                        row.getString("customer_id"),
                        Columns.quantityOrNull(row, "sold"),
                        Columns.quantityOrNull(row, "shipped"),
                        Columns.quantityOrNull(row, "stated")))
                .list();
    }

    List<CellKey> keys(String id) {
        return jdbc.sql("select agent, product, month, customer_id from reconciliation.case_cell where case_id = :id")
                .param("id", id)
                .query((row, n) -> FigureStore.key(row))
                .list();
    }

    /** The facts behind its figures as they are today, and customers' words there that name no agent, 500 at most. */
    List<Discrepancies.Evidence> figures(String id) {
        return jdbc.sql("""
                        select f.* from reconciliation.case_cell c join reconciliation.figure f
                            on f.agent = any(array[c.agent, '']) and f.product = c.product and f.month = c.month and f.customer_id = c.customer_id
                        where c.case_id = :id order by f.day, f.id limit 500
                        """)
                .param("id", id)
                .query((row, n) -> new Discrepancies.Evidence(
                        row.getString("kind"),
                        row.getString("agent"),
                        row.getString("product"),
                        month(row),
                        row.getString("customer_id"),
                        Columns.quantity(row, "qty"),
                        Columns.quantity(row, "said_qty"),
                        row.getString("unit"),
                        Objects.requireNonNull(Columns.dateOrNull(row, "day")),
                        row.getString("reference"),
                        row.getString("message_id"),
                        Columns.longOrNull(row, "row_no"),
                        Columns.time(row, "received_at")))
                .list();
    }

    void decide(String id, Verdict verdict, String why, String who, @Nullable String taught, Instant now) {
        jdbc.sql("""
                        update reconciliation.discrepancy set state = 'DECIDED', verdict = :verdict, why = :why, decided_by = :who,
                            decided_at = :now, taught = :taught where id = :id
                        """)
                .param("id", id)
                .param("verdict", verdict.name())
                .param("why", why)
                .param("who", who)
                .param("taught", taught)
                .param("now", Columns.utc(now))
                .update();
        cells(id, "DECIDED");
    }

    void takeBack(String id) {
        jdbc.sql("""
                        update reconciliation.discrepancy set state = 'OPEN', verdict = null, why = null, decided_by = null,
                            decided_at = null, taught = null where id = :id
                        """).param("id", id).update();
        cells(id, "OPEN");
    }

    private void cells(String id, String state) {
        jdbc.sql("update reconciliation.case_cell set state = :state where case_id = :id")
                .param("id", id)
                .param("state", state)
                .update();
    }

    Optional<String> taught(String id) {
        return jdbc.sql("select taught from reconciliation.discrepancy where id = :id and taught is not null")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    /** Whether another case has one of its cells by now. */
    boolean isHeldByAnother(String id) {
        return jdbc.sql("""
                        select exists (select 1 from reconciliation.case_cell c join reconciliation.case_cell o
                            on o.agent = c.agent and o.product = c.product and o.month = c.month and o.customer_id = c.customer_id
                            where c.case_id = :id and o.case_id <> c.case_id and o.state = 'OPEN')
                        """).param("id", id).query(Boolean.class).single();
    }

    private static YearMonth month(ResultSet row) throws SQLException {
        return YearMonth.from(row.getObject("month", LocalDate.class));
    }

    private static Discrepancies.Line line(ResultSet row, int n) throws SQLException {
        String verdict = row.getString("verdict");
        return new Discrepancies.Line(
                row.getString("id"),
                row.getLong("number"),
                row.getString("agent"),
                row.getString("product"),
                month(row),
                row.getString("customer_id"),
                row.getString("region"),
                Reading.valueOf(row.getString("reading")),
                Columns.quantity(row, "amount"),
                Columns.quantityOrNull(row, "sold"),
                Columns.quantityOrNull(row, "shipped"),
                Columns.quantityOrNull(row, "stated"),
                Discrepancies.State.valueOf(row.getString("state")),
                Objects.requireNonNullElse(row.getString("owner"), Owners.DESK),
                Objects.requireNonNull(Columns.dateOrNull(row, "due")),
                Columns.time(row, "opened_at"),
                Columns.time(row, "moved_at"),
                verdict == null ? null : Verdict.valueOf(verdict),
                row.getString("why"),
                row.getString("decided_by"),
                Columns.timeOrNull(row, "decided_at"));
    }
}
