package org.tongqu.hub.reconciliation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.platform.Columns;
import org.tongqu.hub.platform.Ids;

/** SQL of questions put to agents. */
@Repository
class QuestionStore {
    static final int LONGEST = 500;

    private final JdbcClient jdbc;
    private final Ids ids;
    private final Clock clock;

    QuestionStore(JdbcClient jdbc, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param customer the name under which the agent itself reported it; empty where it never did */
    void ask(Discrepancies.Line about, String customer, String words, String who) {
        jdbc.sql("""
                        insert into reconciliation.question
                            (id, case_id, agent, region, product, month, customer, own_figure, words, asked_by, asked_at)
                        values (:id, :case, :agent, :region, :product, :month, :customer, :own, :words, :who, :now)
                        """)
                .param("id", ids.next())
                .param("case", about.id())
                .param("agent", about.agent())
                .param("region", about.region())
                .param("product", about.product())
                .param("month", about.month().atDay(1))
                .param("customer", customer)
                .param("own", about.sold())
                .param("words", words)
                .param("who", who)
                .param("now", Columns.utc(clock.instant()))
                .update();
    }

    /** The source record under which the agent itself last reported what a difference is about. */
    Optional<String> ownRecord(Discrepancies.Line about) {
        return jdbc.sql("""
                        select source_record_id from reconciliation.figure where kind = 'SOLD' and agent = :agent
                            and product = :product and month = :month and customer_id = :customer order by received_at desc limit 1
                        """)
                .param("agent", about.agent())
                .param("product", about.product())
                .param("month", about.month().atDay(1))
                .param("customer", about.customerId())
                .query(String.class)
                .optional();
    }

    List<Discrepancies.Question> of(String caseId) {
        return jdbc.sql("select * from reconciliation.question where case_id = :id order by id limit 100")
                .param("id", caseId)
                .query(QuestionStore::question)
                .list();
    }

    /** Those without an answer first, then newest first. */
    List<Discrepancies.Question> to(String agent) {
        return jdbc.sql("""
                        select * from reconciliation.question where agent = :agent
                        order by answer is not null, id desc limit 200
                        """)
                .param("agent", agent)
                .query(QuestionStore::question)
                .list();
    }

    /** The case it belongs to; empty where it is answered already, or not this agent's. */
    Optional<String> answer(String id, String agent, String words, String who) {
        return jdbc.sql("""
                        update reconciliation.question set answer = :words, answered_by = :who, answered_at = :now
                        where id = :id and agent = :agent and answer is null returning case_id
                        """)
                .param("id", id)
                .param("agent", agent)
                .param("words", words)
                .param("who", who)
                .param("now", Columns.utc(clock.instant()))
                .query(String.class)
                .optional();
    }

    private static Discrepancies.Question question(ResultSet row, int n) throws SQLException {
        return new Discrepancies.Question(
                row.getString("id"),
                row.getString("agent"),
                row.getString("product"),
                YearMonth.from(row.getObject("month", LocalDate.class)),
                row.getString("customer"),
                Columns.quantityOrNull(row, "own_figure"),
                row.getString("words"),
                Columns.time(row, "asked_at"),
                row.getString("answer"),
                Columns.timeOrNull(row, "answered_at"));
    }
}
