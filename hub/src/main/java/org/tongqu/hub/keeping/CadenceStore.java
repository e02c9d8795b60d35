package org.tongqu.hub.keeping;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongqu.hub.platform.Columns;

/** SQL of cadence rules. */
@Repository
class CadenceStore {
    private final JdbcClient jdbc;

    CadenceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Today's, the shortest first. */
    List<CadenceRules.Rule> today() {
        return jdbc.sql("""
                        select life_state, product_class, grade, days from keeping.cadence_rule
                        where until is null order by days, life_state, product_class, grade
                        """).query(CadenceRules.Rule.class).list();
    }

    void end(CadenceRules.Rule rule, Instant now) {
        jdbc.sql("""
                        update keeping.cadence_rule set until = :now
                        where until is null and life_state is not distinct from :state
                          and product_class is not distinct from :class and grade is not distinct from :grade
                        """)
                .param("now", Columns.utc(now))
                .param("state", rule.lifeState())
                .param("class", rule.productClass())
                .param("grade", rule.grade())
                .update();
    }

    void begin(String id, CadenceRules.Rule rule, String login, Instant now) {
        jdbc.sql("""
                        insert into keeping.cadence_rule (id, life_state, product_class, grade, days, since, by_login)
                        values (:id, :state, :class, :grade, :days, :now, :login)
                        """)
                .param("id", id)
                .param("state", rule.lifeState())
                .param("class", rule.productClass())
                .param("grade", rule.grade())
                .param("days", rule.days())
                .param("now", Columns.utc(now))
                .param("login", login)
                .update();
    }

    /** Every rule that ever was, the newest first. */
    List<CadenceRules.Past> past(int most) {
        return jdbc.sql("""
                        select life_state, product_class, grade, days, since, by_login, until from keeping.cadence_rule
                        order by greatest(since, until) desc, id desc limit :most
                        """)
                .param("most", most)
                .query((row, n) -> new CadenceRules.Past(
                        new CadenceRules.Rule(
                                row.getString("life_state"),
                                row.getString("product_class"),
                                row.getString("grade"),
                                row.getInt("days")),
                        Columns.time(row, "since"),
                        row.getString("by_login"),
                        Columns.timeOrNull(row, "until")))
                .list();
    }
}
