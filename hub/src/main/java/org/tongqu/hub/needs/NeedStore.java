package org.tongqu.hub.needs;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.connectors.canon.Money;
import org.tongqu.connectors.canon.VisitReport.NeedSaid;
import org.tongqu.connectors.canon.VisitReport.PartSaid;
import org.tongqu.hub.needs.Needs.PartState;
import org.tongqu.hub.platform.Columns;
import org.tongqu.hub.visits.VisitFiled;

/** SQL of needs, parts and gradings. */
@Repository
class NeedStore {

    private final JdbcClient jdbc;

    NeedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void raise(String id, VisitFiled visit, NeedSaid said, Instant now) {
        @Nullable Money budget = said.budget();
        jdbc.sql("""
                        insert into needs.need
                            (id, visit_id, visit_no, need_no, branch, rep, source_record_id, region, summary, functional, required_by,
                             budget, budget_currency, state, message_id, visited_at, raised_at, changed_at)
                        values (:id, :visitId, :visitNo, :needNo, :branch, :rep, :record, :region, :summary, :functional, :requiredBy,
                             :budget, :currency, 'RAISED', :messageId, :visitedAt, :now, :now)
                        """)
                .param("id", id)
                .param("visitId", visit.visitId())
                .param("visitNo", visit.report().visitNo())
                .param("needNo", said.needNo())
                .param("branch", visit.branch())
                .param("rep", visit.report().rep())
                .param("record", visit.sourceRecordId())
                .param("region", visit.region())
                .param("summary", said.summary())
                .param("functional", said.functional())
                .param("requiredBy", said.requiredBy())
                .param("budget", budget == null ? null : budget.amount())
                .param("currency", budget == null ? null : budget.currency())
                .param("messageId", visit.arrival().messageId())
                .param("visitedAt", visit.report().visitedAt())
                .param("now", Columns.utc(now))
                .update();
    }

    /** By when somebody is to be found for a need without a part. */
    void partless(String id, Instant due) {
        jdbc.sql("update needs.need set partless_due = :due where id = :id")
                .param("due", Columns.utc(due))
                .param("id", id)
                .update();
    }

    void addPart(String id, String needId, int n, PartSaid part) {
        jdbc.sql("""
                        insert into needs.part (id, need_id, n, product_class, product_code, qty, state)
                        values (:id, :needId, :n, :class, :code, :qty, 'RAISED')
                        """)
                .param("id", id)
                .param("needId", needId)
                .param("n", n)
                .param("class", part.productClass())
                .param("code", part.productCode())
                .param("qty", part.qty())
                .update();
    }

    void grade(String needId, Grade grade, Instant now) {
        jdbc.sql("""
                        insert into needs.grading (need_id, n, grade, rule, rule_version, zh, en, at)
                        select :needId, coalesce(max(n), 0) + 1, :grade, :rule, :version, :zh, :en, :now
                        from needs.grading where need_id = :needId
                        """)
                .param("needId", needId)
                .param("grade", grade.letter().name())
                .param("rule", grade.rule())
                .param("version", grade.ruleVersion())
                .param("zh", grade.zh())
                .param("en", grade.en())
                .param("now", Columns.utc(now))
                .update();
        jdbc.sql("update needs.need set grade = :grade, state = 'GRADED', changed_at = :now where id = :id")
                .param("grade", grade.letter().name())
                .param("now", Columns.utc(now))
                .param("id", needId)
                .update();
        jdbc.sql("update needs.part set state = 'GRADED' where need_id = :id")
                .param("id", needId)
                .update();
    }

    /** @param grade that it has now */
    record Standing(@Nullable String grade, String messageId) {}

    /** Locked; empty where there is none in the scope at hand. */
    Optional<Standing> standing(String id) {
        return jdbc.sql("select grade, message_id from needs.need where id = :id for update")
                .param("id", id)
                .query((row, n) -> new Standing(row.getString("grade"), row.getString("message_id")))
                .optional();
    }

    /** A person's grade; where the need stands is not touched. */
    void regrade(String needId, Grade.Letter letter, int version, String why, String login, Instant now) {
        jdbc.sql("""
                        insert into needs.grading (need_id, n, grade, rule, rule_version, zh, en, by_login, at)
                        select :needId, coalesce(max(n), 0) + 1, :grade, 'PERSON', :version, :why, :why, :login, :now
                        from needs.grading where need_id = :needId
                        """)
                .param("needId", needId)
                .param("grade", letter.name())
                .param("version", "grade-" + version)
                .param("why", why)
                .param("login", login)
                .param("now", Columns.utc(now))
                .update();
        jdbc.sql("update needs.need set grade = :grade, changed_at = :now, version = version + 1 where id = :id")
                .param("grade", letter.name())
                .param("now", Columns.utc(now))
                .param("id", needId)
                .update();
    }

    List<Gradebook.Grading> gradings(String needId) {
        return jdbc.sql("select * from needs.grading where need_id = :id order by n desc")
                .param("id", needId)
                .query((row, n) -> new Gradebook.Grading(
                        row.getInt("n"),
                        row.getString("grade"),
                        row.getString("rule_version"),
                        row.getString("zh"),
                        row.getString("en"),
                        row.getString("by_login"),
                        Columns.time(row, "at")))
                .list();
    }

    Map<String, Needs.Asked> asked(Collection<String> ids) {
        Map<String, List<Needs.Part>> parts = parts(ids);
        Map<String, Needs.Asked> asked = new HashMap<>();
        jdbc.sql("select * from needs.need where id = any(:ids::text[])")
                .param("ids", ids.toArray(String[]::new))
                .query((row, n) -> asked.put(row.getString("id"), asked(row, parts)))
                .list();
        return asked;
    }

    private static Needs.Asked asked(ResultSet row, Map<String, List<Needs.Part>> parts) throws SQLException {
        String id = row.getString("id");
        return new Needs.Asked(
                id,
                number(row.getLong("number"), row.getObject("raised_at", OffsetDateTime.class)),
                row.getString("grade"),
                row.getString("region"),
                row.getString("branch"),
                row.getString("source_record_id"),
                said(row),
                parts.getOrDefault(id, List.of()));
    }

    /** As people read it: N-2026-000318. */
    static String number(long number, OffsetDateTime raisedAt) {
        int year = raisedAt.atZoneSameInstant(Columns.HOUSE_ZONE).getYear();
        return String.format(Locale.ROOT, "N-%d-%06d", year, number);
    }

    private static NeedSaid said(ResultSet row) throws SQLException {
        BigDecimal budget = row.getBigDecimal("budget");
        return new NeedSaid(
                row.getString("need_no"),
                row.getString("summary"),
                row.getString("functional"),
                row.getObject("required_by", LocalDate.class),
                budget == null ? null : new Money(budget, row.getString("budget_currency")),
                List.of());
    }

    private Map<String, List<Needs.Part>> parts(Collection<String> needIds) {
        Map<String, List<Needs.Part>> parts = new HashMap<>();
        jdbc.sql("""
                        select id, product_class, product_code, qty, need_id from needs.part where need_id = any(:ids::text[]) order by n
                        """)
                .param("ids", needIds.toArray(String[]::new))
                .query((row, n) -> parts.computeIfAbsent(row.getString(5), need -> new ArrayList<>())
                        .add(new Needs.Part(
                                row.getString(1), row.getString(2), row.getString(3), row.getBigDecimal(4))))
                .list();
        return parts;
    }

    void assign(List<String> partIds, String factory, String demandId) {
        jdbc.sql("""
                        update needs.part
                        set factory = :factory, demand_id = :demand, state = 'ASKED', blocked_at = null, blocked_why = null
                        where id = any(:ids)
                        """)
                .param("factory", factory)
                .param("demand", demandId)
                .param("ids", partIds.toArray(String[]::new))
                .update();
    }

    /** The parts of a demand, locked, with where each stands. */
    Map<String, PartState> partsOfDemand(String demandId) {
        Map<String, PartState> parts = new LinkedHashMap<>();
        jdbc.sql("select id, state from needs.part where demand_id = :demand order by id for update")
                .param("demand", demandId)
                .query((row, n) -> parts.put(row.getString(1), PartState.valueOf(row.getString(2))))
                .list();
        return parts;
    }

    /** Whatever moves a part but a refusal ends its being blocked. */
    void put(List<String> partIds, PartState state) {
        jdbc.sql("""
                        update needs.part
                        set state = :state, blocked_at = case when :state = 'REFUSED' then blocked_at end,
                            blocked_why = case when :state = 'REFUSED' then blocked_why end
                        where id = any(:ids)
                        """)
                .param("state", state.name())
                .param("ids", partIds.toArray(String[]::new))
                .update();
    }

    Optional<String> needOfDemand(String demandId) {
        return jdbc.sql("select need_id from needs.part where demand_id = :demand limit 1")
                .param("demand", demandId)
                .query(String.class)
                .optional();
    }

    List<PartState> partStates(String needId) {
        jdbc.sql("select 1 from needs.need where id = :id for update")
                .param("id", needId)
                .query()
                .listOfRows();
        return jdbc.sql("select state from needs.part where need_id = :id")
                .param("id", needId)
                .query((row, n) -> PartState.valueOf(row.getString(1)))
                .list();
    }

    /** A need a person has closed stays closed. */
    void settle(String needId, PartState state, Instant now) {
        jdbc.sql("""
                        update needs.need set state = :state, changed_at = :now, version = version + 1
                        where id = :id and state <> :state and state <> 'CLOSED'
                        """)
                .param("state", state.name())
                .param("now", Columns.utc(now))
                .param("id", needId)
                .update();
    }
}
