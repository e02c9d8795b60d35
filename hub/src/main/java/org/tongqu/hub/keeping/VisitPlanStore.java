package org.tongqu.hub.keeping;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.people.People;
import org.tongqu.hub.platform.Columns;

/** SQL of visit plans. */
@Repository
class VisitPlanStore {
    private static final String PLAN =
            "select id, customer_id, person, day, purpose, state, made_by from keeping.visit_plan ";

    private final JdbcClient jdbc;

    VisitPlanStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(VisitPlans.Plan plan, @Nullable String region, @Nullable String branch, Instant now) {
        jdbc.sql("""
                        insert into keeping.visit_plan (id, customer_id, region, branch, person, day, purpose, state, made_by, made_at)
                        values (:id, :customer, :region, :branch, :person, :day, :purpose, 'OPEN', :by, :now)
                        """)
                .param("id", plan.id())
                .param("customer", plan.customerId())
                .param("region", region)
                .param("branch", branch)
                .param("person", plan.person())
                .param("day", plan.day())
                .param("purpose", plan.purpose())
                .param("by", plan.madeBy())
                .param("now", Columns.utc(now))
                .update();
    }

    Optional<VisitPlans.Plan> find(String id) {
        return jdbc.sql(PLAN + " where id = :id")
                .param("id", id)
                .query(VisitPlanStore::plan)
                .optional();
    }

    /** Open plans of a person, the nearest day first. */
    List<VisitPlans.Plan> open(String person) {
        return jdbc.sql(PLAN + " where person = :person and state = 'OPEN' order by day, id")
                .param("person", person)
                .query(VisitPlanStore::plan)
                .list();
    }

    /** Open plans of anybody for these customers. */
    List<VisitPlans.Plan> openFor(Collection<String> customers) {
        return jdbc.sql(PLAN
                        + " where customer_id = any(:customers::text[]) and state = 'OPEN' order by day, id limit 2000")
                .param("customers", customers.toArray(String[]::new))
                .query(VisitPlanStore::plan)
                .list();
    }

    boolean settle(String id, String from, String to, Instant now) {
        return 1
                == jdbc.sql(
                                "update keeping.visit_plan set state = :to, settled_at = :now where id = :id and state = :from")
                        .param("id", id)
                        .param("from", from)
                        .param("to", to)
                        .param("now", Columns.utc(now))
                        .update();
    }

    /** Those of a person for a customer, under any of its ids, whose day has come by then. */
    void kept(Collection<String> customers, String person, LocalDate day, Instant now) {
        jdbc.sql("""
                        update keeping.visit_plan set state = 'DONE', settled_at = :now
                        where customer_id = any(:customers::text[]) and person = :person and state = 'OPEN' and day <= :day
                        """)
                .param("customers", customers.toArray(String[]::new))
                .param("person", person)
                .param("day", day)
                .param("now", Columns.utc(now))
                .update();
    }

    void pass(Collection<String> ids, String from, People.User to) {
        jdbc.sql("""
                        update keeping.visit_plan set person = :to, branch = :branch
                        where id = any(:ids::text[]) and person = :from
                        """)
                .param("ids", ids.toArray(String[]::new))
                .param("from", from)
                .param("to", to.login())
                .param("branch", to.region())
                .update();
    }

    private static VisitPlans.Plan plan(ResultSet row, int n) throws SQLException {
        return new VisitPlans.Plan(
                row.getString("id"),
                row.getString("customer_id"),
                row.getString("person"),
                Objects.requireNonNull(Columns.dateOrNull(row, "day")),
                row.getString("purpose"),
                row.getString("state"),
                row.getString("made_by"));
    }
}
